// The browser door does what a file needs: problems, pages, fixes; and says of a server only that it cannot be asked from here.

import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/editor/features';

const PATIENCE_MS = 30_000;
const trap = [
  'Windows Registry Editor Version 5.00',
  '',
  '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp]',
  '"PortNumber"=dword:00003389',
  '',
].join('\r\n');

async function problems(uri: vscode.Uri, likes: (found: readonly vscode.Diagnostic[]) => boolean): Promise<readonly vscode.Diagnostic[]> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = vscode.languages.getDiagnostics(uri);
    if (likes(found)) return found;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function expect(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

describe('a .reg file in the web worker host', () => {
  it('has its problem, the page of the rule and the fix', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'reg', content: trap });
    const [found] = await problems(document.uri, (all) => all.length > 0);
    const code = found?.code;
    expect(typeof code === 'object', 'the problem has no code with a page');
    const page = await vscode.workspace.openTextDocument(code.target);
    expect(page.getText().startsWith(`# ${String(code.value)}`), page.getText().slice(0, 80));
    const [fix] = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, found?.range);
    expect(fix?.edit !== undefined, 'there is no fix');
    await vscode.workspace.applyEdit(fix.edit);
    await problems(document.uri, (all) => all.length === 0);
    expect(document.getText().includes('dword:00000d3d'), document.getText());
  });
});

describe('a server in the web worker host', () => {
  it('is listed and stays unchecked', async () => {
    const setting = vscode.workspace.getConfiguration('rdpDiagnostics');
    await setting.update('servers', [{ id: 'web', label: 'web', address: 'rds-07.corp.example' }], vscode.ConfigurationTarget.Global);
    try {
      const extension = vscode.extensions.getExtension<ExtensionApi>('rdp-diagnostics.rdp-diagnostics');
      const api = await extension?.activate();
      const node = api?.servers().find(({ serverId }) => serverId === 'web');
      expect(node?.state === 'notChecked', JSON.stringify(node));
    } finally {
      await setting.update('servers', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
