// The browser door as a person meets it on vscode.dev: no server, no Node, the same squiggles.
import { equal } from 'node:assert/strict';
import { openWorkbench } from '../lab/workbench.mjs';

describe('the workbench without a server', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  before(async () => {
    workbench = await openWorkbench({ door: 'serverless' });
  });
  after(() => workbench.close());

  it('marks the mistakes of a .reg file', async () => {
    await workbench.openFile('port.reg');
    await workbench.squiggles('/port.reg', 'error').first().waitFor();
    await workbench.screenshot('web-door');
  });

  it('says in the servers view that checks need the desktop', async () => {
    await workbench.viewContainer('RDP Diagnostics').click();
    await workbench.page.getByText('Checks need the desktop').first().waitFor();
    await workbench.page.getByText('From .rdp and .rdg files, or a text list.').first().waitFor();
    equal(await workbench.page.getByText('ssh configuration').count(), 0, 'offers what this door cannot read');
    await workbench.screenshot('web-door-servers');
  });

  it('offers no connection, and the way to a host in the form without this computer', async () => {
    await workbench.page.keyboard.press('F1');
    await workbench.quickInput.locator('input.input').fill('>RDP Diagnostics: ');
    const row = (/** @type {string} */ text) => workbench.quickInput.locator('.monaco-list-row', { hasText: text });
    await row('Copy SSH Target').waitFor();
    for (const title of ['Test Connection', 'Forget Saved Secrets', 'Forget Host Key']) equal(await row(title).count(), 0, title);
    await workbench.page.keyboard.press('Escape');
    await workbench.palette('RDP Diagnostics: Add Server');
    await workbench.input('rds-07.corp.example');
    await row('Over SSH').waitFor();
    equal(await row('PowerShell runs').count(), 0);
    await workbench.quickPick('Over SSH');
    await workbench.inputMessage().filter({ hasText: 'Host of the ssh configuration' }).waitFor();
    await workbench.input('-oProxyCommand=x');
    await workbench.inputMessage().filter({ hasText: 'is not an alias' }).waitFor();
    await workbench.page.keyboard.press('Escape');
  });
});
