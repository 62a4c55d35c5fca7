// Findings of files in the Problems panel and as squiggles, with the servers on which the same value is set.

import * as vscode from 'vscode';
import { coalesced } from './coalesced';
import { editorRange } from './convert';
import type { Linted, LintedDocuments } from './documents';
import { diagnosticOf } from './findings';
import type { LogChannel } from './log';
import type { Backlinks } from './reportBacklinks';

export interface DiagnosticParts {
  readonly documents: LintedDocuments;
  readonly backlinks: Backlinks;
  /** A report became another one. */
  readonly onDidChangeReport: vscode.Event<string>;
  readonly log: LogChannel;
}

/** Checks of many servers end within moments, and each report may be named by each open file. */
const BACKLINKS_PAUSE_MS = 1000;

export function publishDiagnostics({ documents, backlinks, onDidChangeReport, log }: DiagnosticParts): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('rdpDiagnostics');
  const latest = new Map<string, Linted>();

  function show({ document, result }: Linted, related?: Awaited<ReturnType<Backlinks['of']>>): void {
    const diagnostics = result.findings.map((finding) => diagnosticOf(document.uri, finding, (range) => editorRange(document, range)));
    for (const diagnostic of diagnostics) {
      const others = related?.get(diagnostic.range.start.line) ?? [];
      if (others.length > 0) diagnostic.relatedInformation = [...(diagnostic.relatedInformation ?? []), ...others];
    }
    collection.set(document.uri, diagnostics);
  }

  function addBacklinks(linted: Linted): void {
    if (linted.result.findings.length === 0) return;
    const { document } = linted;
    backlinks.of(document).then(
      (related) => {
        const isLatest = latest.get(document.uri.toString()) === linted && document.version === linted.version;
        if (isLatest && !document.isClosed) show(linted, related);
      },
      (error: unknown) => {
        log.bug(`Reports beside ${document.uri.toString()}`, error);
      },
    );
  }

  const addAllBacklinks = coalesced(() => {
    for (const linted of latest.values()) addBacklinks(linted);
  }, BACKLINKS_PAUSE_MS);

  return vscode.Disposable.from(
    collection,
    addAllBacklinks,
    documents.onDidLint((linted) => {
      latest.set(linted.document.uri.toString(), linted);
      // At once: reports are read from the disk, and a finding does not wait for them.
      show(linted);
      addBacklinks(linted);
    }),
    documents.onDidDrop((uri) => {
      latest.delete(uri.toString());
      collection.delete(uri);
    }),
    onDidChangeReport(addAllBacklinks),
  );
}
