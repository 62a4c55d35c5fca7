// GPO exports side by side, in every extension host: no Node here.

import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assertions';
import { openFile, until, workspaceFolder } from './waiting';
import type { ExtensionApi } from '../../src/editor/features';
import type { PolicyNode } from '../../src/core/policies/policiesWork';

const key = 'Software\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const lgpo = (value: number): string => `; a comment\nComputer\n${key}\nfDenyTSConnections\nDWORD:${String(value)}\n`;

export async function policyNodes(): Promise<readonly PolicyNode[]> {
  const extension = vscode.extensions.getExtension<ExtensionApi>('rdp-diagnostics.rdp-diagnostics');
  ok(extension);
  return (await extension.activate()).policies();
}

export const gpoNode = (nodes: readonly PolicyNode[], name: string): PolicyNode | undefined => nodes.find(({ kind, label }) => kind === 'gpo' && label === name);

function resultUri(...files: readonly vscode.Uri[]): vscode.Uri {
  return vscode.Uri.from({ scheme: 'rdp-effective', path: '/result.rdp-report', query: JSON.stringify(files.map(({ path }) => path)) });
}

export function testPolicies(): void {
  describe('the GPO exports of a workspace', () => {
    const files = ['first.lgpo.txt', 'second.lgpo.txt'].map((name) => vscode.Uri.joinPath(workspaceFolder(), name));
    before(async () => {
      for (const [index, uri] of files.entries()) await openFile(uri.path.slice(uri.path.lastIndexOf('/') + 1), lgpo(index));
    });
    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('are found by their content, with what they set and where they conflict', async () => {
      const nodes = await until(policyNodes, (found) => gpoNode(found, 'second.lgpo.txt') !== undefined && gpoNode(found, 'first.lgpo.txt') !== undefined);
      const fact = gpoNode(nodes, 'second.lgpo.txt')?.children[0]?.children[0];
      deepEqual([fact?.kind, fact?.description.at(-1), fact?.target?.line], ['fact', 'fDenyTSConnections = 1', 2]);
      const conflicts = nodes.find(({ kind }) => kind === 'conflicts')?.children ?? [];
      const conflict = conflicts.find(({ children }) => children.some(({ label }) => label === 'first.lgpo.txt'));
      ok(conflict?.children.some(({ label, target }) => label === 'second.lgpo.txt' && target?.line === 2));
    });

    it('weigh what is wrong with them as the settings say now', async () => {
      const stateOf = (nodes: readonly PolicyNode[]): string | undefined => gpoNode(nodes, 'second.lgpo.txt')?.state;
      const before = await until(policyNodes, (found) => gpoNode(found, 'second.lgpo.txt') !== undefined);
      equal(stateOf(before), 'warning');
      const settings = vscode.workspace.getConfiguration('rdpDiagnostics');
      await settings.update('rules', { RDP101: 'error' }, vscode.ConfigurationTarget.Global);
      try {
        await until(policyNodes, (found) => stateOf(found) === 'error');
      } finally {
        await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
      }
      await until(policyNodes, (found) => stateOf(found) === 'warning');
    });

    it('come to a read-only text in an order, with links to the lines', async () => {
      await until(policyNodes, (found) => gpoNode(found, 'second.lgpo.txt') !== undefined && gpoNode(found, 'first.lgpo.txt') !== undefined);
      const document = await vscode.workspace.openTextDocument(resultUri(...files));
      match(document.getText(), /fDenyTSConnections = 1 by policy of second\.lgpo\.txt \(second\.lgpo\.txt:2\); overrides 0 of first\.lgpo\.txt \(first\.lgpo\.txt:2\)/);
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
      deepEqual(
        links.map(({ target }) => [target?.path, target?.fragment]),
        [...files].reverse().map(({ path }) => [path, 'L2']),
      );
      equal(document.languageId, 'rdp-report');
    });

    it('say so where one of them is not there any more', async () => {
      const document = await vscode.workspace.openTextDocument(resultUri(vscode.Uri.joinPath(workspaceFolder(), 'gone.lgpo.txt')));
      match(document.getText(), /^A GPO export this result was worked out from is not there any more\.\n$/);
    });
  });
}
