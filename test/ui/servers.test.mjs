// The list of servers as a person uses it: from nothing to a verdict, against sockets that really answer.
import { deepEqual, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openWorkbench } from '../lab/workbench.mjs';

/** A Connection Confirm that selects NLA, and then nothing but NLA: HYBRID_REQUIRED_BY_SERVER ([MS-RDPBCGR] 2.2.1.2.2). */
const selectsNla = Buffer.from('030000130ed000001234000201080002000000', 'hex');
const requiresNla = Buffer.from('030000130ed000001234000300080005000000', 'hex');

/** Answers as a Windows server that requires NLA does: byte 15 of the request says what was asked for. */
function listen() {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (request) => socket.end(((request.at(-4) ?? 0) & 2) !== 0 ? selectsNla : requiresNla));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('the servers view', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  /** @type {import('node:net').Server} */
  let server;
  const userServers = () => JSON.parse(readFileSync(join(workbench.server.dataFolder, 'data', 'User', 'settings.json'), 'utf8'))['rdpDiagnostics.servers'];
  const port = () => {
    const address = server.address();
    return address !== null && typeof address === 'object' ? address.port : 0;
  };

  before(async () => {
    server = await listen();
    workbench = await openWorkbench({ settings: { 'rdpDiagnostics.servers': [] } });
    await workbench.viewContainer('RDP Diagnostics').click();
  });
  after(async () => {
    await workbench?.close();
    server?.close();
  });

  it('says what can be done while it is empty', async () => {
    await workbench.page.getByRole('button', { name: 'Add a Server' }).waitFor();
    await workbench.page.getByRole('button', { name: 'Import Servers' }).first().waitFor();
    await workbench.screenshot('servers-empty');
  });

  it('takes a server through the form, after an address that is none was refused', async () => {
    await workbench.page.getByRole('button', { name: 'Add a Server' }).click();
    await workbench.input('no host');
    await workbench.inputMessage().filter({ hasText: 'neither a host name nor an IP address' }).waitFor();
    await workbench.screenshot('servers-form-refused');
    await workbench.input(`127.0.0.1:${port()}`);
    await workbench.quickInput.locator('.quick-input-title', { hasText: '2/4' }).waitFor();
    await workbench.quickPick('Only from outside');
    await workbench.quickInput.locator('.quick-input-title', { hasText: '3/4' }).waitFor();
    await workbench.input('rds-07');
    await workbench.quickInput.locator('.quick-input-title', { hasText: '4/4' }).waitFor();
    await workbench.screenshot('servers-form-group');
    await workbench.input('Production');
    await workbench.treeRow('rds-07').waitFor();
    const [entry, ...others] = userServers();
    deepEqual(others, []);
    deepEqual({ ...entry, id: undefined }, { id: undefined, label: 'rds-07', address: '127.0.0.1', port: port(), group: 'Production' });
    match(entry.id, /^[0-9a-f-]{36}$/u);
  });

  it('says the verdict in words, and the four symptoms below it', async () => {
    await workbench.inlineAction('rds-07', 'Check Server');
    await workbench.treeRow('RDP answers, NLA required').waitFor();
    await workbench.expand('rds-07');
    await workbench.treeRow('Licensing').waitFor();
    const tree = await workbench.page.locator('.tree-explorer-viewlet-tree-view').first().ariaSnapshot();
    for (const words of ['rds-07, ok, RDP answers, NLA required', 'Connections, not seen', 'Security, ok, NLA required', 'Licensing, not seen']) ok(tree.includes(words), tree);
    await workbench.screenshot('servers-checked');
  });

  it('opens the report of the check', async () => {
    await workbench.inlineAction('rds-07', 'Open Report');
    const report = workbench.page.locator('.monaco-editor[data-uri*="rdp-report:"]');
    await report.locator('.view-line', { hasText: 'How this was collected'.replaceAll(' ', '\u00a0') }).waitFor();
    await workbench.screenshot('servers-report');
  });

  it('keeps verdict and report when the window is loaded anew', async () => {
    await workbench.page.locator('.tab', { hasText: 'rds-07.rdp-report' }).dblclick();
    await workbench.page.locator('.tab:not(.preview)', { hasText: 'rds-07.rdp-report' }).waitFor();
    // Not the page's own reload: only the workbench's writes down first which tabs are open.
    const reloaded = workbench.page.waitForEvent('load');
    await workbench.palette('Developer: Reload Window');
    await reloaded;
    await workbench.treeRow('RDP answers, NLA required').waitFor();
    const report = workbench.page.locator('.monaco-editor[data-uri*="rdp-report:"]');
    await report.locator('.view-line', { hasText: 'How this was collected'.replaceAll(' ', '\u00a0') }).waitFor();
  });

  it('changes the verdict with the server, and puts the finding on its line', async () => {
    await new Promise((resolve) => server.close(resolve));
    await workbench.page.locator('.editor-actions .action-label[aria-label^="Check Server"]').click();
    await workbench.treeRow('refused').waitFor();
    const report = workbench.page.locator('.monaco-editor[data-uri*="rdp-report:"]');
    await report.locator('.squiggly-error').first().waitFor();
    // Both belong to a report that is drawn: the actions above its lines come later, and move what is below them.
    await report.locator('.codelens-decoration a', { hasText: /^Explain/u }).waitFor();
    const marked = await report.locator('.view-line', { hasText: '✖' }).first().boundingBox();
    const squiggle = await report.locator('.squiggly-error').first().boundingBox();
    ok(marked !== null && squiggle !== null);
    const middle = squiggle.y + squiggle.height / 2;
    ok(middle > marked.y && middle < marked.y + marked.height, `the squiggle is at ${squiggle.y}, its line at ${marked.y}`);
    ok((await workbench.problems()).some((row) => row.includes('RDP211')));
    await workbench.screenshot('servers-refused');
    await workbench.page.keyboard.press('Control+Shift+M');
  });
});
