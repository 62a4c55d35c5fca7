// Snapshots in the editor: a file opened as a report whose lines answer, two compared, a report exported, a text explained. Runs in every
// extension host: no Node here. The files are those of the demo workspace.

import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assertions';
import { file, LISTENER } from './regText';
import { codeOf, findings, openFile, until, workspaceFolder } from './waiting';

const inFolder = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), name);
const taken = (): vscode.Uri => inFolder('rds-07.rdpsnapshot.json');
const healthy = (): vscode.Uri => inFolder('rds-08.rdpsnapshot.json');

async function ask<T>(command: string, document: vscode.TextDocument, ...rest: readonly unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(`vscode.${command}`, document.uri, ...rest);
}

function active(): vscode.TextDocument {
  const document = vscode.window.activeTextEditor?.document;
  ok(document);
  return document;
}

async function opened(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('rdpDiagnostics.openSnapshot', uri);
  return active();
}

/** A command that tells why it did nothing ends when that was read: nobody does that here. */
async function refused(command: string, argument: unknown): Promise<void> {
  const before = vscode.window.activeTextEditor?.document;
  const told = vscode.commands.executeCommand(command, argument);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await vscode.commands.executeCommand('notifications.clearAll');
  await told;
  equal(vscode.window.activeTextEditor?.document, before);
}

const lineWith = (document: vscode.TextDocument, text: string): number => document.positionAt(document.getText().indexOf(text)).line;

