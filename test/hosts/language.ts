// .reg files as a language, asked as the editor asks. Runs in every extension host: no Node here.

import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assertions';
import { file, joined, LISTENER, utf16, utf8 } from './regText';
import { findings, openFile, until } from './waiting';

async function ask<T>(command: string, document: vscode.TextDocument, ...rest: readonly unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(`vscode.${command}`, document.uri, ...rest);
}

const positionOf = (document: vscode.TextDocument, word: string, shift = 1): vscode.Position => document.positionAt(document.getText().indexOf(word) + shift);

const textOf = (content: vscode.Hover['contents'][number]): string => (content instanceof vscode.MarkdownString ? content.value : '');

export function testLanguage(): void {
  describe('the language of .reg files', () => {
    const setting = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('rdpDiagnostics');

    it('hovers with the decoded value, its meaning and its policy, and without commands', async () => {
      const document = await openFile('hover.reg', file(LISTENER, '"PortNumber"=dword:00000d3d', '"UserAuthentication"=dword:00000000'));
      const hovers = await ask<vscode.Hover[]>('executeHoverProvider', document, positionOf(document, 'PortNumber'));
      const text = hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n').replace(/&nbsp;|\\/g, (found) => (found === '\\' ? '' : ' '));
      for (const part of ['PortNumber', '0x00000d3d = 3389', 'Remote Desktop Services']) ok(text.includes(part), `${part} is not in ${text}`);
      ok(hovers.every(({ contents }) => contents.every((content) => !(content instanceof vscode.MarkdownString) || content.isTrusted !== true)));
      ok(text.includes('](https://learn.microsoft.com/windows-server/remote/remote-desktop-services/clients/change-listening-port)'), text);
      const [policy] = await ask<vscode.Hover[]>('executeHoverProvider', document, positionOf(document, 'UserAuthentication'));
      ok(policy?.contents.map(textOf).join('\n').includes('policy'));
    });

    it('completes keys, names and data', async () => {
      const document = await openFile('complete.reg', file('[HKEY_LOCAL_MACHINE\\SYSTEM\\]', LISTENER, '"', '"UserAuthentication"='));
      const labels = async (line: number, column: number): Promise<readonly string[]> => {
        const list = await ask<vscode.CompletionList>('executeCompletionItemProvider', document, new vscode.Position(line, column));
        return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      };
      ok((await labels(2, 27)).includes(LISTENER.slice(1, -1)));
      const names = await labels(4, 1);
      ok(names.includes('PortNumber') && !names.includes('UserAuthentication'), names.join(' '));
      ok((await labels(5, '"UserAuthentication"='.length)).includes('dword:00000001'));
    });

    it('has an outline and folds', async () => {
      const document = await openFile('outline.reg', file('; one', '; two', LISTENER, '"PortNumber"=dword:00000d3d', '"a"=hex:01,\\', '  02'));
      const symbols = await ask<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider', document);
      deepEqual(symbols.map(({ name, children }) => [name, children.map((child) => child.name)]), [['RDP-Tcp', ['PortNumber', 'a']]]);
      const folds = await ask<vscode.FoldingRange[]>('executeFoldingRangeProvider', document);
      deepEqual(folds.map(({ start, end }) => [start, end]).sort(), [[2, 3], [4, 7], [6, 7]]);
    });

    it('formats the file and a selection', async () => {
      const document = await openFile('format.reg', file(LISTENER, '"PortNumber" = dword:D3D', '"a" = "b"'));
      const options = { tabSize: 4, insertSpaces: true };
      const part = await ask<vscode.TextEdit[]>('executeFormatRangeProvider', document, document.lineAt(4).range, options);
      ok(part.every(({ range }) => range.start.line === 4) && part.length > 0);
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, await ask<vscode.TextEdit[]>('executeFormatDocumentProvider', document, options));
      ok(await vscode.workspace.applyEdit(edit));
      deepEqual(document.getText(), file(LISTENER, '"PortNumber"=dword:00000d3d', '"a"="b"'));
    });

    it('shows inlay hints and a summary only where they are asked for', async () => {
      const document = await openFile('hints.reg', file(LISTENER, '"PortNumber"=dword:00000d3d'));
      const hints = async (): Promise<readonly string[]> => {
        const found = await ask<vscode.InlayHint[]>('executeInlayHintProvider', document, new vscode.Range(0, 0, 9, 0));
        return found.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
      };
      const lenses = async (): Promise<readonly string[]> => (await ask<vscode.CodeLens[]>('executeCodeLensProvider', document)).map(({ command }) => command?.title ?? '');
      deepEqual([await hints(), await lenses()], [[], []]);
      await setting().update('inlayHints.enabled', true, vscode.ConfigurationTarget.Global);
      await setting().update('codeLens.enabled', true, vscode.ConfigurationTarget.Global);
      try {
        deepEqual(await until(hints, (found) => found.length > 0), ['3389']);
        const [summary, count] = await until(lenses, (found) => found.length > 0);
        ok(summary?.includes('PortNumber = 3389'), summary);
        ok(/^Findings: \d/.test(count ?? ''), count);
      } finally {
        await setting().update('inlayHints.enabled', undefined, vscode.ConfigurationTarget.Global);
        await setting().update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Global);
      }
    });

    it('links the codes in comments that suppress to their pages', async () => {
      const document = await openFile('links.reg', file(LISTENER, '; rdp-diagnostics-disable-next-line RDP501 x', '"UserAuthentication"=dword:00000000'));
      const links = await ask<vscode.DocumentLink[]>('executeLinkProvider', document);
      deepEqual(links.map(({ range, target }) => [document.getText(range), target?.toString()]), [['RDP501', 'rdp-rule:/RDP501.md']]);
    });

    it('suppresses a finding by quick fix, for its line and for the file', async () => {
      const document = await openFile('suppress.reg', file(LISTENER, '"UserAuthentication"=dword:00000000'));
      const [finding] = await findings(document.uri, (codes) => codes.includes('RDP501'));
      ok(finding);
      const actions = await ask<vscode.CodeAction[]>('executeCodeActionProvider', document, finding.range);
      const titles = actions.map(({ title }) => title);
      deepEqual(titles.slice(-2), ['Suppress RDP501 for this line', 'Suppress RDP501 for this file']);
      ok(titles[0]?.startsWith('Require NLA'), titles.join(', '));
      const edit = actions.at(-2)?.edit;
      ok(edit !== undefined && (await vscode.workspace.applyEdit(edit)));
      equal(document.lineAt(3).text, '; rdp-diagnostics-disable-next-line RDP501');
      await findings(document.uri, (codes) => codes.length === 0);
    });
  });

  describe('commands that write another file', () => {
    const bytesOf = async (document: vscode.TextDocument): Promise<Uint8Array> => vscode.workspace.fs.readFile(document.uri);

    it('store the file as UTF-16LE with its mark, and the editor shows it so', async () => {
      const text = file(LISTENER, '"x"="\u00f6"');
      const document = await openFile('rewrite.reg', text);
      await vscode.window.showTextDocument(document);
      await findings(document.uri, (codes) => codes.includes('RDP005'));
      await vscode.commands.executeCommand('rdpDiagnostics.changeEncoding');
      deepEqual(await bytesOf(document), utf16(`\ufeff${text}`));
      await until(() => document.encoding, (encoding) => encoding === 'utf16le');
      equal(document.getText(), text);
      equal(document.isDirty, false);
      await findings(document.uri, (codes) => codes.length === 0);
    });

    it('leave a file alone whose characters were not read', async () => {
      const document = await openFile('unreadable.reg', joined(utf8(file(LISTENER, '"x"="')), [0xf6, 0x22]));
      await vscode.window.showTextDocument(document);
      const before = await bytesOf(document);
      ok(document.getText().includes('\ufffd'));
      // The command ends when its message has been read: nobody does that here.
      const told = vscode.commands.executeCommand('rdpDiagnostics.changeEncoding');
      await new Promise((resolve) => setTimeout(resolve, 500));
      await vscode.commands.executeCommand('notifications.clearAll');
      await told;
      deepEqual(await bytesOf(document), before);
    });

    it('open what they write and save nothing', async () => {
      const document = await openFile('convert.reg', file(LISTENER, '"PortNumber"=dword:00000d3e'));
      const written = async (command: string, argument?: string): Promise<readonly [string, string]> => {
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand(`rdpDiagnostics.${command}`, argument);
        const shown = vscode.window.activeTextEditor?.document;
        ok(shown?.isUntitled);
        const answer = [shown.languageId, shown.getText()] as const;
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        return answer;
      };
      const [, batch] = await written('convert', 'regCommands');
      ok(batch.includes('/v "PortNumber" /t REG_DWORD /d 3390 /f'), batch);
      const [language, script] = await written('convert', 'powerShell');
      equal(language, 'powershell');
      ok(script.includes('[int]3390'), script);
      const [undoLanguage, undo] = await written('writeUndoFile');
      equal(undoLanguage, 'reg');
      ok(undo.includes('"PortNumber"=dword:00000d3d'), undo);
    });

    it('are offered as source actions and for findings about the encoding', async () => {
      const document = await openFile('actions.reg', file(LISTENER, '"x"="\u00f6"'));
      const [finding] = await findings(document.uri, (codes) => codes.includes('RDP005'));
      ok(finding);
      const titles = async (kind?: string): Promise<readonly string[]> =>
        (await ask<vscode.CodeAction[]>('executeCodeActionProvider', document, finding.range, kind)).map(({ title }) => title);
      deepEqual(await titles('source.rdpDiagnostics'), ['Rewrite as UTF-16LE', 'Convert To…', 'Write Undo File']);
      ok((await titles()).includes('Rewrite as UTF-16LE'));
    });
  });
}
