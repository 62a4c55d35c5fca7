// Between core's offsets and the editor's lines and columns, and from core's edits to the editor's.

import * as vscode from 'vscode';
import type { Severity } from '../core/rules/rule';
import type { TextEdit } from '../core/text/edits';
import type { TextRange } from '../core/text/range';

/** Right only for offsets into the text the document has now: callers hold the version they asked for. */
export function editorRange(document: vscode.TextDocument, range: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
}

export function editorSeverity(severity: Severity): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'information':
      return vscode.DiagnosticSeverity.Information;
    case 'hint':
      return vscode.DiagnosticSeverity.Hint;
  }
}

/** One edit of the workspace, or undefined when the document is no longer at the version the edits were computed for. */
export function workspaceEdit(
  document: vscode.TextDocument,
  version: number,
  edits: readonly TextEdit[],
): vscode.WorkspaceEdit | undefined {
  if (document.version !== version) return undefined;
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(document.uri, editorRange(document, range), newText);
  return edit;
}
