// A registry.pol as an admin meets it: the table, its search, what is wrong and where, the text, and a fixed copy. The page is looked at
// through its frames: no command of the editor tells what a table shows.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dword, registryPol, text } from '../lab/registryPol.mjs';
import { openWorkbench } from '../lab/workbench.mjs';
import { folderWith } from '../lab/workspace.mjs';

const TERMINAL_SERVICES = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const FIREWALL = 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules';

const machine = registryPol([
  dword(TERMINAL_SERVICES, 'fDenyTSConnections', 1),
  dword(TERMINAL_SERVICES, 'UserAuthentication', 0),
  { key: TERMINAL_SERVICES, name: 'MinEncryptionLevel', type: 4, data: Buffer.alloc(10) },
  text(TERMINAL_SERVICES, '**del.MaxIdleTime', ' '),
  dword(TERMINAL_SERVICES, 'MaxIdleTime', 900_000),
  dword('HKLM\\SOFTWARE\\Policies\\Contoso', 'Colour', 3),
  text(FIREWALL, 'Contoso-RDP', 'v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|Name=<img src=x onerror=alert(1)>|'),
  text('SOFTWARE\\Policies\\Contoso', 'Banner', '<script>document.title = "owned"</script> \u202egnp.exe'),
]);
const large = registryPol(Array.from({ length: 20_000 }, (_, index) => dword(`SOFTWARE\\Policies\\Contoso\\${index % 50}`, `Value${index}`, index)));

/** @param {() => import('../lab/workbench.mjs').Workbench} workbench */
function pageIn(workbench) {
  const frame = () => workbench().page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  return {
    frame,
    rows: () => frame().locator('tbody tr'),
    /** @param {string} name */
    async openTable(name) {
      const { page } = workbench();
      await page.locator('.explorer-viewlet .monaco-list-row', { hasText: name }).first().dblclick();
      await page.locator('.tab.active', { hasText: name }).waitFor();
      await frame().locator('body[data-ready]').waitFor();
    },
  };
}

/**
 * @param {() => import('../lab/workbench.mjs').Workbench} opened
 * @param {ReturnType<typeof pageIn>} page
 */
function testOtherFiles(opened, { frame, rows, openTable }) {
  it('is text with the same findings', async () => {
    const workbench = opened();
    await openTable('registry.pol');
    await frame().getByRole('button', { name: 'Open as Text' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'registry.pol.lgpo.txt' }).waitFor();
    await workbench.squiggles('registry.pol', 'error').first().waitFor();
    const problems = (await workbench.problems()).join('\n');
    for (const code of ['RDP043', 'RDP021', 'RDP044', 'RDP047', 'RDP101']) ok(problems.includes(code), problems);
    await workbench.screenshot('registryPol-text');
  });

  it('is there again after the window was loaded anew, table and text', async () => {
    const workbench = opened();
    await openTable('registry.pol');
    await frame().locator('#search').fill('contoso-rdp');
    await frame().locator('#shown', { hasText: '1 that match' }).waitFor();
    // Not the browser's own way, which does not wait until the state of editors is kept.
    await Promise.all([workbench.page.waitForEvent('load'), workbench.palette('Developer: Reload Window')]);
    await workbench.ready();
    await frame().locator('#shown', { hasText: '1 that match' }).waitFor();
    equal(await frame().locator('#search').inputValue(), 'contoso-rdp');
    await workbench.page.locator('.tab', { hasText: 'registry.pol.lgpo.txt' }).click();
    await workbench.squiggles('registry.pol', 'error').first().waitFor();
    await openTable('registry.pol');
    await frame().locator('#search').fill('');
  });

  it('is fixed in a copy and stays as it is', async () => {
    const workbench = opened();
    const { page, folder } = workbench;
    const before = readFileSync(join(folder, 'registry.pol'));
    await openTable('registry.pol');
    const denied = rows().filter({ hasText: 'fDenyTSConnections' });
    await denied.getByRole('button', { name: /^Save Fixed Copy: / }).first().click();
    match(await workbench.dialog.innerText(), /without its damaged places \(1\)/);
    await workbench.screenshot('registryPol-damaged');
    await workbench.answer('Save Without Them');
    await workbench.quickInput.locator('input').first().waitFor();
    await workbench.screenshot('registryPol-save');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'registry-fixed.pol' }).waitFor();
    await workbench.toast('registry-fixed.pol was saved, findings left in it: 4.').first().waitFor();
    await frame().locator('body[data-ready]').waitFor();
    match(await rows().filter({ hasText: 'fDenyTSConnections' }).innerText(), /0 \(0x0\)/);
    await workbench.screenshot('registryPol-fixed');
    deepEqual(readFileSync(join(folder, 'registry.pol')), before);
    ok(!readFileSync(join(folder, 'registry-fixed.pol')).equals(before));
  });
}

