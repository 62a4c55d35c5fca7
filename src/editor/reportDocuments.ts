// `rdp-report:` documents: the report of a check as a read-only text whose lines are the evidence, with its findings as problems on
// exactly those lines, and every rule code a link to its page.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import { createLineMap } from '../core/text/lineMap';
import type { ServerReport } from '../core/servers/report';
import { diagnosticOf, type RangeOf } from './findings';
import type { LogChannel } from './log';
import { serveReadOnlyFiles } from './readOnlyFiles';
import type { Reports } from './reports';
import { REPORT_SCHEME, reportedServer } from './reportUri';
import { isRuleCode, ruleUri } from './ruleUri';
import { translate } from './translate';

const reportSelector: vscode.DocumentFilter = { scheme: REPORT_SCHEME };

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

function openReports(serverId: string): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(({ uri }) => reportedServer(uri) === serverId);
}

function serveTexts(reports: Reports): vscode.Disposable {
  const changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  return vscode.Disposable.from(
    changed,
    reports.onDidChange((serverId) => {
      changed.fire(openReports(serverId).map(({ uri }) => uri));
    }),
    serveReadOnlyFiles({
      scheme: REPORT_SCHEME,
      read: async (uri) => {
        const report = await reports.read(reportedServer(uri) ?? '');
        return report?.text ?? translate(message('server.report.none'));
      },
      onDidChange: changed.event,
    }),
  );
}

/** `uriOf` names the report of a server that has one, open or not. */
function publishProblems(reports: Reports, uriOf: (serverId: string) => vscode.Uri | undefined, log: LogChannel): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('rdpDiagnostics.reports');

  /**
   * Under the name the server has now, and under each name a tab still shows; names nobody uses any more lose their problems. A tab that
   * still shows the text of the check before has none until it has been read again: the editor draws a problem where its range lies in
   * the text it has, and does not move it to its line when the text becomes longer.
   */
  const publish = async (serverId: string): Promise<void> => {
    const report = await reports.read(serverId);
    collection.forEach((uri) => {
      if (reportedServer(uri) === serverId) collection.delete(uri);
    });
    if (report === undefined) return;
    const open = openReports(serverId);
    const current = uriOf(serverId);
    if (current !== undefined && !open.some(({ uri }) => uri.toString() === current.toString())) collection.set(current, diagnosticsOf(current, report));
    for (const document of open) {
      if (document.getText() === report.text) collection.set(document.uri, diagnosticsOf(document.uri, report));
    }
  };
  const start = (serverId: string | undefined): void => {
    if (serverId === undefined) return;
    publish(serverId).catch((error: unknown) => {
      log.bug(`Problems in the report of ${serverId}`, error);
    });
  };
  const startForDocument = ({ uri }: vscode.TextDocument): void => {
    start(reportedServer(uri));
  };
  vscode.workspace.textDocuments.forEach(startForDocument);
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(startForDocument),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      startForDocument(document);
    }),
    reports.onDidChange(start),
  );
}

function linkCodes(): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(reportSelector, {
    provideDocumentLinks: (document) =>
      [...document.getText().matchAll(/\bRDP\d{3}\b/g)].flatMap(({ index, 0: code }) => {
        const range = new vscode.Range(document.positionAt(index), document.positionAt(index + code.length));
        return isRuleCode(code) ? [new vscode.DocumentLink(range, ruleUri(code))] : [];
      }),
  });
}

/** The sections of a report: lines that start at the margin and have indented lines below them. */
function outlineSections(): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(reportSelector, {
    provideDocumentSymbols: (document) => {
      const lines = Array.from({ length: document.lineCount }, (_, index) => document.lineAt(index));
      const heads = lines.filter(({ lineNumber, text }) => /^\S/.test(text) && /^\s+\S/.test(lines[lineNumber + 1]?.text ?? ''));
      return heads.map((head) => {
        const after = lines.slice(head.lineNumber + 1).find(({ text }) => !/^\s+\S/.test(text));
        const range = head.range.union(lines[(after?.lineNumber ?? document.lineCount) - 1]?.range ?? head.range);
        const title = head.text.replace(/^(\d+)\s+/, '$1 ').split(/\s{2,}/)[0] ?? head.text;
        return new vscode.DocumentSymbol(title, '', vscode.SymbolKind.Namespace, range, head.range);
      });
    },
  });
}

export function serveReports(reports: Reports, uriOf: (serverId: string) => vscode.Uri | undefined, log: LogChannel): vscode.Disposable {
  return vscode.Disposable.from(serveTexts(reports), publishProblems(reports, uriOf, log), linkCodes(), outlineSections());
}
