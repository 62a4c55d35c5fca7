// Which server a command is about: the node it was chosen on, a server's id, the report it stands in, or the one a person picks.

import * as vscode from 'vscode';
import { message, type Message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';
import { doorText } from '../core/servers/address';
import { findServer, type ServerEntry } from '../core/servers/serverList';
import { cancelled } from './cancelled';
import { pickOne } from './prompts';
import { reportedServer } from './reportUri';
import type { ServersView } from './serversView';
import type { Settings } from './settings';

export interface ServerQuestion {
  readonly title: Message;
  /** Which servers are offered. */
  readonly fits: (entry: ServerEntry) => boolean;
  /** Said where none is. */
  readonly none: Message;
}

/** `argument` is what the command was given; one that names a server is not judged by `fits`. */
export type ChooseServer = (argument: unknown, question: ServerQuestion) => Promise<Result<ServerEntry>>;

export function createServerChooser(settings: Pick<Settings, 'servers'>, view: Pick<ServersView, 'serverOf'>): ChooseServer {
  function named(argument: unknown): ServerEntry | undefined {
    const id =
      argument instanceof vscode.Uri ? reportedServer(argument) : typeof argument === 'string' ? (view.serverOf(argument) ?? argument) : undefined;
    return id === undefined ? undefined : findServer(settings.servers(), id);
  }

  return async (argument, { title, fits, none }) => {
    const known = named(argument);
    if (known !== undefined) return succeed(known);
    const entries = settings.servers().entries.filter(fits);
    if (entries.length === 0) return fail({ code: 'invalidInput', message: none, remedy: message('server.none.remedy'), retry: true });
    const answer = await pickOne({
      title,
      placeholder: message('server.pick'),
      choices: entries.map((entry) => ({ label: entry.server.label, description: doorText(entry.server), icon: 'server', value: entry })),
    });
    return answer.kind === 'answer' ? succeed(answer.value) : fail(cancelled);
  };
}
