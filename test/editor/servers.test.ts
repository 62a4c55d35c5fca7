// Servers in the editor: settings joined, checks against real sockets, reports as documents. The list is read through the extension's
// own interface; what a person sees of it is the business of test/ui.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createServer, type Server as TcpServer, type Socket } from 'node:net';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/editor/features';
import type { TreeNode } from '../../src/core/servers/tree';
import { codeOf, findings, until } from '../hosts/waiting';

/** A Connection Confirm that selects NLA ([MS-RDPBCGR] 2.2.1.2), as Windows answers. */
const selectsNla = Buffer.from('030000130ed000001234000201080002000000', 'hex');
/** What it says where NLA was not among what was asked for: HYBRID_REQUIRED_BY_SERVER. */
const requiresNla = Buffer.from('030000130ed000001234000300080005000000', 'hex');

describe('the list of servers', () => {
  const listening: TcpServer[] = [];
  const sockets = new Set<Socket>();

  async function listen(answer: (socket: Socket) => void): Promise<number> {
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      answer(socket);
    });
    listening.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    ok(address !== null && typeof address === 'object');
    return address.port;
  }

  const setting = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('rdpDiagnostics');

  async function userServers(servers: unknown): Promise<void> {
    await setting().update('servers', servers, vscode.ConfigurationTarget.Global);
  }

  async function nodes(): Promise<readonly TreeNode[]> {
    const extension = vscode.extensions.getExtension<ExtensionApi>('rdp-diagnostics.rdp-diagnostics');
    ok(extension);
    return (await extension.activate()).servers();
  }

  async function node(id: string, likes: (node: TreeNode) => boolean): Promise<TreeNode> {
    const found = await until(
      async () => (await nodes()).find((candidate) => candidate.serverId === id),
      (candidate) => candidate !== undefined && likes(candidate),
    );
    ok(found);
    return found;
  }

  const labels = async (): Promise<readonly unknown[]> => (await nodes()).map(({ kind, label }) => (typeof label === 'string' ? label : `${kind} ${label.key}`));

  afterEach(async () => {
    await userServers(undefined);
    await setting().update('servers', undefined, vscode.ConfigurationTarget.Workspace);
  });

  after(async () => {
    for (const socket of sockets) socket.destroy();
    await Promise.all(listening.map((server) => new Promise((resolve) => server.close(resolve))));
  });

  it('joins the user’s and the trusted workspace’s, and keeps what it cannot read in sight', async () => {
    await userServers([{ id: 'u', label: 'mine', address: 'rds-07', password: 'x' }, { id: 'v', label: 'also mine', address: 'rds-08' }]);
    await setting().update('servers', [{ label: 'shared', address: 'rds-09' }], vscode.ConfigurationTarget.Workspace);
    await until(labels, (shown) => shown.includes('shared'));
    deepEqual(await labels(), ['also mine', 'shared', 'problem server.problem.user']);
  });

  it('says what a listener answered, and shows the report of it', async () => {
    const port = await listen((socket) => void socket.on('data', () => socket.end(selectsNla)));
    await userServers([{ id: 'nla', label: 'nla', address: '127.0.0.1', port }]);
    await node('nla', ({ state }) => state === 'notChecked');
    await vscode.commands.executeCommand('rdpDiagnostics.checkListener', 'nla');
    const checked = await node('nla', ({ state }) => state !== 'checking' && state !== 'notChecked');
    ok(checked.capabilities.includes('hasReport'), JSON.stringify(checked));
    await vscode.commands.executeCommand('rdpDiagnostics.openReport', 'nla');
    const document = vscode.window.activeTextEditor?.document;
    equal(document?.uri.scheme, 'rdp-report');
    equal(document.languageId, 'rdp-report');
    match(document.getText(), new RegExp(`^127\\.0\\.0\\.1:${port} .*UTC`));
  });

  it('puts a finding on the line of the report that proves it', async () => {
    const port = await listen((socket) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    await userServers([{ id: 'ssh', label: 'ssh', address: '127.0.0.1', port }]);
    await node('ssh', () => true);
    await vscode.commands.executeCommand('rdpDiagnostics.checkListener', 'ssh');
    equal((await node('ssh', ({ state }) => state !== 'checking' && state !== 'notChecked')).state, 'error');
    await vscode.commands.executeCommand('rdpDiagnostics.openReport', 'ssh');
    const document = vscode.window.activeTextEditor?.document;
    ok(document);
    const [found] = await findings(document.uri, (codes) => codes.length > 0);
    ok(found);
    equal(codeOf(found), 'RDP213');
    match(document.getText(found.range), /SSH/);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    ok(links.some(({ target }) => target?.toString() === 'rdp-rule:/RDP213.md'));
    const outline = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    ok(outline.length >= 3, JSON.stringify(outline));
  });

  it('draws the report anew after the next check', async () => {
    const port = await listen((socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await userServers([{ id: 'twice', label: 'twice', address: '127.0.0.1', port }]);
    await node('twice', () => true);
    await vscode.commands.executeCommand('rdpDiagnostics.checkListener', 'twice');
    await vscode.commands.executeCommand('rdpDiagnostics.openReport', 'twice');
    const document = vscode.window.activeTextEditor?.document;
    ok(document);
    await findings(document.uri, (codes) => codes.includes('RDP213'));
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => listening.at(-1)?.close(resolve));
    await vscode.commands.executeCommand('rdpDiagnostics.checkListener', document.uri);
    await until(
      () => document.getText(),
      (text) => text.includes('refused'),
    );
    await findings(document.uri, (codes) => codes.includes('RDP211') && !codes.includes('RDP213'));
  });

  it('checks all of them', async () => {
    const port = await listen((socket) => void socket.on('data', () => socket.end(selectsNla)));
    const servers = ['a', 'b', 'c'].map((id) => ({ id, label: id, address: '127.0.0.1', port }));
    await userServers(servers);
    await node('c', () => true);
    await vscode.commands.executeCommand('rdpDiagnostics.checkAll');
    for (const { id } of servers) await node(id, ({ state }) => state !== 'notChecked' && state !== 'checking');
  });

  it('checks hundreds of them, with no more connections at a time than there are checks', async () => {
    const now = { open: 0, most: 0, all: 0 };
    const port = await listen((socket) => {
      now.most = Math.max(now.most, ++now.open);
      now.all++;
      socket.on('close', () => now.open--);
      socket.once('data', (request) => socket.end((request.at(-4) ?? 0) & 2 ? selectsNla : requiresNla));
    });
    const servers = Array.from({ length: 200 }, (_, index) => ({ id: `many ${String(index)}`, label: `rds-${String(index)}`, address: '127.0.0.1', port }));
    await userServers(servers);
    await node('many 199', () => true);
    await vscode.commands.executeCommand('rdpDiagnostics.checkAll');
    // The list is drawn a moment after the last check has ended.
    await node('many 199', ({ state }) => state !== 'checking');
    const shown = (await until(nodes, (list) => list.every(({ state }) => state !== 'checking'))).map(({ state, description }) => [state, (description[0] as { readonly key: string }).key]);
    deepEqual([shown.length, ...new Set(shown.map((parts) => parts.join(' ')))], [200, 'ok listener.status.required']);
    ok(now.most <= 32, `${String(now.most)} connections at a time`);
    ok(now.all <= 3 * 200, `${String(now.all)} connections in all`);
  });

  it('forgets the verdict when the address changes', async () => {
    const port = await listen((socket) => void socket.end('x'));
    await userServers([{ id: 'moved', label: 'moved', address: '127.0.0.1', port }]);
    await node('moved', () => true);
    await vscode.commands.executeCommand('rdpDiagnostics.checkListener', 'moved');
    await node('moved', ({ state }) => state === 'error');
    await userServers([{ id: 'moved', label: 'moved', address: '127.0.0.1', port: port === 1 ? 2 : 1 }]);
    await node('moved', ({ state }) => state === 'notChecked');
  });
});

describe('a report that was never made', () => {
  it('says so instead of failing', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('rdp-report:/gone.rdp-report?no-such-id'));
    match(document.getText(), /not been checked/);
  });
});

describe('every command of the manifest', () => {
  it('is there', async () => {
    const manifest = vscode.extensions.getExtension('rdp-diagnostics.rdp-diagnostics')?.packageJSON as { contributes: { commands: { command: string }[] } };
    const known = await vscode.commands.getCommands(true);
    deepEqual(
      manifest.contributes.commands.map(({ command }) => command).filter((command) => !known.includes(command)),
      [],
    );
  });
});
