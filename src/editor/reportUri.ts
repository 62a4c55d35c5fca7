// What reports are called: `rdp-report:/<label>.rdp-report?<id>` for the last check of a server, `/snapshots/…?<file>` for a snapshot that
// was opened, `/comparisons/…?<both>` for two of them. The path is for the tab, the query for finding it again.

import * as vscode from 'vscode';
import type { Server } from '../core/servers/server';
import { readSnapshotRef, refText, type SnapshotRef } from './snapshotRef';

export const REPORT_SCHEME = 'rdp-report';

const ENDING = '.rdp-report';
const SNAPSHOTS = '/snapshots/';
const COMPARISONS = '/comparisons/';

const inPath = (name: string): string => name.replace(/[\\/:*?"<>|#%]/g, '_');

export function reportUri({ id, label }: Pick<Server, 'id' | 'label'>): vscode.Uri {
  return vscode.Uri.from({ scheme: REPORT_SCHEME, path: `/${inPath(label)}${ENDING}`, query: id });
}

const isDerived = ({ path }: vscode.Uri): boolean => path.startsWith(SNAPSHOTS) || path.startsWith(COMPARISONS);

/** The id of the server a report is about, or undefined for any other document. */
export function reportedServer(uri: vscode.Uri): string | undefined {
  return uri.scheme === REPORT_SCHEME && uri.query !== '' && !isDerived(uri) ? uri.query : undefined;
}

/** By what a report is read and its changes are told: the id of its server, or the whole address of one that is worked out when read. */
export function reportKey(uri: vscode.Uri): string | undefined {
  if (uri.scheme !== REPORT_SCHEME || uri.query === '') return undefined;
  return isDerived(uri) ? uri.toString() : uri.query;
}

export function snapshotReportUri(file: vscode.Uri): vscode.Uri {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.rdpsnapshot\.json$/i, '');
  return vscode.Uri.from({ scheme: REPORT_SCHEME, path: `${SNAPSHOTS}${inPath(name)}${ENDING}`, query: file.toString() });
}

export interface Comparison {
  readonly first: SnapshotRef;
  readonly second: SnapshotRef;
}

export function comparisonUri({ first, second }: Comparison, names: readonly [string, string]): vscode.Uri {
  const query = JSON.stringify([refText(first), refText(second)]);
  return vscode.Uri.from({ scheme: REPORT_SCHEME, path: `${COMPARISONS}${inPath(names.join(' - '))}${ENDING}`, query });
}

/** The file of a snapshot whose report this is. */
export function reportedFile({ scheme, path, query }: vscode.Uri): vscode.Uri | undefined {
  return scheme === REPORT_SCHEME && path.startsWith(SNAPSHOTS) && /^[a-z][\w.+-]*:/i.test(query) ? vscode.Uri.parse(query, true) : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function comparedSnapshots({ scheme, path, query }: vscode.Uri): Comparison | undefined {
  if (scheme !== REPORT_SCHEME || !path.startsWith(COMPARISONS)) return undefined;
  const both = jsonOf(query);
  if (!Array.isArray(both) || both.length !== 2) return undefined;
  const [first, second] = both.map(readSnapshotRef);
  return first === undefined || second === undefined ? undefined : { first, second };
}
