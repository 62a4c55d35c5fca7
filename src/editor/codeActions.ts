// The lightbulb and "fix all". Findings are looked up by (document, version, range, code), never by message, and every edit is bound to
// the version it was computed for. "Fix all" holds cosmetic fixes only: saving a file must not change what it does to a server.

import * as vscode from 'vscode';
import type { Finding } from '../core/rules/rule';
import type { TextEdit } from '../core/text/edits';
import { message, type Message } from '../core/messages/message';
import type { Effect } from '../core/remedies/remedy';
import type { CommandId } from './commands';
import { editorRange, workspaceEdit } from './convert';
import type { Linted, LintedDocuments } from './documents';
import { lintedSelector } from './lintedFiles';
import { codeOf } from './findings';
import { translate } from './translate';

const quickFix = vscode.CodeActionKind.QuickFix;
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('rdpDiagnostics');

/** Findings about the encoding: what they are about is not in the text. */
const encodingCodes: readonly string[] = ['RDP003', 'RDP004', 'RDP005', 'RDP054'];
const rewriteKind = vscode.CodeActionKind.Source.append('rdpDiagnostics');

export function offerCodeActions(documents: LintedDocuments): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: async (document, range, context, token) => {
      // Asked for another kind (on every save, for each extension): nothing to compute.
      const wanted = (kind: vscode.CodeActionKind): boolean => context.only?.contains(kind) === true;
      const wantsFixes = context.only === undefined || wanted(quickFix);
      const others = wanted(rewriteKind) && document.languageId === 'reg' ? rewrites() : [];
      if (!wantsFixes && !wanted(fixAllKind)) return [...others];
      const linted = await documents.lint(document);
      if (linted === undefined || token.isCancellationRequested || linted.version !== document.version) return [];
      return [
        ...(wantsFixes ? quickFixes(linted, range, context.diagnostics) : []),
        ...(wanted(fixAllKind) ? fixAll(linted) : []),
        ...others,
      ];
    },
  };
  return vscode.languages.registerCodeActionsProvider(lintedSelector, provider, { providedCodeActionKinds: [quickFix, fixAllKind, rewriteKind] });
}

/** What changes least comes first, and silence last. */
const order: readonly Effect[] = ['cosmetic', 'repairs-line', 'changes-behaviour'];

function quickFixes(linted: Linted, range: vscode.Range, shown: readonly vscode.Diagnostic[]): readonly vscode.CodeAction[] {
  const { document, result } = linted;
  const here = result.findings.filter((finding) => editorRange(document, finding.evidence.range).intersection(range) !== undefined);
  const fixes = here.flatMap((finding) => finding.remedies.map((remedy) => ({ finding, remedy })));
  const inOrder = order.flatMap((effect) => fixes.filter(({ remedy }) => remedy.effect === effect));
  return [
    ...inOrder.flatMap(({ finding, remedy }) => {
      const action = quickFixOf(linted, { finding, shown }, remedy.title, result.editsFor(finding, remedy));
      if (action !== undefined) action.isPreferred = remedy.preferred;
      return action ?? [];
    }),
    ...(here.some(({ code }) => encodingCodes.includes(code)) && !document.isUntitled ? [commandAction('rdpDiagnostics.changeEncoding', message('status.rewrite'), quickFix)] : []),
    ...here.flatMap((finding) =>
      result.suppressionsFor(finding).flatMap(({ title, edits }) => quickFixOf(linted, { finding, shown }, title, edits) ?? []),
    ),
  ];
}

function quickFixOf(
  { document, version }: Linted,
  { finding, shown }: { readonly finding: Finding; readonly shown: readonly vscode.Diagnostic[] },
  title: Message,
  edits: readonly TextEdit[] | undefined,
): vscode.CodeAction | undefined {
  const edit = edits === undefined ? undefined : workspaceEdit(document, version, edits);
  if (edit === undefined) return undefined;
  const at = editorRange(document, finding.evidence.range);
  const action = new vscode.CodeAction(translate(title), quickFix);
  action.edit = edit;
  action.diagnostics = shown.filter((diagnostic) => codeOf(diagnostic) === finding.code && diagnostic.range.isEqual(at));
  return action;
}

function commandAction(command: CommandId, title: Message, kind: vscode.CodeActionKind): vscode.CodeAction {
  const action = new vscode.CodeAction(translate(title), kind);
  action.command = { command, title: action.title };
  return action;
}

/** Other files made of this one. */
function rewrites(): readonly vscode.CodeAction[] {
  return [
    commandAction('rdpDiagnostics.changeEncoding', message('status.rewrite'), rewriteKind),
    commandAction('rdpDiagnostics.convert', message('convert.action'), rewriteKind),
    commandAction('rdpDiagnostics.writeUndoFile', message('convert.undo'), rewriteKind),
  ];
}

function fixAll({ document, version, result }: Linted): readonly vscode.CodeAction[] {
  const edits = result.fixAllEdits();
  const edit = edits.length === 0 ? undefined : workspaceEdit(document, version, edits);
  if (edit === undefined) return [];
  const action = new vscode.CodeAction(translate(message('server.fixAll.title')), fixAllKind);
  action.edit = edit;
  return [action];
}
