// A .reg file in the editor: what is wrong is shown where it is, with its page; fixes do what they say; saving never changes more than
// the spelling. Runs in every extension host: no Node here.

import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assertions';
import { file, joined, LISTENER, utf16 } from './regText';
import { codeOf, findings, openFile, until } from './waiting';

async function actionsAt(document: vscode.TextDocument, range: vscode.Range, kind?: vscode.CodeActionKind): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind?.value);
}

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  ok(action?.edit, 'the action has no edit');
  ok(await vscode.workspace.applyEdit(action.edit), 'the edit was not applied');
}

export function testRegFile(): void {
  describe('a .reg file', () => {
    const rules = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('rdpDiagnostics');

    it('has its findings as problems with code, page and source, on the line they are about', async () => {
      const document = await openFile('trap.reg', file(LISTENER, '"PortNumber"=dword:00003389'));
      const [trap, ...others] = await findings(document.uri, (codes) => codes.length > 0);
      ok(trap);
      deepEqual(others, []);
      equal(trap.source, 'RDP Diagnostics');
      equal(trap.severity, vscode.DiagnosticSeverity.Error);
      equal(trap.range.start.line, 3);
      match(trap.message, /13193/);
      ok(typeof trap.code === 'object');
      equal(trap.code.target.toString(), `rdp-rule:/${codeOf(trap)}.md`);
      const page = await vscode.workspace.openTextDocument(trap.code.target);
      match(page.getText(), new RegExp(`^# ${codeOf(trap)}`));
    });

    it('has them before it is stored anywhere', async () => {
      const document = await vscode.workspace.openTextDocument({ language: 'reg', content: file(LISTENER, '"PortNumber"=dword:00003389') });
      const [trap] = await findings(document.uri, (codes) => codes.length > 0);
      ok(trap);
      await apply((await actionsAt(document, trap.range))[0]);
      await findings(document.uri, (codes) => !codes.includes(codeOf(trap)));
      ok(document.getText().includes('dword:00000d3d'), document.getText());
    });

    it('stays silent when it is healthy', async () => {
      const document = await openFile('fine.reg', utf16(`\ufeff${file(LISTENER, '"PortNumber"=dword:00000d3d')}`));
      const broken = await openFile('broken-beside.reg', file(LISTENER, '"PortNumber"=dword:00003389'));
      await findings(broken.uri, (codes) => codes.length > 0);
      deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    });

    it('offers the preferred fix first, and is clean after it', async () => {
      const document = await openFile('fix.reg', file(LISTENER, '"PortNumber"=dword:00003389'));
      const [trap] = await findings(document.uri, (codes) => codes.length > 0);
      ok(trap);
      const [fix] = await actionsAt(document, trap.range);
      equal(fix?.title, 'Set to 3389 (dword:00000d3d)');
      equal(fix.isPreferred, true);
      equal(fix.kind?.value, vscode.CodeActionKind.QuickFix.value);
      await apply(fix);
      ok(document.getText().includes('"PortNumber"=dword:00000d3d'));
      await findings(document.uri, (codes) => codes.length === 0);
    });

    it('offers fixes for the text as it is now, not as it was when its problems were shown', async () => {
      const document = await openFile('ahead.reg', file(LISTENER, '"PortNumber"=dword:00003389'));
      await findings(document.uri, (codes) => codes.length > 0);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(1, 0), '; a line that moves the others\r\n');
      ok(await vscode.workspace.applyEdit(edit));
      const moved = document.lineAt(4).range;
      const [fix] = await actionsAt(document, moved);
      await apply(fix);
      equal(document.lineAt(4).text, '"PortNumber"=dword:00000d3d');
      equal(document.lineAt(3).text, LISTENER);
    });

    it('offers nothing of a kind that was not asked for', async () => {
      const document = await openFile('kinds.reg', file(LISTENER, '"PortNumber"=dword:00003389'));
      const [trap] = await findings(document.uri, (codes) => codes.length > 0);
      ok(trap);
      deepEqual(await actionsAt(document, trap.range, vscode.CodeActionKind.Refactor), []);
      deepEqual(await actionsAt(document, trap.range, vscode.CodeActionKind.SourceFixAll), []);
      deepEqual(await actionsAt(document, new vscode.Range(0, 0, 0, 0)), []);
    });

    it('follows what is typed', async () => {
      const document = await openFile('typing.reg', file(LISTENER, '"PortNumber"=dword:00000d3d'));
      const editor = await vscode.window.showTextDocument(document);
      const data = document.getText().indexOf('0d3d');
      const range = new vscode.Range(document.positionAt(data), document.positionAt(data + 4));
      await editor.edit((edit) => {
        edit.replace(range, '3389');
      });
      await findings(document.uri, (codes) => codes.length === 1);
      await vscode.commands.executeCommand('undo');
      await findings(document.uri, (codes) => codes.length === 0);
    });

    it('keeps its meaning when it is saved with fix all', async () => {
      const config = vscode.workspace.getConfiguration('editor');
      await config.update('codeActionsOnSave', { 'source.fixAll.rdpDiagnostics': 'explicit' }, vscode.ConfigurationTarget.Global);
      try {
        const cosmetic = LISTENER.replace('RDP-Tcp]', 'RDP-Tcp\\]');
        const document = await openFile('save.reg', file(cosmetic, '"PortNumber"=dword:00003389'));
        await findings(document.uri, (codes) => codes.length >= 2);
        const editor = await vscode.window.showTextDocument(document);
        await editor.edit((edit) => {
          edit.insert(new vscode.Position(1, 0), '; by hand');
        });
        ok(await document.save());
        ok(document.getText().includes(`${LISTENER}\r\n`), document.getText());
        ok(document.getText().includes('"PortNumber"=dword:00003389'), 'saving changed what the file does');
      } finally {
        await config.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
      }
    });

    it('has the same by command', async () => {
      const document = await openFile('command.reg', file(LISTENER.replace('RDP-Tcp]', 'RDP-Tcp\\]'), '"PortNumber"=dword:00003389'));
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('rdpDiagnostics.fixAll');
      ok(document.getText().includes(`${LISTENER}\r\n`), document.getText());
      ok(document.getText().includes('"PortNumber"=dword:00003389'));
      ok(document.isDirty);
    });

    it('takes the severity of the settings at once', async () => {
      const document = await openFile('severity.reg', file(LISTENER, '"PortNumber"=dword:00003389'));
      const [trap] = await findings(document.uri, (codes) => codes.length > 0);
      ok(trap);
      await rules().update('rules', { [codeOf(trap)]: 'off' }, vscode.ConfigurationTarget.Global);
      try {
        await findings(document.uri, (codes) => codes.length === 0);
        await rules().update('rules', { [codeOf(trap)]: 'hint' }, vscode.ConfigurationTarget.Global);
        await until(
          () => vscode.languages.getDiagnostics(document.uri).map(({ severity }) => severity),
          (severities) => severities[0] === vscode.DiagnosticSeverity.Hint,
        );
      } finally {
        await rules().update('rules', undefined, vscode.ConfigurationTarget.Global);
      }
    });

    it('in UTF-16 is told apart by its mark, which the editor does not show', async () => {
      const text = file(LISTENER, '"PortNumber"=dword:00000d3d');
      const bare = await openFile('bare.reg', utf16(text));
      equal(bare.encoding, 'utf16le');
      equal(bare.getText(), text);
      const [rejected] = await findings(bare.uri, (codes) => codes.length > 0);
      ok(rejected);
      equal(codeOf(rejected), 'RDP003');
    });

    it('takes its problems along when it is closed', async () => {
      const document = await openFile('closing.reg', file(LISTENER, '"PortNumber"=dword:00003389'));
      await vscode.window.showTextDocument(document);
      await findings(document.uri, (codes) => codes.length > 0);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      // The editor keeps a closed document for a while; its problems go when it goes, or when it is no .reg file any more.
      await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
      await findings(document.uri, (codes) => codes.length === 0);
    });

    it('is read as it comes: empty, zero bytes, cut in a character', async () => {
      for (const [name, bytes] of [
        ['empty.reg', new Uint8Array()],
        ['zeros.reg', joined([0xff, 0xfe], new Uint8Array(64))],
        ['cut.reg', joined(utf16(`\ufeff${file(LISTENER, '"PortNumber"=dword:00000d3d')}`), [0x41])],
      ] as const) {
        const document = await openFile(name, bytes);
        deepEqual((await actionsAt(document, new vscode.Range(0, 0, document.lineCount, 0))).filter(({ edit }) => edit === undefined), []);
      }
    });
  });

  describe('a rule page', () => {
    it('that does not exist says so', async () => {
      for (const path of ['/RDP999.md', '/../package.json', '/x']) {
        const page = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'rdp-rule', path }));
        match(page.getText(), /no page/);
      }
    });
  });
}
