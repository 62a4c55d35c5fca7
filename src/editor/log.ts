// The one output channel, behind core's Log.

import * as vscode from 'vscode';
import type { Log } from '../core/ports';

export interface LogChannel extends Log, vscode.Disposable {
  show(): void;
  /** A bug: its stack goes to the log, where "Open Log" leads. */
  bug(where: string, error: unknown): void;
}

export function createLog(): LogChannel {
  const channel = vscode.window.createOutputChannel('RDP Diagnostics', { log: true });
  return {
    info: (text) => {
      channel.info(text);
    },
    warn: (text) => {
      channel.warn(text);
    },
    error: (text) => {
      channel.error(text);
    },
    bug: (where, error) => {
      channel.error(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    },
    show: () => {
      channel.show(true);
    },
    dispose: () => {
      channel.dispose();
    },
  };
}
