// The last two snapshots of each server, in the extension's storage: to save one, to compare with the one before.

import * as vscode from 'vscode';
import type { Snapshot } from '../core/snapshot/snapshot';
import { storedName } from './storedName';

/** `before`: the one that `last` took the place of. */
export type Kept = 'last' | 'before';

export interface Snapshots {
  /** As it was written; undefined where there is none. */
  read(serverId: string, which: Kept): Promise<Uint8Array | undefined>;
  keep(serverId: string, snapshot: Snapshot): Promise<void>;
  forget(serverId: string): Promise<void>;
}

export function keepSnapshots(storage: vscode.Uri): Snapshots {
  const fileOf = (serverId: string, which: Kept): vscode.Uri => vscode.Uri.joinPath(storage, 'snapshots', which, storedName(serverId));

  async function read(serverId: string, which: Kept): Promise<Uint8Array | undefined> {
    try {
      return await vscode.workspace.fs.readFile(fileOf(serverId, which));
    } catch (error) {
      // Never taken, or the storage was cleared.
      if (error instanceof vscode.FileSystemError) return undefined;
      throw error;
    }
  }

  async function remove(uri: vscode.Uri): Promise<void> {
    try {
      await vscode.workspace.fs.delete(uri);
    } catch (error) {
      // There was none.
      if (!(error instanceof vscode.FileSystemError)) throw error;
    }
  }

  return {
    read,
    async keep(serverId, snapshot) {
      const last = await read(serverId, 'last');
      if (last !== undefined) await vscode.workspace.fs.writeFile(fileOf(serverId, 'before'), last);
      await vscode.workspace.fs.writeFile(fileOf(serverId, 'last'), new TextEncoder().encode(JSON.stringify(snapshot)));
    },
    async forget(serverId) {
      await remove(fileOf(serverId, 'last'));
      await remove(fileOf(serverId, 'before'));
    },
  };
}
