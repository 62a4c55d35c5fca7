// Text formats of group policy in the editor: findings where they are, fixes that leave encoding and line ends as they were, and nothing
// said about documents of somebody else. Runs in every extension host: no Node here.

import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assertions';
import { joined, utf16 } from './regText';
import { codeOf, findings, openFile, until } from './waiting';

const template = (...lines: readonly string[]): string =>
  ['[Unicode]', 'Unicode=yes', '[Version]', 'signature="$CHICAGO$"', 'Revision=1', ...lines, ''].join('\r\n');
const stored = (text: string): Uint8Array => joined([0xff, 0xfe], utf16(text));

const POLICY_KEY = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const preference = (data: string): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">',
    '  <Registry clsid="{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}" name="fDenyTSConnections" status="fDenyTSConnections">',
    `    <Properties action="U" hive="HKEY_LOCAL_MACHINE" key="${POLICY_KEY}" name="fDenyTSConnections" type="REG_DWORD" value="${data}"/>`,
    '  </Registry>',
    '</RegistrySettings>',
    '',
  ].join('\r\n');

const fixesAt = async (document: vscode.TextDocument, range: vscode.Range): Promise<readonly vscode.CodeAction[]> =>
  vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value);

export function testPolicyFiles(): void {
  describe('a text of group policy', () => {
    it('that is a template has findings, and stays UTF-16LE with its line ends after a fix', async () => {
      const document = await openFile('GptTmpl.inf', stored(template('[Privilege Rights]', 'SeRemoteInteractiveLogonRight = *S-1-5-32-544,*S-1-5-32-555', 'SeDenyRemoteInteractiveLogonRight = *S-1-1-0,*S-1-5-32-546')));
      equal(document.languageId, 'gpttmpl');
      const [denied, ...others] = await findings(document.uri, (codes) => codes.length > 0);
      ok(denied);
      deepEqual([codeOf(denied), denied.range.start.line, others.length], ['RDP120', 7, 0]);
      const fix = (await fixesAt(document, denied.range)).find(({ edit }) => edit !== undefined);
      ok(fix?.edit, 'no fix with an edit');
      ok(await vscode.workspace.applyEdit(fix.edit));
      await findings(document.uri, (codes) => codes.length === 0);
      ok(await document.save());
      const expected = stored(template('[Privilege Rights]', 'SeRemoteInteractiveLogonRight = *S-1-5-32-544,*S-1-5-32-555', 'SeDenyRemoteInteractiveLogonRight = *S-1-5-32-546'));
      deepEqual([...(await vscode.workspace.fs.readFile(document.uri))], [...expected]);
    });

    it('has an outline and folds, and tells what stands under the mouse', async () => {
      const content = ['; made by hand', '; for a test', 'Computer', POLICY_KEY, 'UserAuthentication', 'DWORD:1', '', 'Computer', POLICY_KEY, 'fDisableCdm', 'DWORD:1', ''].join('\r\n');
      const lgpo = await openFile('outline.lgpo.txt', content);
      const symbols = await until(() => vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', lgpo.uri), (all) => all.length > 0);
      deepEqual(symbols.map(({ name, children }) => [name, ...children.map((child) => `${child.name} ${child.detail}`)]), [['Terminal Services', 'UserAuthentication 1', 'fDisableCdm 1']]);
      const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', lgpo.uri);
      deepEqual(folds.map(({ start, end }) => `${String(start)}-${String(end)}`).sort(), ['0-1', '2-10', '7-10']);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', lgpo.uri, new vscode.Position(4, 2));
      const said = hovers.flatMap(({ contents }) => contents.map((part) => (part instanceof vscode.MarkdownString ? part.value : ''))).join('\n');
      ok(said.includes('UserAuthentication') && said.includes('Network Level Authentication'), said);

      const inf = await openFile('outline-GptTmpl.inf', stored(template('[Privilege Rights]', 'SeRemoteInteractiveLogonRight = *S-1-5-32-544')));
      equal(inf.languageId, 'gpttmpl');
      const sections = await until(() => vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', inf.uri), (all) => all.length > 0);
      deepEqual(sections.map(({ name, children }) => [name, ...children.map((child) => child.name)]), [['Unicode', 'Unicode'], ['Version', 'signature', 'Revision'], ['Privilege Rights', 'SeRemoteInteractiveLogonRight']]);
    });

    it('that is LGPO text has findings', async () => {
      const document = await openFile('denied.lgpo.txt', ['Computer', POLICY_KEY, 'fDenyTSConnections', 'DWORD:1', ''].join('\r\n'));
      equal(document.languageId, 'lgpo');
      const found = await findings(document.uri, (codes) => codes.length > 0);
      deepEqual(found.map(codeOf), ['RDP101']);
    });

    it('that is XML has findings as long as it is one of group policy', async () => {
      const document = await openFile('Registry.xml', preference('00000001'));
      equal(document.languageId, 'xml');
      await findings(document.uri, (codes) => codes.includes('RDP101'));
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(1, 1, 1, 1 + 'RegistrySettings'.length), 'SomethingElse');
      ok(await vscode.workspace.applyEdit(edit));
      await findings(document.uri, (codes) => codes.length === 0);
    });

    it('is told about like a .reg file: hover, outline, folding, and a line above it that says what it does', async () => {
      const text = template('[Privilege Rights]', 'SeRemoteInteractiveLogonRight = *S-1-5-32-544,*S-1-5-32-555', '[Registry Values]', `MACHINE\\${POLICY_KEY}\\fDenyTSConnections=4,0`);
      const document = await openFile('told.inf', stored(text));
      equal(document.languageId, 'gpttmpl');
      const ask = async <T>(command: string, ...rest: readonly unknown[]): Promise<T> => vscode.commands.executeCommand<T>(`vscode.${command}`, document.uri, ...rest);
      const hovers = await ask<vscode.Hover[]>('executeHoverProvider', document.positionAt(text.indexOf('SeRemote') + 1));
      const shown = hovers.flatMap(({ contents }) => contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))).join('\n');
      for (const part of ['Allow log on through Remote Desktop Services', 'Remote Desktop Users']) ok(shown.includes(part), shown);
      const symbols = await ask<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider');
      deepEqual(
        symbols.slice(2).map(({ name, children }) => [name, children.map((child) => `${child.name}: ${child.detail}`)]),
        [['Privilege Rights', ['SeRemoteInteractiveLogonRight: Administrators, Remote Desktop Users']], ['Registry Values', ['fDenyTSConnections: 0']]],
      );
      const folds = await ask<vscode.FoldingRange[]>('executeFoldingRangeProvider');
      deepEqual(folds.map(({ start, end }) => [start, end]), [[0, 1], [2, 4], [5, 6], [7, 8]]);
      const setting = vscode.workspace.getConfiguration('rdpDiagnostics');
      await setting.update('codeLens.enabled', true, vscode.ConfigurationTarget.Global);
      try {
        const lenses = await until(() => ask<vscode.CodeLens[]>('executeCodeLensProvider', 10), (all) => all.length > 0);
        deepEqual(lenses.map(({ range, command }) => [range.start.line, command?.title]), [
          [6, 'Remote Desktop settings: 2 (SeRemoteInteractiveLogonRight = Administrators, Remote Desktop Users, fDenyTSConnections = 0)'],
          [6, 'Findings: 0'],
        ]);
      } finally {
        await setting.update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Global);
      }
    });

    it('that is somebody else\'s is left alone', async () => {
      const foreign = await openFile('pom.xml', '<project>\r\n  <name>fDenyTSConnections</name>\r\n</project>\r\n');
      const driver = await openFile('driver.inf', '[Version]\r\nSignature="$WINDOWS NT$"\r\nClass=Net\r\n[Privilege Rights]\r\nSeDenyRemoteInteractiveLogonRight = *S-1-1-0\r\n');
      const ours = await openFile('beside.lgpo.txt', ['Computer', POLICY_KEY, 'fDenyTSConnections', 'DWORD:1', ''].join('\r\n'));
      await findings(ours.uri, (codes) => codes.length > 0);
      deepEqual([foreign.uri, driver.uri].map((uri) => vscode.languages.getDiagnostics(uri).length), [0, 0]);
    });

    it('that is named as one of Policy Analyzer is XML, and read', async () => {
      const rules = `<PolicyRules>\r\n  <ComputerConfig>\r\n    <Key>${POLICY_KEY}</Key>\r\n    <Value>fDenyTSConnections</Value>\r\n    <RegType>REG_DWORD</RegType>\r\n    <RegData>1</RegData>\r\n  </ComputerConfig>\r\n</PolicyRules>\r\n`;
      const document = await openFile('baseline.PolicyRules', rules);
      equal(document.languageId, 'xml');
      const found = await until(() => vscode.languages.getDiagnostics(document.uri), (all) => all.length > 0);
      deepEqual(found.map(codeOf), ['RDP101']);
    });
  });
}
