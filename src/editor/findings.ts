// A finding as the editor shows it: the same for a line of a file and for a line of a report.

import * as vscode from 'vscode';
import type { Finding, Related } from '../core/rules/rule';
import { editorRange, editorSeverity } from './convert';
import { ruleUri } from './ruleUri';
import { translate } from './translate';

const tags = {
  unnecessary: vscode.DiagnosticTag.Unnecessary,
  deprecated: vscode.DiagnosticTag.Deprecated,
} as const;

export function diagnosticOf(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    editorRange(document, finding.evidence.range),
    translate(finding.message),
    editorSeverity(finding.severity),
  );
  diagnostic.source = 'RDP Diagnostics';
  diagnostic.code = { value: finding.code, target: ruleUri(finding.code) };
  diagnostic.tags = finding.tags.map((tag) => tags[tag]);
  diagnostic.relatedInformation = finding.related.map((related) => relatedOf(document, related));
  return diagnostic;
}

/** Evidence in another document leads to its start when that document is not open: only its own text knows the lines. */
function relatedOf(document: vscode.TextDocument, related: Related): vscode.DiagnosticRelatedInformation {
  const uri = vscode.Uri.parse(related.evidence.document, true);
  const other = [document, ...vscode.workspace.textDocuments].find((open) => open.uri.toString() === uri.toString());
  const range = other === undefined ? new vscode.Range(0, 0, 0, 0) : editorRange(other, related.evidence.range);
  return new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, range), translate(related.message));
}

/** The code of one of our diagnostics, however the editor hands it back. */
export function codeOf(diagnostic: vscode.Diagnostic): string | undefined {
  const { code } = diagnostic;
  return typeof code === 'object' ? String(code.value) : code === undefined ? undefined : String(code);
}
