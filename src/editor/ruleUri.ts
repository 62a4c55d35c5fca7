// Where the page of a rule is: `rdp-rule:/<code>.md`, a virtual document, so that it opens offline, in a browser and in remote windows.

import * as vscode from 'vscode';
import type { RuleCode } from '../core/rules/rule';

export const RULE_SCHEME = 'rdp-rule';

export function ruleUri(code: RuleCode): vscode.Uri {
  return vscode.Uri.from({ scheme: RULE_SCHEME, path: `/${code}.md` });
}

export function isRuleCode(text: string): text is RuleCode {
  return /^RDP\d{3}$/.test(text);
}