export function testSnapshots(): void {
  describe('a snapshot that is opened', () => {
    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('is a report with its findings on the lines that prove them', async () => {
      const document = await opened(taken());
      deepEqual([document.uri.scheme, document.languageId], ['rdp-report', 'rdp-report']);
      match(document.getText(), /^rds-07\.rdpsnapshot\.json /);
      const found = await findings(document.uri, (codes) => codes.includes('RDP217') && codes.includes('RDP119'));
      const lines = new Map(found.map((one) => [codeOf(one), document.lineAt(one.range.start.line).text]));
      match(lines.get('RDP217') ?? '', /^ ✖ Owner of TCP 3389 +httpd\.exe/);
      match(lines.get('RDP119') ?? '', /^ ✖ Service TermService +stopped/);
    });

    it('is healthy where nothing is wrong', async () => {
      const document = await opened(healthy());
      ok(!/[✖⚠]/.test(document.getText()));
      deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    });

    it('has an outline and folds by section, with what is marked below', async () => {
      const document = await opened(taken());
      const outline = await ask<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider', document);
      const port = outline.find(({ name }) => name === '2 Port and listener');
      deepEqual(port?.children.map(({ name }) => name), ['✖ Owner of TCP 3389']);
      const folds = await ask<vscode.FoldingRange[]>('executeFoldingRangeProvider', document);
      const head = lineWith(document, '\n2  Port') + 1;
      const fold = folds.find(({ start }) => start === head);
      match(document.lineAt((fold?.end ?? 0) + 2).text, /^3 {2}Security/);
    });

    it('explains a finding and a setting where they stand', async () => {
      const document = await opened(taken());
      const hoverAt = async (text: string): Promise<string> => {
        const hovers = await ask<vscode.Hover[]>('executeHoverProvider', document, new vscode.Position(lineWith(document, text), 6));
        return hovers.flatMap(({ contents }) => contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))).join('\n').replaceAll('\\', '');
      };
      const finding = await until(() => hoverAt('Owner of TCP'), (text) => text.includes('RDP217'));
      for (const part of ['One of the two has to move', 'Seen on this server']) ok(finding.includes(part), finding);
      const setting = await hoverAt('UserAuthentication = 0');
      for (const part of ['UserAuthentication: ', 'RDP501']) ok(setting.includes(part), setting);
    });

    it('offers the page of what to do first, a comparison, an export, and the page of each finding in the list of problems', async () => {
      const document = await opened(taken());
      const lenses = await ask<vscode.CodeLens[]>('executeCodeLensProvider', document);
      deepEqual(lenses.map(({ command }) => command?.title), ['Compare With…', 'Export Report…', 'Explain RDP119']);
      const [problem] = await findings(document.uri, (codes) => codes.length >= 3);
      ok(problem);
      const actions = await ask<vscode.CodeAction[]>('executeCodeActionProvider', document, problem.range);
      ok(actions.some(({ title }) => title === `Explain ${codeOf(problem)}`), actions.map(({ title }) => title).join(', '));
    });

    it('leads to the line of an open file that sets a value', async () => {
      const beside = await openFile('beside.reg', file(LISTENER, '"PortNumber"=dword:00000d3e'));
      await findings(beside.uri, () => true);
      const document = await opened(taken());
      ok(document.getText().includes('beside.reg:4'), document.getText().split('\n').find((line) => line.includes('PortNumber')));
      const links = await ask<vscode.DocumentLink[]>('executeLinkProvider', document);
      const link = links.find(({ range }) => document.getText(range) === 'beside.reg:4');
      equal(link?.target?.toString(), beside.uri.with({ fragment: 'L4' }).toString());
      ok(links.some(({ target }) => target?.toString() === 'rdp-rule:/RDP119.md'));
    });

    it('is refused in words where the file is none, and nothing is opened', async () => {
      const { uri } = await openFile('none.rdpsnapshot.json', '{"kind":"other"}');
      await refused('rdpDiagnostics.openSnapshot', uri);
      await refused('rdpDiagnostics.openSnapshot', inFolder('gone.rdpsnapshot.json'));
    });
  });

  describe('what can be made of snapshots', () => {
    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('is a comparison that names both and what differs', async () => {
      await vscode.commands.executeCommand('rdpDiagnostics.compare', [healthy(), taken()]);
      const text = active().getText();
      equal(active().uri.scheme, 'rdp-report');
      for (const part of ['rds-08.rdpsnapshot.json', 'rds-07.rdpsnapshot.json', 'TermService', 'UserAuthentication']) ok(text.includes(part), text);
    });

    it('is an export as Markdown and as JSON', async () => {
      const report = (await opened(taken())).uri;
      const exported = async (as: string): Promise<readonly [string, string]> => {
        await vscode.commands.executeCommand('rdpDiagnostics.exportReport', { report, as });
        const document = await until(active, ({ isUntitled, languageId }) => isUntitled && languageId === as);
        return [document.languageId, document.getText()];
      };
      const [markdown, text] = await exported('markdown');
      equal(markdown, 'markdown');
      ok(text.startsWith('# rds-07.rdpsnapshot.json') && text.includes('- **Error** RDP217'), text);
      const [json, document] = await exported('json');
      equal(json, 'json');
      const parsed = JSON.parse(document) as { readonly findings: readonly { readonly code: string }[]; readonly snapshot: { readonly kind: string } };
      ok(parsed.findings.some(({ code }) => code === 'RDP217'));
      equal(parsed.snapshot.kind, 'rdpsnapshot');
      for (let left = 2; left > 0; left--) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('is an export without the names of the server, and of what is open beside it, where that is asked for', async () => {
      const beside = await openFile('beside.reg', file(LISTENER, '"PortNumber"=dword:00000d3e'));
      await findings(beside.uri, () => true);
      const report = (await opened(taken())).uri;
      await vscode.commands.executeCommand('rdpDiagnostics.exportReport', { report, as: 'json', redacted: true });
      const document = await until(active, ({ isUntitled }) => isUntitled);
      const text = document.getText();
      ok(text.includes('RDP217'));
      ok(!text.includes('beside.reg'));
      ok(!/rds-07|corp\.example|CORP/i.test(text), /.*(?:rds-07|corp\.example|CORP).*/i.exec(text)?.[0]);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  });

  describe('a text that is to be explained', () => {
    it('has a page', async () => {
      await vscode.commands.executeCommand('rdpDiagnostics.explain', 'RDP217');
      const document = active();
      equal(document.uri.scheme, 'rdp-explanation');
      equal(document.languageId, 'markdown');
      match(document.getText(), /^# What "RDP217" can mean\n\n## .*RDP217/);
      const links = await ask<vscode.DocumentLink[]>('executeLinkProvider', document);
      ok(links.some(({ target }) => target?.toString() === 'rdp-rule:/RDP217.md'), document.getText());
    });

    it('is said to be unknown where it is', async () => {
      await vscode.commands.executeCommand('rdpDiagnostics.explain', 'xyzzy plugh');
      match(active().getText(), /Nothing is known about this text/);
    });
  });
}
