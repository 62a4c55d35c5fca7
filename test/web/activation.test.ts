import * as vscode from 'vscode';

describe('the extension in the web worker host', () => {
  it('activates from its browser door when a .reg file is opened', async () => {
    if (vscode.env.uiKind !== vscode.UIKind.Web) throw new Error('this is not a web workbench');
    const { process: node } = globalThis as { process?: { versions?: { node?: string } } };
    if (node?.versions?.node !== undefined) throw new Error('this host has Node');
    const extension = vscode.extensions.getExtension('rdp-diagnostics.rdp-diagnostics');
    if (extension === undefined) throw new Error('the extension is not known to the editor');
    await vscode.workspace.openTextDocument({ language: 'reg', content: 'Windows Registry Editor Version 5.00\r\n' });
    const deadline = Date.now() + 30_000;
    while (!extension.isActive && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
    if (!extension.isActive) throw new Error('opening a reg document did not activate the extension');
  });
});
