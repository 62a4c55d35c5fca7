// The settings of this extension: the only reader and writer of the editor's configuration.

import * as vscode from 'vscode';
import type { RuleCode, Severity } from '../core/rules/rule';

export interface Settings extends vscode.Disposable {
  /** Severities a person has set, for a document. */
  severities(scope: vscode.Uri): ReadonlyMap<RuleCode, Severity | 'off'>;
  readonly onDidChangeRules: vscode.Event<void>;
}

const SECTION = 'rdpDiagnostics';
const weights: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'];

const isRuleCode = (text: string): text is RuleCode => /^RDP\d{3}$/.test(text);
const isWeight = (value: unknown): value is Severity | 'off' => weights.includes(value);

export function watchSettings(): Settings {
  const rulesChanged = new vscode.EventEmitter<void>();
  const subscriptions = vscode.Disposable.from(
    rulesChanged,
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${SECTION}.rules`)) rulesChanged.fire();
    }),
  );
  return {
    severities(scope) {
      const rules = vscode.workspace.getConfiguration(SECTION, scope).get<unknown>('rules');
      const found = new Map<RuleCode, Severity | 'off'>();
      if (typeof rules !== 'object' || rules === null) return found;
      for (const [code, weight] of Object.entries(rules)) if (isRuleCode(code) && isWeight(weight)) found.set(code, weight);
      return found;
    },
    onDidChangeRules: rulesChanged.event,
    dispose: () => {
      subscriptions.dispose();
    },
  };
}
