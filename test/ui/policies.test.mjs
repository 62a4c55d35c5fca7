// The Policies view as an admin meets it: two backups that want different things, a .reg file one of them overrides, and what the two come to
// in the order in which they are chosen.
import { equal, match } from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dword, registryPol } from '../lab/registryPol.mjs';
import { openWorkbench } from '../lab/workbench.mjs';
import { folderWith } from '../lab/workspace.mjs';

const TERMINAL_SERVICES = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const baseline = '{0C8E6D1B-6B0B-4B8E-9B53-7A1E2C9D4F01}';
const hosts = '{5D2F7A90-1C4E-4E0A-8F3D-2B6C8A7E9F02}';

/** @param {string} name @param {string} guid of the GPO */
const backupInfo = (name, guid) =>
  `<BackupInst xmlns="http://www.microsoft.com/GroupPolicy/GPOOperations/Manifest"><GPOGuid><![CDATA[${guid}]]></GPOGuid><GPODisplayName><![CDATA[${name}]]></GPODisplayName></BackupInst>`;
/** @param {string} members */
const template = (members) =>
  Buffer.from(`\uFEFF[Unicode]\r\nUnicode=yes\r\n[Privilege Rights]\r\nSeRemoteInteractiveLogonRight = ${members}\r\n[Version]\r\nsignature="$CHICAGO$"\r\nRevision=1\r\n`, 'utf16le');

const files = {
  [`backups/${baseline}/bkupInfo.xml`]: backupInfo('Server baseline', '{A1B2C3D4-0001-4000-8000-000000000001}'),
  [`backups/${baseline}/DomainSysvol/GPO/Machine/registry.pol`]: registryPol([dword(TERMINAL_SERVICES, 'fDenyTSConnections', 1), dword(TERMINAL_SERVICES, 'UserAuthentication', 1), dword(TERMINAL_SERVICES, 'MinEncryptionLevel', 3)]),
  [`backups/${baseline}/DomainSysvol/GPO/Machine/microsoft/windows nt/SecEdit/GptTmpl.inf`]: template('*S-1-5-32-544'),
  [`backups/${hosts}/bkupInfo.xml`]: backupInfo('RDS session hosts', '{A1B2C3D4-0002-4000-8000-000000000002}'),
  [`backups/${hosts}/DomainSysvol/GPO/Machine/registry.pol`]: registryPol([dword(TERMINAL_SERVICES, 'fDenyTSConnections', 0), dword(TERMINAL_SERVICES, 'UserAuthentication', 0), dword(TERMINAL_SERVICES, 'fDisableCdm', 1)]),
  [`backups/${hosts}/DomainSysvol/GPO/Machine/microsoft/windows nt/SecEdit/GptTmpl.inf`]: template('*S-1-5-32-544,*S-1-5-32-555'),
  'nla.reg': 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp]\r\n"UserAuthentication"=dword:00000001\r\n',
};

describe('the Policies view', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  const workspace = folderWith({});
  before(async () => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(workspace.folder, name)), { recursive: true });
      writeFileSync(join(workspace.folder, name), content);
    }
    workbench = await openWorkbench({ folder: workspace.folder, trust: false });
    await workbench.viewContainer('RDP Diagnostics').click();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot(`FAILED ${this.currentTest.title}`);
  });
  after(async () => {
    await workbench?.close();
    workspace.remove();
  });

  const rows = async () => (await workbench.treeRow().allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' ').replace(/\s+/gu, ' ').trim());

  it('lists GPOs by their names with what they set, and conflicts above them, in an untrusted workspace too', async () => {
    await workbench.treeRow('Server baseline').waitFor();
    await workbench.expand('Server baseline');
    await workbench.treeRow('MinEncryptionLevel').waitFor();
    const shown = await rows();
    match(shown.find((row) => row.startsWith('Conflicts')) ?? '', /^Conflicts ?places: 4$/);
    match(shown.find((row) => row.startsWith('Server baseline')) ?? '', /^Server baseline ?4 settings · \d+ warnings?$/);
    equal(shown.filter((row) => row.includes('outcomes from') || row.includes('a local value that a policy overrides')).length, 4);
  });

  it('opens the line a conflict comes from', async () => {
    await workbench.expand('a local value that a policy overrides');
    // The row of the conflict names the file too, and stands above that of the file.
    const file = workbench.page.getByRole('treeitem', { name: /^nla\.reg/u });
    await file.waitFor();
    await workbench.screenshot('policies-view');
    await file.click();
    await workbench.line('/nla.reg', '"UserAuthentication"').waitFor();
    await workbench.page.locator('#status\\.editor\\.selection', { hasText: 'Ln 4' }).waitFor();
  });

  it('says what GPOs come to in the order in which they are chosen, with links to the lines', async () => {
    await workbench.palette('RDP Diagnostics: Effective Result of These GPOs');
    await workbench.quickPick('RDS session hosts');
    await workbench.quickPick('Server baseline');
    await workbench.quickInput.locator('.quick-input-title', { hasText: '1 RDS session hosts, 2 Server baseline' }).waitFor();
    await workbench.screenshot('policies-order');
    await workbench.page.keyboard.press('Enter');
    // The address ends with the exports, as JSON.
    const result = '%22%5D';
    await workbench.line(result, 'Result of 2 GPOs').waitFor();
    await workbench.editor(result).locator('.detected-link').first().waitFor();
    await workbench.screenshot('policies-result');
    // Long lines are broken where the editor likes.
    const text = (await workbench.lines(result)).join('').replace(/\s+/gu, '');
    match(text, /Order1RDSsessionhosts.*2Serverbaseline/u);
    match(text, /policydisabledfDenyTSConnections=1bypolicyofServerbaseline\(Machine\/registry\.pol:0x8\);overrides0ofRDSsessionhosts\(Machine\/registry\.pol:0x8\);RDP101/u);
    match(text, /AdministratorsSeRemoteInteractiveLogonRightbysecuritytemplateofServerbaseline\(Machine\/microsoft\/windowsnt\/SecEdit\/GptTmpl\.inf:4\)/u);
  });
});
