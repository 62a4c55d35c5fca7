// A snapshot by where it is: kept of a server's last check, or of the one before, or in a file. As text in the address of a document.

import * as vscode from 'vscode';
import type { Kept } from './snapshots';

export type SnapshotRef = { readonly kind: Kept; readonly serverId: string } | { readonly kind: 'file'; readonly uri: vscode.Uri };

export function refText(ref: SnapshotRef): string {
  return ref.kind === 'file' ? `file ${ref.uri.toString()}` : `${ref.kind} ${ref.serverId}`;
}

/** Addresses of documents can be written by anyone: undefined for what is no reference. */
export function readSnapshotRef(text: unknown): SnapshotRef | undefined {
  const [, kind, rest = ''] = /^(file|last|before) (.+)$/s.exec(typeof text === 'string' ? text : '') ?? [];
  if (kind === 'last' || kind === 'before') return { kind, serverId: rest };
  if (kind === 'file' && /^[a-z][\w.+-]*:/i.test(rest)) return { kind, uri: vscode.Uri.parse(rest, true) };
  return undefined;
}
