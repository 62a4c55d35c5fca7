// One node of the servers view as the editor draws it: icon and words say the same, and so does what a screen reader reads.

import * as vscode from 'vscode';
import { message, type Message } from '../core/messages/message';
import type { NodeState, TreeNode } from '../core/servers/tree';
import { translate, wordsText } from './translate';

interface Look {
  readonly icon: string;
  readonly color?: string;
  /** For those who do not see the icon. */
  readonly word: Message;
}

function lookOf(state: Exclude<NodeState, 'none'>): Look {
  switch (state) {
    case 'ok':
      return { icon: 'pass', color: 'testing.iconPassed', word: message('server.word.ok') };
    case 'warning':
      return { icon: 'warning', color: 'problemsWarningIcon.foreground', word: message('server.word.warning') };
    case 'error':
      return { icon: 'error', color: 'problemsErrorIcon.foreground', word: message('server.word.error') };
    case 'information':
      return { icon: 'info', color: 'problemsInfoIcon.foreground', word: message('server.word.information') };
    case 'unknown':
      return { icon: 'question', word: message('server.word.unknown') };
    case 'notChecked':
      return { icon: 'circle-outline', word: message('server.word.notChecked') };
    case 'checking':
      return { icon: 'loading~spin', word: message('server.word.checking') };
  }
}

function themeIcon({ icon, color }: Look): vscode.ThemeIcon {
  return color === undefined ? new vscode.ThemeIcon(icon) : new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}

/** Times are UTC; the reader's own clock stands beside it. */
function whenText(at: number): string {
  const when = new Date(at);
  return translate(message('server.tooltip.checked', when.toISOString().slice(0, 19).replace('T', ' '), when.toLocaleString(vscode.env.language)));
}

/** Where an entry that cannot be read is corrected, or where a finding stands: a click leads there. */
function clickCommand({ id, kind, capabilities, label }: TreeNode): vscode.Command | undefined {
  const title = wordsText(label);
  if (kind === 'finding') return { title, command: 'rdpDiagnostics.openReport', arguments: [id] };
  if (capabilities.includes('inUserSettings')) return { title, command: 'workbench.action.openSettingsJson' };
  if (capabilities.includes('inWorkspaceSettings')) return { title, command: 'workbench.action.openWorkspaceSettingsFile' };
  return undefined;
}

/** The texts of `later` are loaded. */
export function tooltipOf(node: TreeNode): string {
  const label = wordsText(node.label);
  const description = node.description.map(wordsText).join(' · ');
  const lines = [label, description, ...node.later.map(translate), ...node.details.map(wordsText), ...(node.at === undefined ? [] : [whenText(node.at)])];
  return [...new Set(lines)].filter((line) => line !== '').join('\n');
}

export function serverItem(node: TreeNode): vscode.TreeItem {
  const hasChildren = node.children.length > 0;
  const opened = node.kind === 'group' ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  const label = wordsText(node.label);
  const item = new vscode.TreeItem(label, hasChildren ? opened : vscode.TreeItemCollapsibleState.None);
  const description = node.description.map(wordsText).join(' · ');
  item.id = node.id;
  item.description = description;
  item.contextValue = [node.kind, ...node.capabilities].join(' ');
  const command = clickCommand(node);
  if (command !== undefined) item.command = command;
  // Without one the editor asks for it when it is to be shown, and by then the texts are loaded.
  if (node.later.length === 0) item.tooltip = tooltipOf(node);
  if (node.state === 'none') {
    item.accessibilityInformation = { label: [label, ...node.details.map(wordsText)].join(', ') };
    return item;
  }
  const look = lookOf(node.state);
  item.iconPath = themeIcon(look);
  const word = translate(look.word);
  // "not checked, not checked yet" and "not seen, not seen: ..." say one thing twice.
  const parts = description.startsWith(word) ? [label, description] : [label, word, description];
  item.accessibilityInformation = { label: parts.filter((part) => part !== '').join(', ') };
  return item;
}
