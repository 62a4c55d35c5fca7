// The whole check of a server as a person makes it: over SSH to a Windows API whose registry has two of the article's mistakes, while the
// listener is asked from here. What is asked, what the list says, what the report answers, and what is said where the host is gone.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { healthy, homeWith, needs, needsRoot, openSshWorkbench, startSshd, startWine, symptoms, windowsServer } from '../lab/workbenchSsh.mjs';

/** A Connection Confirm that selects what was asked for, as a listener that takes everything does ([MS-RDPBCGR] 2.2.1.2.1). */
const selects = (/** @type {number} */ protocol) => Buffer.from(`030000130ed00000123400020008000${protocol}000000`, 'hex');

describe('the whole check of a server', () => {
  /** @type {import('../lab/workbenchSsh.mjs').SshSteps} */
  let steps;
  /** @type {import('../lab/wine').WineMachine | undefined} */
  let machine;
  /** @type {import('../lab/sshd').SshServer | undefined} */
  let server;
  /** @type {ReturnType<typeof homeWith> | undefined} */
  let own;
  const listener = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (request) => socket.end(selects(((request.at(-4) ?? 0) & 2) !== 0 ? 2 : 1)));
  });
  const report = () => steps.workbench.page.locator('.monaco-editor[data-uri*="rdp-report:/rds-07"]');
  const inReport = (/** @type {string} */ text) => report().locator('.view-line', { hasText: text.replaceAll(' ', '\u00a0') }).first();
  const tree = () => steps.workbench.page.locator('.tree-explorer-viewlet-tree-view').first();

  before(async function () {
    this.timeout(600_000);
    needs(this, 'sshd');
    needs(this, 'wine');
    needs(this, 'dotnet');
    needsRoot(this);
    const windows = await startWine(64);
    machine = windows;
    const seed = ['Windows Registry Editor Version 5.00', '', ...healthy, ...windowsServer, ...symptoms.connectionsDenied, ...symptoms.levelBelowTls, ''];
    writeFileSync(join(windows.files, 'seed.reg'), `\ufeff${seed.join('\r\n')}`, 'utf16le');
    windows.run('reg import L:\\seed.reg');
    const { host, port } = (server = await startSshd({ lines: ['PasswordAuthentication yes'] }));
    await new Promise((resolve) => listener.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = listener.address();
    own = homeWith(() => [{ alias: 'rds-07', host, port, user: windows.account.name }]);
    steps = await openSshWorkbench(own.home, [
      { id: 'a', label: 'rds-07', address: '127.0.0.1', port: address !== null && typeof address === 'object' ? address.port : 0, via: 'ssh', ssh: 'rds-07' },
    ]);
  });
  after(async () => {
    await steps?.workbench.close();
    await server?.stop();
    await machine?.stop();
    own?.remove();
    listener.close();
  });

  it('asks for the password once, says what it is doing, and ends in a verdict in words', async () => {
    await steps.workbench.inlineAction('rds-07', 'Check Server');
    await steps.workbench.answer('Trust and Remember');
    await steps.title('Password of').waitFor();
    await steps.workbench.treeRow('connecting').waitFor();
    await steps.box.fill(machine?.account.password ?? '');
    await steps.workbench.page.keyboard.press('Enter');
    await steps.title('Password of').waitFor({ state: 'detached' });
    await steps.workbench.treeRow('collecting').waitFor();
    await steps.workbench.screenshot('check-collecting');
    await steps.workbench.treeRow('just now').waitFor();
    equal(await steps.title('Password of').count(), 0, 'asked a second time');
    equal(await steps.workbench.dialog.count(), 0);
  });

  it('shows what it found below the symptoms, and what it could not see is no tick', async () => {
    await steps.workbench.expand('rds-07');
    await steps.workbench.expand('Connections');
    await steps.workbench.treeRow('RDP101').waitFor();
    const rows = await tree().ariaSnapshot();
    match(rows, /Licensing, not seen/u);
    match(rows, /RDP101/u);
    await steps.workbench.screenshot('check-tree');
  });

  it('tells the findings that matter, and from where and how they were seen, in the tooltip', async () => {
    await steps.workbench.treeRow('just now').hover();
    const tooltip = steps.workbench.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'over SSH' }).first();
    await tooltip.waitFor();
    const text = await tooltip.innerText();
    match(text, /Checked \d{4}-\d\d-\d\d [\d:]+ UTC/u);
    await steps.workbench.screenshot('check-tooltip');
  });

  it('opens the report at the line of a finding', async () => {
    await steps.workbench.treeRow('RDP101').click();
    await inReport('1 Connections').waitFor().catch(() => inReport('1  Connections').waitFor());
    await report().locator('.squiggly-error').first().waitFor();
    const line = inReport('fDenyTSConnections');
    await line.waitFor();
    ok((await line.innerText()).startsWith('\u00a0✖'), await line.innerText());
    await steps.workbench.screenshot('check-report');
  });

  it('explains a line of the report, and offers what can be done with it', async () => {
    await inReport('fDenyTSConnections').locator('span span').last().hover();
    const box = steps.workbench.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'Seen on this server' }).first();
    await box.waitFor();
    const text = await box.innerText();
    ok(text.includes('RDP101') && text.includes('fDenyTSConnections'), text);
    await steps.workbench.screenshot('check-hover');
    await report().locator('.codelens-decoration a', { hasText: 'Compare With…' }).waitFor();
    await report().locator('.codelens-decoration a', { hasText: /^Explain RDP\d{3}$/u }).waitFor();
  });

  it('keeps the snapshot of the check before, and compares with it', async () => {
    machine?.run('reg add "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server" /v fDenyTSConnections /t REG_DWORD /d 0 /f');
    await report().locator('.codelens-decoration a', { hasText: 'Check Again' }).click();
    await steps.title('Password of').waitFor();
    await steps.box.fill(machine?.account.password ?? '');
    await steps.workbench.page.keyboard.press('Enter');
    await steps.workbench.treeRow('RDP101').waitFor({ state: 'detached' });
    await report().locator('.codelens-decoration a', { hasText: 'Compare With…' }).click();
    await steps.title('Compare Snapshots').waitFor();
    await steps.row('rds-07, the check before').waitFor();
    await steps.workbench.quickPick('rds-07, the check before');
    const comparison = steps.workbench.page.locator('.monaco-editor[data-uri*="rdp-report:/comparisons/"]');
    await comparison.locator('.view-line', { hasText: 'fDenyTSConnections' }).first().waitFor();
    await steps.workbench.screenshot('check-comparison');
  });

  it('says why the host was not reached, keeps what the listener said, and offers what can be done', async () => {
    await server?.stop();
    server = undefined;
    await steps.workbench.inlineAction('rds-07', 'Check Server');
    await steps.workbench.treeRow('host not reached').waitFor();
    const [node, below] = [steps.workbench.treeRow('host not reached'), steps.workbench.treeRow('Host not reached')];
    await below.waitFor();
    match(await node.innerText(), /RDP answers/u);
    await steps.workbench.treeRow('Host not reached').hover();
    await below.locator('.actions .action-label[aria-label^="Test Connection"]').waitFor();
    await steps.workbench.screenshot('check-unreached');
    deepEqual(await steps.workbench.page.locator('.notifications-toasts .notification-list-item').count(), 0, 'the list says it, and nothing else');
  });
});
