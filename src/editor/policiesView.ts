// The Policies view: core's tree of plain data, drawn. A click opens the statement a row is about; registry.pol opens in whatever editor
// is there for it.

import * as vscode from 'vscode';
import { message, type Message } from '../core/messages/message';
import type { PolicyNode } from '../core/policies/policiesWork';
import type { Target } from '../core/policies/readPolicyFile';
import { LARGEST_MB, MOST_FILES } from './policiesFiles';
import type { KeptPolicies } from './policiesKept';
import { translate, wordsText } from './translate';

interface Look {
  readonly icon: string;
  readonly color?: string;
  /** For those who do not see the icon. */
  readonly word?: Message;
}

const looks = {
  error: { icon: 'error', color: 'problemsErrorIcon.foreground', word: message('server.word.error') },
  warning: { icon: 'warning', color: 'problemsWarningIcon.foreground', word: message('server.word.warning') },
  information: { icon: 'info', color: 'problemsInfoIcon.foreground', word: message('server.word.information') },
  hint: { icon: 'info', color: 'problemsInfoIcon.foreground', word: message('server.word.information') },
} as const satisfies Readonly<Record<string, Look>>;

// Each has one: a row without is drawn further left than those below it.
const plainIcons: Readonly<Record<PolicyNode['kind'], string>> = {
  conflicts: 'git-compare',
  conflict: 'git-compare',
  side: 'go-to-file',
  gpo: 'law',
  symptom: 'list-unordered',
  fact: 'symbol-property',
  finding: 'info',
  silent: 'circle-slash',
};

function lookOf({ kind, state }: PolicyNode): Look {
  return state === 'none' ? { icon: plainIcons[kind] } : looks[state];
}

/** Opens a statement; in a file without lines, the file. */
export function openTarget({ document, line }: Target): vscode.Command {
  const uri = vscode.Uri.parse(document, true);
  const options: vscode.TextDocumentShowOptions = line === undefined ? {} : { selection: new vscode.Range(line - 1, 0, line - 1, 0) };
  return { title: '', command: 'vscode.open', arguments: [uri, options] };
}

function itemOf(node: PolicyNode): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const opened = node.kind === 'conflicts' || node.kind === 'symptom' ? Expanded : Collapsed;
  const label = wordsText(node.label);
  const description = node.description.map(wordsText).join(' · ');
  const item = new vscode.TreeItem(label, node.children.length === 0 ? None : opened);
  const look = lookOf(node);
  item.id = node.id;
  item.description = description;
  item.contextValue = node.kind;
  item.tooltip = [label, description, ...node.details.map(wordsText)].filter((line) => line !== '').join('\n');
  item.accessibilityInformation = { label: [label, ...(look.word === undefined ? [] : [translate(look.word)]), description].filter((part) => part !== '').join(', ') };
  item.iconPath = look.color === undefined ? new vscode.ThemeIcon(look.icon) : new vscode.ThemeIcon(look.icon, new vscode.ThemeColor(look.color));
  // A row with rows below it opens those.
  if (node.target !== undefined && node.children.length === 0) item.command = openTarget(node.target);
  return item;
}

export function showPolicies(policies: KeptPolicies): vscode.Disposable {
  const redraw = new vscode.EventEmitter<undefined>();
  const provider: vscode.TreeDataProvider<PolicyNode> = {
    onDidChangeTreeData: redraw.event,
    getTreeItem: itemOf,
    getChildren: async (node) => {
      if (node !== undefined) return [...node.children];
      const read = await vscode.window.withProgress({ location: { viewId: 'rdpDiagnostics.policies' }, title: translate(message('policies.reading')) }, () => policies.read());
      decorate();
      return [...read.tree];
    },
  };
  const view = vscode.window.createTreeView('rdpDiagnostics.policies', { treeDataProvider: provider, showCollapseAll: true });
  function decorate(): void {
    // No badge: the number on the container counts servers that have errors.
    view.message = policies.last?.leftOut === true ? translate(message('policies.limit', MOST_FILES, LARGEST_MB)) : '';
  }
  let stale = false;
  const refresh = (): void => {
    // A view that nobody sees is not read again for itself.
    stale = !view.visible;
    if (view.visible) redraw.fire(undefined);
  };
  return vscode.Disposable.from(
    redraw,
    view,
    policies.onDidChange(refresh),
    view.onDidChangeVisibility(() => {
      if (stale) refresh();
    }),
  );
}
