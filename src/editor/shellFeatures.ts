// What of the editor is about reaching hosts, started together: saved secrets, the person who is asked, shells.

import * as vscode from 'vscode';
import type { Redactor } from '../core/text/redactor';
import type { LogChannel } from './log';
import type { Reach, ThisComputer } from './reachForm';
import { openSavedSecrets, type SavedSecrets } from './secrets';
import type { Settings } from './settings';
import { createShellPeople, onScreen } from './shellPerson';
import { createShells, type ShellPorts, type Shells } from './shells';

export interface ShellFeatureParts {
  readonly settings: Settings;
  readonly redactor: Redactor;
  readonly log: LogChannel;
}

export interface ShellFeatures extends vscode.Disposable {
  readonly reach: Reach;
  readonly shells: Shells;
  readonly saved: SavedSecrets;
}

/** In a remote window the extension runs at either end of it. */
function endOf({ extensionKind }: vscode.Extension<unknown>): ThisComputer['end'] {
  if (vscode.env.remoteName === undefined) return 'only';
  return extensionKind === vscode.ExtensionKind.Workspace ? 'remote' : 'here';
}

export function startShells(context: vscode.ExtensionContext, ports: ShellPorts | undefined, parts: ShellFeatureParts): ShellFeatures {
  const { settings, redactor, log } = parts;
  const saved = openSavedSecrets(context, log);
  const people = createShellPeople({ log, learn: redactor.learn, saved, prompts: onScreen });
  const shells = createShells(ports, people, settings, log);
  return {
    reach: {
      thisComputer: ports === undefined ? undefined : { name: ports.machineName, end: endOf(context.extension) },
      aliases: async () => {
        const loaded = await shells.loaded();
        return loaded.ok ? loaded.value.aliases() : [];
      },
    },
    shells,
    saved,
    dispose: shells.dispose,
  };
}
