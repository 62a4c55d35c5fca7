// A folder nobody has trusted yet: its servers are ignored and nothing is asked over the network; trusting it takes effect at once.
import { equal } from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO } from '../lab/paths.mjs';
import { openWorkbench } from '../lab/workbench.mjs';
import { grantTrust } from '../lab/workbenchTrust.mjs';

describe('the servers view in an untrusted folder', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  /** @type {string} */
  let folder;
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });

  before(async () => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-untrusted-'));
    mkdirSync(join(folder, '.vscode'));
    const theirs = [{ label: 'theirs', address: '127.0.0.1', port }];
    writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'rdpDiagnostics.servers': theirs }));
    copyFileSync(join(DEMO, 'port.reg'), join(folder, 'port.reg'));
    const mine = [{ id: 'mine', label: 'mine', address: '127.0.0.1', port }];
    workbench = await openWorkbench({ folder, trust: false, settings: { 'rdpDiagnostics.servers': mine } });
  });
  after(async () => {
    await workbench?.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('still shows what is wrong with a file', async () => {
    await workbench.openFile('port.reg');
    await workbench.squiggles('/port.reg', 'error').first().waitFor();
  });

  it('shows the user’s servers only, and says what is off', async () => {
    await workbench.viewContainer('RDP Diagnostics').click();
    await workbench.treeRow('mine').waitFor();
    equal(await workbench.treeRow('theirs').count(), 0);
    await workbench.page.getByText('Servers are not checked while this workspace is not trusted.').first().waitFor();
    equal(await workbench.page.locator('.title-actions .action-label[aria-label^="Check All Servers"]').count(), 0);
    await workbench.screenshot('trust-untrusted');
  });

  it('leads from there to the page where trust is granted', async () => {
    await workbench.page.locator('.title-actions').getByRole('button', { name: 'Manage Workspace Trust' }).click();
    await workbench.page.locator('.workspace-trust-editor').waitFor();
  });

  it('checks nothing, and offers the way to trust', async () => {
    await workbench.inlineAction('mine', 'Check Server');
    await workbench.toast('not trusted').getByRole('button', { name: 'Manage Workspace Trust' }).waitFor();
    await workbench.screenshot('trust-refused');
    equal(connections, 0);
  });

  it('connects to nothing, and says why', async () => {
    await workbench.palette('RDP Diagnostics: Test Connection');
    await workbench.toast('No connection is made').getByRole('button', { name: 'Manage Workspace Trust' }).waitFor();
    await workbench.screenshot('trust-no-connection');
    equal(connections, 0);
  });

  it('shows the folder’s servers as soon as it is trusted', async () => {
    await grantTrust(workbench.page);
    await workbench.treeRow('theirs').waitFor();
    await workbench.inlineAction('theirs', 'Check Server');
    await workbench.treeRow('closes connections without an answer').waitFor();
    await workbench.page.locator('.title-actions .action-label[aria-label^="Check All Servers"]').waitFor();
    await workbench.screenshot('trust-granted');
  });
});
