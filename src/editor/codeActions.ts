// The lightbulb and "fix all". Findings are looked up by (document, version, range, code), never by message, and every edit is bound to
// the version it was computed for. "Fix all" holds cosmetic fixes only: saving a file must not change what it does to a server.

import * as vscode from 'vscode';
import type { Finding } from '../core/rules/rule';
import { message } from '../core/messages/message';
import { editorRange, workspaceEdit } from './convert';
import { fileSelector, type Linted, type LintedDocuments } from './documents';
import { codeOf } from './findings';
import { translate } from './translate';

const quickFix = vscode.CodeActionKind.QuickFix;
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('rdpDiagnostics');

export function offerCodeActions(documents: LintedDocuments): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: async (document, range, context, token) => {
      // Asked for another kind (on every save, for each extension): nothing to compute.
      const wanted = (kind: vscode.CodeActionKind): boolean => context.only?.contains(kind) === true;
      const wantsFixes = context.only === undefined || wanted(quickFix);
      if (!wantsFixes && !wanted(fixAllKind)) return [];
      const linted = await documents.lint(document);
      if (linted === undefined || token.isCancellationRequested || linted.version !== document.version) return [];
      return [
        ...(wantsFixes ? quickFixes(linted, range, context.diagnostics) : []),
        ...(wanted(fixAllKind) ? fixAll(linted) : []),
      ];
    },
  };
  return vscode.languages.registerCodeActionsProvider(fileSelector, provider, { providedCodeActionKinds: [quickFix, fixAllKind] });
}

function quickFixes(linted: Linted, range: vscode.Range, shown: readonly vscode.Diagnostic[]): readonly vscode.CodeAction[] {
  const { document, result } = linted;
  return result.findings
    .filter((finding) => editorRange(document, finding.evidence.range).intersection(range) !== undefined)
    .flatMap((finding) => fixesOf(linted, finding, shown));
}

function fixesOf({ document, version, result }: Linted, finding: Finding, shown: readonly vscode.Diagnostic[]): readonly vscode.CodeAction[] {
  const at = editorRange(document, finding.evidence.range);
  const diagnostics = shown.filter((diagnostic) => codeOf(diagnostic) === finding.code && diagnostic.range.isEqual(at));
  return finding.remedies.flatMap((remedy) => {
    const edits = result.editsFor(finding, remedy);
    const edit = edits === undefined ? undefined : workspaceEdit(document, version, edits);
    if (edit === undefined) return [];
    const action = new vscode.CodeAction(translate(remedy.title), quickFix);
    action.edit = edit;
    action.diagnostics = diagnostics;
    action.isPreferred = remedy.preferred;
    return [action];
  });
}

function fixAll({ document, version, result }: Linted): readonly vscode.CodeAction[] {
  const edits = result.fixAllEdits();
  const edit = edits.length === 0 ? undefined : workspaceEdit(document, version, edits);
  if (edit === undefined) return [];
  const action = new vscode.CodeAction(translate(message('server.fixAll.title')), fixAllKind);
  action.edit = edit;
  return [action];
}
