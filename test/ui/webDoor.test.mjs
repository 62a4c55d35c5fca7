// The browser door as a person meets it on vscode.dev: no server, no Node, the same squiggles.
import { equal, match } from 'node:assert/strict';
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

  it('opens the report of a snapshot from the menu of its file, with the page of what to do first', async () => {
    await workbench.page.keyboard.press('Control+Shift+E');
    const file = workbench.page.locator('.explorer-viewlet .monaco-list-row', { hasText: 'rds-07.rdpsnapshot.json' }).first();
    await file.click({ button: 'right' });
    await workbench.page.getByRole('menuitem', { name: 'Open Snapshot' }).click({ delay: 300 });
    const report = workbench.page.locator('.monaco-editor[data-uri*="rdp-report:/snapshots/rds-07"]');
    await report.locator('.squiggly-error').first().waitFor();
    await report.locator('.codelens-decoration a', { hasText: 'Explain RDP119' }).waitFor();
    equal(await report.locator('.codelens-decoration a', { hasText: 'Check Again' }).count(), 0);
    await workbench.screenshot('web-door-snapshot');
    await report.locator('.codelens-decoration a', { hasText: 'Explain RDP119' }).click();
    // As text or as a preview: that is the editor's own choice.
    await workbench.page.locator('.tab', { hasText: 'RDP119.md' }).waitFor();
  });

  it('looks several snapshots over in one list, the worst first, and opens those that are picked', async () => {
    const file = (/** @type {string} */ name) => workbench.page.locator('.explorer-viewlet .monaco-list-row', { hasText: name }).first();
    await file('rds-07.rdpsnapshot.json').click();
    await file('rds-08.rdpsnapshot.json').click({ modifiers: ['ControlOrMeta'] });
    await file('rds-08.rdpsnapshot.json').click({ button: 'right' });
    await workbench.page.getByRole('menuitem', { name: 'Open Snapshot' }).click({ delay: 300 });
    await workbench.quickInput.locator('.quick-input-title', { hasText: 'Open Snapshot' }).waitFor();
    const rows = workbench.quickInput.locator('.monaco-list-row');
    await rows.nth(1).waitFor();
    const [worst = '', healthy = ''] = await rows.allInnerTexts();
    match(worst, /rds-07\.rdpsnapshot\.json.*errors: 2/su);
    match(healthy, /rds-08\.rdpsnapshot\.json.*nothing found/su);
    await workbench.screenshot('web-door-snapshots');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab', { hasText: 'rds-08.rdp-report' }).waitFor();
  });

  it('explains a code', async () => {
    await workbench.palette('RDP Diagnostics: Explain an Error Message or Code');
    await workbench.quickInput.locator('.quick-input-title', { hasText: 'Explain an Error Message or Code' }).waitFor();
    await workbench.input('0x204');
    const page = workbench.page.locator('.monaco-editor[data-uri*="rdp-explanation:"]');
    await page.locator('.view-line', { hasText: '0x204' }).first().waitFor();
    await workbench.screenshot('web-door-explanation');
  });
});
