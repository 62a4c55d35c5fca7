// The one output channel, behind core's Log. Whatever goes in passes the redactor first: there is no other door.

import * as vscode from 'vscode';
import type { Log } from '../core/ports';
import type { Redactor } from '../core/text/redactor';

export interface LogChannel extends Log, vscode.Disposable {
  show(): void;
  /** A bug: its stack goes to the log, where "Open Log" leads. */
  bug(where: string, error: unknown): void;
}

export function createLog({ redact }: Redactor): LogChannel {
  const channel = vscode.window.createOutputChannel('RDP Diagnostics', { log: true });
  return {
    info: (text) => {
      channel.info(redact(text));
    },
    warn: (text) => {
      channel.warn(redact(text));
    },
    error: (text) => {
      channel.error(redact(text));
    },
    bug: (where, error) => {
      channel.error(redact(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
    },
    show: () => {
      channel.show(true);
    },
    dispose: () => {
      channel.dispose();
    },
  };
}
