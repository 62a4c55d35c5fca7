import { equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in the editor', () => {
  it('activates when a .reg file is opened', async () => {
    const extension = vscode.extensions.getExtension('rdp-diagnostics.rdp-diagnostics');
    ok(extension, 'the extension is not known to the editor');
    const document = await vscode.workspace.openTextDocument({ language: 'reg', content: 'Windows Registry Editor Version 5.00\r\n' });
    equal(document.languageId, 'reg');
    const deadline = Date.now() + 30_000; // activation by language is the editor's own doing: nothing here calls activate()
    while (!extension.isActive && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
    ok(extension.isActive, 'opening a reg document did not activate the extension');
  });
});
