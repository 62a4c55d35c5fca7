// Backups of GPOs as the management console writes them, generated: what a bench needs of a folder of them.

import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const POLICIES = 200;
const OPTIONS = 60;
const RIGHTS = ['Audit', 'Backup', 'ChangeNotify', 'CreateGlobal', 'CreatePagefile', 'CreatePermanent', 'CreateSymbolicLink', 'CreateToken', 'Debug', 'EnableDelegation', 'Impersonate', 'IncreaseQuota', 'LoadDriver', 'LockMemory', 'ManageVolume', 'Relabel', 'RemoteShutdown', 'Restore', 'Security', 'Shutdown', 'SystemEnvironment', 'Systemtime', 'TakeOwnership', 'Tcb'];
const PREFERENCES = 30;

const KEY = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const numbered = (count, line) => Array.from({ length: count }, (_, index) => line(index));
const guid = (number, kind) => `{${number.toString(16).padStart(8, '0')}-0000-4000-${kind}-000000000000}`;
const utf16 = (text) => Buffer.from(`\ufeff${text}`, 'utf16le');

function entries(seed) {
  const evidence = { document: 'generated', range: { start: 0, end: 0 } };
  return numbered(POLICIES, (index) => ({
    kind: 'registry',
    hive: 'machine',
    key: index % 4 === 0 ? KEY : `SOFTWARE\\Policies\\Example\\Product${String(index >> 3)}`,
    name: index === 0 ? 'UserAuthentication' : `Value${String(index)}`,
    type: 4,
    data: Uint8Array.of((index + seed) & 1, 0, 0, 0),
    action: 'set',
    evidence,
  }));
}

const template = () =>
  ['[Unicode]', 'Unicode=yes', '[Version]', 'signature="$CHICAGO$"', 'Revision=1', '[Registry Values]', ...numbered(OPTIONS, (index) => `MACHINE\\Software\\Example\\Option${String(index)}=4,1`), '[Privilege Rights]', ...RIGHTS.map((right) => `Se${right}Privilege = *S-1-5-32-544,*S-1-5-32-551`), ''].join('\r\n');

const preferences = () =>
  `<?xml version="1.0" encoding="utf-8"?>\r\n<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">${numbered(PREFERENCES, (index) => `<Registry clsid="{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}" name="Value${String(index)}" image="12"><Properties action="U" displayDecimal="1" default="0" hive="HKEY_LOCAL_MACHINE" key="SOFTWARE\\Example" name="Value${String(index)}" type="REG_DWORD" value="00000001"/></Registry>\r\n`).join('')}</RegistrySettings>`;

function report(name) {
  const policies = numbered(POLICIES, (index) => `<q1:Policy><q1:Name>Policy ${String(index)}</q1:Name><q1:State>Enabled</q1:State><q1:Explain>${'What this policy does, in words. '.repeat(12)}</q1:Explain><q1:Category>Example/Category</q1:Category></q1:Policy>\r\n`);
  return `<?xml version="1.0" encoding="utf-16"?>\r\n<GPO xmlns="http://www.microsoft.com/GroupPolicy/Settings" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Name>${name}</Name><Computer><Enabled>true</Enabled><ExtensionData><Extension xmlns:q1="http://www.microsoft.com/GroupPolicy/Settings/Registry" xsi:type="q1:RegistrySettings">${policies.join('')}</Extension><Name>Registry</Name></ExtensionData></Computer></GPO>`;
}

/** Writes `count` backups below a folder. Returns its files, the `registry.pol` among them, and how many bytes they are. */
export function writeBackups(folder, count) {
  const { writeRegistryPol } = require('../../out/src/core/formats/registryPol/writer.js');
  const files = [];
  const pols = [];
  let bytes = 0;
  for (let number = 0; number < count; number++) {
    const put = (path, content) => {
      const file = join(folder, guid(number, '8000'), path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      files.push(file);
      bytes += content.length;
      if (path.endsWith('registry.pol')) pols.push(file);
    };
    const name = `Generated ${String(number)}`;
    const half = (part) => join('DomainSysvol', 'GPO', part);
    put('bkupInfo.xml', `<BackupInst xmlns="http://www.microsoft.com/GroupPolicy/GPOOperations/Manifest"><GPOGuid><![CDATA[${guid(number, '9000')}]]></GPOGuid><GPODisplayName><![CDATA[${name}]]></GPODisplayName></BackupInst>`);
    put('Backup.xml', '<?xml version="1.0" encoding="utf-8"?><GroupPolicyBackupScheme xmlns="http://www.microsoft.com/GroupPolicy/GPOOperations"/>');
    put('gpreport.xml', utf16(report(name)));
    put(join(half('Machine'), 'registry.pol'), writeRegistryPol(entries(number)));
    put(join(half('Machine'), 'comment.cmtx'), '<policyComments/>');
    put(join(half('Machine'), 'microsoft', 'windows nt', 'SecEdit', 'GptTmpl.inf'), utf16(template()));
    put(join(half('Machine'), 'Preferences', 'Registry', 'Registry.xml'), preferences());
    put(join(half('User'), 'registry.pol'), writeRegistryPol(entries(number).slice(0, POLICIES / 4)));
  }
  return { files, pols, bytes };
}
