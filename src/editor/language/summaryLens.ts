// One line above the first key or statement, where a person has asked for it (rdpDiagnostics.codeLens.enabled): what the file does, and how many
// findings it has.

import * as vscode from 'vscode';
import { message } from '../../core/messages/message';
import { editorRange } from '../convert';
import type { LintedDocuments } from '../documents';
import { lintedSelector } from '../lintedFiles';
import type { Settings } from '../settings';
import { translate } from '../translate';

export function showSummary(documents: LintedDocuments, settings: Settings): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const refresh = (): void => {
    changed.fire();
  };
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: async (document, token) => {
      if (!settings.showsCodeLens(document.uri)) return [];
      const [opened, linted] = await Promise.all([documents.open(document), documents.lint(document)]);
      const summary = opened?.language.summary() ?? linted?.result.summary();
      if (summary === undefined || token.isCancellationRequested || (opened ?? linted)?.version !== document.version) return [];
      const at = editorRange(document, summary.at);
      const findings = linted?.result.findings.length ?? 0;
      return [
        new vscode.CodeLens(at, { title: translate(summary.says), command: '' }),
        new vscode.CodeLens(at, { title: translate(message('lens.findings', findings)), command: findings > 0 ? 'workbench.actions.view.problems' : '' }),
      ];
    },
  };
  return vscode.Disposable.from(changed, settings.onDidChangeHints(refresh), vscode.languages.registerCodeLensProvider(lintedSelector, provider));
}