describe('a registry.pol in the workbench', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  const workspace = folderWith({
    'registry.pol': Buffer.concat([machine, Buffer.from('ffff', 'hex'), registryPol([dword('SOFTWARE\\Policies\\Contoso', 'After', 1)]).subarray(8)]),
    'large.pol': large,
    'java.pol': 'grant { permission java.security.AllPermission; };\n',
  });
  before(async () => {
    mkdirSync(join(workspace.folder, 'User'));
    writeFileSync(join(workspace.folder, 'User', 'Registry.pol'), registryPol([dword(TERMINAL_SERVICES, 'MaxIdleTime', 60_000)]));
    workbench = await openWorkbench({ folder: workspace.folder });
  });
  afterEach(async function () {
    if (this.currentTest.state === 'failed') await workbench.screenshot('FAILED');
  });
  after(async () => {
    await workbench?.close();
    workspace.remove();
  });

  const page = pageIn(() => workbench);
  const { frame, rows, openTable } = page;

  it('is a table of what it sets and what is wrong with it', async () => {
    await openTable('registry.pol');
    await rows().nth(8).waitFor();
    match(await frame().locator('#summary').innerText(), /^Policies of the computer\. Entries: 9, about Remote Desktop: 6, findings: \d+$/);
    match(await frame().locator('#above').innerText(), /Error\s+RDP043\s+At byte \d+ "\["/);
    match(await rows().nth(0).innerText(), /fDenyTSConnections[^]*Allow users to connect remotely[^]*RDP101/);
    await workbench.screenshot('registryPol-table');
  });

  it('shows what a file says as text and in its own direction', async () => {
    const banner = rows().filter({ hasText: 'Banner' });
    match(await banner.locator('.data').innerText(), /^"<script>document\.title = "owned"<\/script> \\x202egnp\.exe"$/);
    equal(await frame().locator('img, tbody script').count(), 0);
  });

  it('has the roles and names of a table and its controls', async () => {
    const tree = await frame().locator('main').ariaSnapshot();
    for (const part of ['- searchbox "Search"', '- checkbox "Remote Desktop only"', '- table "Entries of the file"', '- columnheader "Key"', '- region "Entries of the file"', '- status']) ok(tree.includes(part), tree);
  });

  it('finds by words and leaves what is about Remote Desktop', async () => {
    await frame().locator('#search').fill('contoso colour');
    await frame().locator('#shown', { hasText: '1 that match' }).waitFor();
    equal(await rows().count(), 1);
    await frame().locator('#search').fill('');
    await frame().getByRole('checkbox').check();
    await frame().locator('#shown', { hasText: '6 that match' }).waitFor();
    await workbench.screenshot('registryPol-rdp-only');
  });

  it('comes back as it was left', async () => {
    await openTable('java.pol');
    match(await frame().locator('#otherwise').innerText(), /^This file is no registry\.pol\. It starts with 67 72 61 6e/);
    await workbench.screenshot('registryPol-other-file');
    await openTable('registry.pol');
    await frame().locator('#shown', { hasText: '6 that match' }).waitFor();
    ok(await frame().getByRole('checkbox').isChecked());
  });

  it('turns pages of a file of twenty thousand entries', async () => {
    await openTable('large.pol');
    await frame().locator('#shown', { hasText: 'Entries 1 to 100 of 20000' }).waitFor();
    await frame().getByRole('button', { name: 'Next' }).press('Enter');
    await frame().locator('#shown', { hasText: 'Entries 101 to 200 of 20000' }).waitFor();
    await frame().locator('#search').fill('value19999');
    await frame().locator('#shown', { hasText: 'Entries 1 to 1 of 1 that match' }).waitFor();
  });

  it('shows a changed file', async () => {
    const file = join(workspace.folder, 'large.pol');
    writeFileSync(file, registryPol([dword('SOFTWARE\\Policies\\Contoso', 'New', 1)]));
    await frame().locator('#search').fill('');
    await frame().locator('#shown', { hasText: /^Entries 1 to 1 of 1$/ }).waitFor();
    match(await rows().nth(0).innerText(), /New/);
  });

  testOtherFiles(() => workbench, page);
});
