// Codes of rules in a text of ours, as links to their pages.

import * as vscode from 'vscode';
import { isRuleCode, ruleUri } from './ruleUri';

export function ruleLinks(document: vscode.TextDocument): readonly vscode.DocumentLink[] {
  return [...document.getText().matchAll(/\bRDP\d{3}\b/g)].flatMap(({ index, 0: code }) => {
    const range = new vscode.Range(document.positionAt(index), document.positionAt(index + code.length));
    return isRuleCode(code) ? [new vscode.DocumentLink(range, ruleUri(code))] : [];
  });
}
