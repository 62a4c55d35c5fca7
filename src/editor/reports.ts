// The last report of each server: in memory, and in the extension's storage so that a tab restored tomorrow has its text.

import * as vscode from 'vscode';
import { keptReport, readReport, type ServerReport } from '../core/servers/report';
import { storedName } from './storedName';
import { hasText } from './texts';

export interface Reports extends vscode.Disposable {
  read(serverId: string): Promise<ServerReport | undefined>;
  keep(serverId: string, report: ServerReport): Promise<void>;
  forget(serverId: string): Promise<void>;
  /** The server whose report is another one now, or gone. */
  readonly onDidChange: vscode.Event<string>;
}

/** `prepare` brings the texts that a kept report speaks. */
export function keepReports(storage: vscode.Uri, prepare: () => Promise<void>): Reports {
  /** `undefined` for one that was forgotten: its file may be there a little longer. */
  const reports = new Map<string, ServerReport | undefined>();
  const changed = new vscode.EventEmitter<string>();
  const fileOf = (serverId: string): vscode.Uri => vscode.Uri.joinPath(storage, 'reports', storedName(serverId));

  async function readKept(serverId: string): Promise<ServerReport | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(fileOf(serverId));
      await prepare();
      return readReport(new TextDecoder().decode(bytes), hasText);
    } catch (error) {
      // Never checked, or the storage was cleared.
      if (error instanceof vscode.FileSystemError) return undefined;
      throw error;
    }
  }

  return {
    async read(serverId) {
      if (reports.has(serverId)) return reports.get(serverId);
      const kept = await readKept(serverId);
      // Kept or forgotten while the disk was read: that is newer. A file that is not there may still come, from another window.
      if (!reports.has(serverId) && kept !== undefined) reports.set(serverId, kept);
      return reports.get(serverId);
    },
    async keep(serverId, report) {
      reports.set(serverId, report);
      changed.fire(serverId);
      await vscode.workspace.fs.writeFile(fileOf(serverId), new TextEncoder().encode(keptReport(report)));
    },
    async forget(serverId) {
      reports.set(serverId, undefined);
      changed.fire(serverId);
      try {
        await vscode.workspace.fs.delete(fileOf(serverId));
      } catch (error) {
        // There was none.
        if (!(error instanceof vscode.FileSystemError)) throw error;
      }
    },
    onDidChange: changed.event,
    dispose: () => {
      changed.dispose();
    },
  };
}
