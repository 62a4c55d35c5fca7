// What the text of a registry.pol is called: `rdp-policy:/<folder>/<file>.lgpo.txt?<address of the file>`. The path is for the tab and for
// the language, the query for finding the file again.

import * as vscode from 'vscode';

export const POLICY_SCHEME = 'rdp-policy';
export const POL_VIEW_TYPE = 'rdpDiagnostics.registryPol';

const ENDING = '.lgpo.txt';

const inPath = (name: string): string => name.replace(/[\\/:*?"<>|#%]/g, '_');

export function polTextUri(file: vscode.Uri): vscode.Uri {
  const path = file.path.split('/').filter((part) => part !== '').slice(-2).map((part) => `/${inPath(part)}`).join('');
  return vscode.Uri.from({ scheme: POLICY_SCHEME, path: `${path}${ENDING}`, query: file.toString() });
}

/** The file whose text this is. */
export function polOfText({ scheme, query }: vscode.Uri): vscode.Uri | undefined {
  return scheme === POLICY_SCHEME && /^[a-z][\w.+-]*:/i.test(query) ? vscode.Uri.parse(query, true) : undefined;
}

/** The registry.pol of the active editor, shown as a table or as text. */
export function activePol(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputCustom && input.viewType === POL_VIEW_TYPE) return input.uri;
  return input instanceof vscode.TabInputText ? polOfText(input.uri) : undefined;
}
