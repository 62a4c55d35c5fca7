// The list of servers as it is kept: edited, imported from what the ssh client knows, and shortened after a question.
import { deepEqual, equal } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench } from '../lab/workbench.mjs';

describe('the list of servers', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  /** @type {string} */
  let home;
  let port = 0;
  const silent = createServer((socket) => void socket.on('error', () => socket.destroy()));
  const userServers = () => JSON.parse(readFileSync(join(workbench.server.dataFolder, 'data', 'User', 'settings.json'), 'utf8'))['rdpDiagnostics.servers'];

  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-home-'));
    mkdirSync(join(home, '.ssh'));
    writeFileSync(join(home, '.ssh', 'config'), 'Host rds-21 rds-22\n  HostName %h.corp.example\nHost *\n  User admin\nHost -oProxyCommand\n');
    await new Promise((resolve) => silent.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = silent.address();
    port = address !== null && typeof address === 'object' ? address.port : 0;
    const servers = [{ id: 'a', label: 'rds-07', address: '127.0.0.1', port, group: 'Production', note: 'kept' }];
    workbench = await openWorkbench({ settings: { 'rdpDiagnostics.servers': servers }, env: { HOME: home } });
    await workbench.viewContainer('RDP Diagnostics').click();
  });
  after(async () => {
    await workbench?.close();
    silent.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('says what a check is doing, and forgets it when it is cancelled', async () => {
    await workbench.inlineAction('rds-07', 'Check Server');
    await workbench.treeRow('checking').waitFor();
    await workbench.toast('asking for').getByRole('button', { name: 'Cancel' }).waitFor();
    await workbench.screenshot('servers-checking');
    await workbench.toast('asking for').getByRole('button', { name: 'Cancel' }).click();
    await workbench.treeRow('not checked yet').waitFor();
    await workbench.toast('asking for').waitFor({ state: 'detached' });
    equal(await workbench.page.locator('.notifications-toasts .notification-list-item').count(), 0);
  });

  it('edits a server that the palette asks for', async () => {
    await workbench.palette('RDP Diagnostics: Edit Server');
    await workbench.quickPick('rds-07');
    await workbench.quickInput.locator('.quick-input-title', { hasText: '1/4' }).waitFor();
    equal(await workbench.quickInput.locator('input.input').inputValue(), `127.0.0.1:${port}`);
    await workbench.input('rds-07.corp.example');
    await workbench.quickInput.locator('.quick-input-title', { hasText: '2/4' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.quickInput.locator('.quick-input-title', { hasText: '3/4' }).waitFor();
    await workbench.input('rds-07 moved');
    await workbench.quickInput.locator('.quick-input-title', { hasText: '4/4' }).waitFor();
    await workbench.screenshot('servers-form-groups');
    await workbench.page.keyboard.press('Enter');
    await workbench.treeRow('rds-07 moved').filter({ hasText: 'not checked yet' }).waitFor();
    deepEqual(userServers(), [{ id: 'a', label: 'rds-07 moved', address: 'rds-07.corp.example', port: 3389, group: 'Production', note: 'kept' }]);
  });

  it('imports the hosts of the ssh configuration', async () => {
    await workbench.palette('RDP Diagnostics: Import Servers');
    await workbench.quickPick('ssh configuration');
    await workbench.quickInput.locator('.monaco-list-row', { hasText: 'rds-22.corp.example:3389' }).waitFor();
    await workbench.screenshot('servers-import');
    await workbench.page.keyboard.press('Enter');
    await workbench.treeRow('rds-22').waitFor();
    deepEqual(userServers().slice(1).map((/** @type {{ ssh: string, via: string }} */ { ssh, via }) => [via, ssh]), [['ssh', 'rds-21'], ['ssh', 'rds-22']]);
  });

  it('removes a server after asking', async () => {
    await workbench.palette('RDP Diagnostics: Remove Server');
    await workbench.quickPick('rds-21');
    await workbench.dialog.getByText('Remove rds-21 from the list of servers?').waitFor();
    await workbench.screenshot('servers-remove');
    await workbench.answer('Remove');
    await workbench.treeRow('rds-21').waitFor({ state: 'detached' });
    equal(userServers().length, 2);
  });
});
