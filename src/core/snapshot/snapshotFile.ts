// A snapshot as a file: its name and its text. One line for each row of a list, so that two of them can be compared with any tool.

import type { Snapshot } from './snapshot';

export const snapshotEnding = '.rdpsnapshot.json';

/** @param name file name, path or URI */
export function isSnapshotName(name: string): boolean {
  return name.toLowerCase().endsWith(snapshotEnding);
}

export function snapshotText(snapshot: Snapshot): string {
  return `${JSON.stringify(snapshot, undefined, 1)}\n`;
}
