// Snapshots from where they are: read, judged before they are believed, and named as a person knows them.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';
import { findServer } from '../core/servers/serverList';
import type { Snapshot } from '../core/snapshot/snapshot';
import type { Settings } from './settings';
import type { SnapshotRef } from './snapshotRef';
import type { Snapshots } from './snapshots';
import { translate } from './translate';

/** What the door loads on first use. */
export type LoadSnapshotWork = () => Promise<typeof import('../core/servers/snapshotWork')>;

export interface NamedSnapshot {
  readonly name: string;
  readonly snapshot: Snapshot;
}

export interface SnapshotSources {
  nameOf(ref: SnapshotRef): string;
  read(ref: SnapshotRef): Promise<Result<NamedSnapshot>>;
}

const MB = 1024 * 1024;
/** As much as a collection may send. */
const LARGEST_MB = 32;

export const fileName = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1);

async function readFile(uri: vscode.Uri): Promise<Result<Uint8Array>> {
  const name = fileName(uri);
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST_MB * MB) {
      const text = message('snapshots.tooLarge', name, Math.ceil(size / MB), LARGEST_MB);
      return fail({ code: 'fileTooLarge', message: text, remedy: message('snapshots.tooLarge.remedy'), retry: false });
    }
    return succeed(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const text = message('snapshots.unreadableFile', name, error.message);
    return fail({ code: 'fileUnreadable', message: text, remedy: message('snapshots.unreadableFile.remedy'), retry: true });
  }
}

export function createSnapshotSources(load: LoadSnapshotWork, snapshots: Snapshots, settings: Pick<Settings, 'servers'>): SnapshotSources {
  const labelOf = (serverId: string): string => findServer(settings.servers(), serverId)?.server.label ?? serverId;

  function nameOf(ref: SnapshotRef): string {
    if (ref.kind === 'file') return fileName(ref.uri);
    const label = labelOf(ref.serverId);
    return ref.kind === 'before' ? translate(message('compare.before', label)) : label;
  }

  async function bytesOf(ref: SnapshotRef): Promise<Result<Uint8Array>> {
    if (ref.kind === 'file') return readFile(ref.uri);
    const bytes = await snapshots.read(ref.serverId, ref.kind);
    if (bytes !== undefined) return succeed(bytes);
    const label = labelOf(ref.serverId);
    const text = ref.kind === 'last' ? message('snapshots.none', label) : message('snapshots.noneBefore', label);
    return fail({ code: 'invalidInput', message: text, remedy: message('snapshots.none.remedy'), retry: true });
  }

  return {
    nameOf,
    async read(ref) {
      const [{ readSnapshot, snapshotFailure }, bytes] = await Promise.all([load(), bytesOf(ref)]);
      if (!bytes.ok) return bytes;
      const reading = readSnapshot(bytes.value);
      return reading.ok ? succeed({ name: nameOf(ref), snapshot: reading.snapshot }) : fail(snapshotFailure(reading.fault, nameOf(ref)));
    },
  };
}
