// `rdp-report:` documents: the report of a check, or of a snapshot, as a read-only text whose lines are the evidence, with its findings as
// problems on exactly those lines.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import { createLineMap } from '../core/text/lineMap';
import type { ServerReport } from '../core/servers/report';
import type { AllReports } from './derivedReports';
import { diagnosticOf, type RangeOf } from './findings';
import type { LogChannel } from './log';
import { serveReadOnlyFiles } from './readOnlyFiles';
import { REPORT_SCHEME, reportedServer, reportKey } from './reportUri';
import { translate } from './translate';

function rangesIn(text: string): RangeOf {
  const lines = createLineMap(text);
  return ({ start, end }) => {
    const from = lines.positionAt(start);
    const to = lines.positionAt(end);
    return new vscode.Range(from.line, from.column, to.line, to.column);
  };
}

function diagnosticsOf(uri: vscode.Uri, { text, findings }: ServerReport): readonly vscode.Diagnostic[] {
  const rangeOf = rangesIn(text);
  return findings.map((finding) => diagnosticOf(uri, finding, rangeOf));
}

function openReports(key: string): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(({ uri }) => reportKey(uri) === key);
}

function serveTexts(reports: AllReports): vscode.Disposable {
  const changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  return vscode.Disposable.from(
    changed,
    reports.onDidChange((key) => {
      changed.fire(openReports(key).map(({ uri }) => uri));
    }),
    serveReadOnlyFiles({
      scheme: REPORT_SCHEME,
      read: async (uri) => {
        const report = await reports.read(reportKey(uri) ?? '');
        return report?.text ?? translate(message('server.report.none'));
      },
      onDidChange: changed.event,
    }),
  );
}

/** `uriOf` names the report of a server that has one, open or not. */
function publishProblems(reports: AllReports, uriOf: (serverId: string) => vscode.Uri | undefined, log: LogChannel): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('rdpDiagnostics.reports');

  /**
   * Under the name the server has now, and under each name a tab still shows; names nobody uses any more lose their problems. A tab that
   * still shows the text of the check before has none until it has been read again: the editor draws a problem where its range lies in
   * the text it has, and does not move it to its line when the text becomes longer.
   */
  const publish = async (key: string): Promise<void> => {
    const report = await reports.read(key);
    collection.forEach((uri) => {
      if (reportKey(uri) === key) collection.delete(uri);
    });
    if (report === undefined) return;
    const open = openReports(key);
    const current = uriOf(key);
    if (current !== undefined && !open.some(({ uri }) => uri.toString() === current.toString())) collection.set(current, diagnosticsOf(current, report));
    for (const document of open) {
      if (document.getText() === report.text) collection.set(document.uri, diagnosticsOf(document.uri, report));
    }
  };
  const start = (key: string | undefined): void => {
    if (key === undefined) return;
    publish(key).catch((error: unknown) => {
      log.bug(`Problems in the report of ${key}`, error);
    });
  };
  const startForDocument = ({ uri }: vscode.TextDocument): void => {
    start(reportKey(uri));
  };
  vscode.workspace.textDocuments.forEach(startForDocument);
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(startForDocument),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      startForDocument(document);
    }),
    // The report of a server stays true when its tab is gone; that of a file is about what was opened.
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (reportedServer(uri) === undefined) collection.delete(uri);
    }),
    reports.onDidChange(start),
  );
}

export function serveReports(reports: AllReports, uriOf: (serverId: string) => vscode.Uri | undefined, log: LogChannel): vscode.Disposable {
  return vscode.Disposable.from(serveTexts(reports), publishProblems(reports, uriOf, log));
}
