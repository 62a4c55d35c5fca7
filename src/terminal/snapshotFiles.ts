// Snapshots from files of this machine: read, or the failure that says why not.

import { fail, succeed, type Result } from '../core/result';
import { readSnapshot } from '../core/snapshot/readSnapshot';
import type { Snapshot } from '../core/snapshot/snapshot';
import { snapshotFailure } from '../core/snapshot/snapshotFailures';
import type { Files } from './ports';

export async function readSnapshotFile(path: string, files: Files): Promise<Result<Snapshot>> {
  const bytes = await files.read(path);
  if (!bytes.ok) return bytes;
  const reading = readSnapshot(bytes.value);
  return reading.ok ? succeed(reading.snapshot) : fail(snapshotFailure(reading.fault, path));
}

/** The sections that were not seen, for whatever reason. */
export function unseenSections({ sections }: Snapshot): readonly string[] {
  return Object.entries(sections).flatMap(([name, section]) => ('failure' in section ? [name] : []));
}

/** Whether there is anything in it to be diagnosed. */
export function showsNothing({ sections }: Snapshot): boolean {
  return Object.values(sections).every((section) => 'failure' in section);
}

/** Whose snapshot it is and of when; the host is null where its section was not seen. */
export function snapshotHead({ sections: { host }, collection: { at } }: Snapshot): { readonly host: string | null; readonly at: string } {
  return { host: 'data' in host ? (host.data.dnsName ?? host.data.name) : null, at };
}
