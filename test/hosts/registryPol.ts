// A registry.pol in the editor: its own editor, its text with the findings of the file, other files made of it, a fixed copy. Runs in every
// extension host: no Node here.

import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assertions';
import { codeOf, findings, until, workspaceFolder } from './waiting';
import { writeRegistryPol } from '../../src/core/formats/registryPol/writer';
import type { RegistryEntry } from '../../src/core/formats/entry';
import { dwordData } from '../../src/core/registry/valueData';

const TERMINAL_SERVICES = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const evidence = { document: '', range: { start: 0, end: 0 } };

function setting(key: string, name: string, value: number, size = 4): RegistryEntry {
  const { type, bytes } = dwordData(value);
  const data = new Uint8Array(size);
  data.set(bytes);
  return { kind: 'registry', hive: 'machine', key, name, type, data, action: 'set', evidence };
}

export const polEntries = [setting(TERMINAL_SERVICES, 'fDenyTSConnections', 1), setting('HKLM\\K', 'N', 2), setting('K', 'Ten', 3, 10)];

export async function writtenPol(name: string, content: Uint8Array): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  await vscode.workspace.fs.writeFile(uri, content);
  return uri;
}

async function shownText(): Promise<vscode.TextDocument> {
  const document = await until(
    () => vscode.window.activeTextEditor?.document,
    (active) => active !== undefined,
  );
  ok(document);
  return document;
}

export async function polTextOf(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('rdpDiagnostics.openAsText', uri);
  return shownText();
}

const activeInput = (): unknown => vscode.window.tabGroups.activeTabGroup.activeTab?.input;

export function testRegistryPol(): void {
  describe('a registry.pol', () => {
    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('opens in an editor of its own, whatever the case of its name', async () => {
      const uri = await writtenPol('Table.POL', writeRegistryPol(polEntries));
      await vscode.commands.executeCommand('vscode.open', uri);
      const input = await until(activeInput, (shown) => shown instanceof vscode.TabInputCustom);
      ok(input instanceof vscode.TabInputCustom);
      deepEqual([input.viewType, input.uri.path], ['rdpDiagnostics.registryPol', uri.path]);
    });

    it('is read-only text with the findings of the file on the lines that say the same', async () => {
      const document = await polTextOf(await writtenPol('text.pol', writeRegistryPol(polEntries)));
      equal(document.uri.scheme, 'rdp-policy');
      equal(vscode.workspace.fs.isWritableFileSystem('rdp-policy'), false);
      match(document.getText(), /^Computer\r\nSOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services\r\nfDenyTSConnections\r\nDWORD:1\r\n/);
      const found = await findings(document.uri, (codes) => codes.length >= 3);
      const lines = new Map(found.map((one) => [codeOf(one), document.lineAt(one.range.end.line).text]));
      equal(lines.get('RDP101'), 'DWORD:1');
      equal(lines.get('RDP044'), 'HKLM\\K');
      match(lines.get('RDP021') ?? '', /^; Not written, .* Ten set$/);
      // Nothing but what the file says: its text is not linted once more.
      equal(found.length, 3);
      // What works on LGPO text works here.
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, new vscode.Position(2, 2));
      equal(hovers.length, 1);
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
      equal(symbols[0]?.name, 'Terminal Services');
    });

    it('offers a fixed copy for what has one, as a lens and as a fix of the line', async () => {
      const document = await polTextOf(await writtenPol('fixes.pol', writeRegistryPol(polEntries)));
      const [problem] = (await findings(document.uri, (codes) => codes.includes('RDP101'))).filter((one) => codeOf(one) === 'RDP101');
      ok(problem);
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      const own = lenses.filter(({ command }) => command?.command === 'rdpDiagnostics.saveFixedCopy');
      deepEqual(own.map(({ command }) => command?.title), ['Save Fixed Copy: Accept connections (fDenyTSConnections = 0)', 'Save Fixed Copy: Remove HKLM from the key']);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, problem.range, vscode.CodeActionKind.QuickFix.value);
      deepEqual(actions.map(({ title, edit }) => [title, edit]), [['Save Fixed Copy: Accept connections (fDenyTSConnections = 0)', undefined]]);
    });

    it('has text that follows the file', async () => {
      const uri = await writtenPol('changing.pol', writeRegistryPol(polEntries));
      const document = await polTextOf(uri);
      await findings(document.uri, (codes) => codes.includes('RDP044'));
      await vscode.workspace.fs.writeFile(uri, writeRegistryPol(polEntries.slice(0, 1)));
      await until(
        () => document.getText(),
        (text) => !text.includes('HKLM'),
      );
      // On its way it may be seen empty.
      await findings(document.uri, (codes) => codes.join() === 'RDP101');
      match(document.getText(), /fDenyTSConnections/);
    });

    it('becomes other files, opened and not saved', async () => {
      const uri = await writtenPol('convert.pol', writeRegistryPol(polEntries));
      const converted = async (to: string): Promise<string> => {
        await vscode.commands.executeCommand('rdpDiagnostics.convert', { file: uri.toString(), to });
        const document = await shownText();
        ok(document.isUntitled);
        return document.getText();
      };
      match(await converted('reg'), /"fDenyTSConnections"=dword:00000001/);
      match(await converted('lgpo'), /fDenyTSConnections\r?\nDWORD:1/);
      match(await converted('powerShell'), /'fDenyTSConnections', \[int\]1/);
    });
  });
}
