// A finding as the editor shows it: the same for a line of a file and for a line of a report.

import * as vscode from 'vscode';
import type { Finding, Related } from '../core/rules/rule';
import type { TextRange } from '../core/text/range';
import { editorRange, editorSeverity } from './convert';
import { ruleUri } from './ruleUri';
import { translate } from './translate';

/** Offsets of one text as lines and columns. */
export type RangeOf = (range: TextRange) => vscode.Range;

const tags = {
  unnecessary: vscode.DiagnosticTag.Unnecessary,
  deprecated: vscode.DiagnosticTag.Deprecated,
} as const;

export function diagnosticOf(uri: vscode.Uri, finding: Finding, rangeOf: RangeOf): vscode.Diagnostic {
  const { evidence, message, severity, code, related } = finding;
  const diagnostic = new vscode.Diagnostic(rangeOf(evidence.range), translate(message), editorSeverity(severity));
  diagnostic.source = 'RDP Diagnostics';
  diagnostic.code = { value: code, target: ruleUri(code) };
  diagnostic.tags = finding.tags.map((tag) => tags[tag]);
  diagnostic.relatedInformation = related.map((other) => relatedOf(uri, other, rangeOf));
  return diagnostic;
}

/** Evidence in another document leads to its start when that document is not open: only its own text knows the lines. */
function relatedOf(uri: vscode.Uri, { evidence, message }: Related, rangeOf: RangeOf): vscode.DiagnosticRelatedInformation {
  const text = translate(message);
  if (evidence.document === uri.toString()) return new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, rangeOf(evidence.range)), text);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === evidence.document);
  const range = open === undefined ? new vscode.Range(0, 0, 0, 0) : editorRange(open, evidence.range);
  return new vscode.DiagnosticRelatedInformation(new vscode.Location(vscode.Uri.parse(evidence.document, true), range), text);
}

/** The code of one of our diagnostics, however the editor hands it back. */
export function codeOf(diagnostic: vscode.Diagnostic): string | undefined {
  const { code } = diagnostic;
  return typeof code === 'object' ? String(code.value) : code === undefined ? undefined : String(code);
}
