// The documents behind the settings: each has an address or is known to have none, so that a new name is not left without by mistake.

import { deepEqual, equal, match } from 'node:assert/strict';
import { allSettings } from '../../../src/core/rdp/settingTable';
import { sourceParts } from '../../../src/core/rdp/sources';

const withoutPage: readonly string[] = [
  'Azure RDPSettings script',
  'CredSsp.admx 2025',
  'CredSsp.admx of Windows Server 2025',
  'MSRD-Collect',
  'Microsoft Graph, lanManagerAuthenticationLevel',
  'Power.admx 2025',
  'Power.admx of Windows Server 2025',
  'RemoteAssistance.admx of Windows Server 2025',
  'Sigma rules',
  'TerminalServer-Server.admx of Windows Server 2025',
  'TerminalServer.admx 2025',
  'TerminalServer.admx 2025 for the policy',
  'TerminalServer.admx of Windows Server 2025',
  'Win32-OpenSSH wiki, DefaultShell',
  'WindowsFirewall.admx of Windows Server 2025',
  'firewall rules',
  'forum pages',
  'general knowledge of Windows TCP/IP',
  'registry export',
  'registry exports',
  'scripts that force RDP security',
  'security baselines',
  'service defaults of Windows 10',
  'support scripts for the local value',
  'terminalserver-avd.admx of Windows Server 2025',
];

const parts = allSettings().flatMap(({ source }) => sourceParts(source));

describe('the sources of the settings', () => {
  it('have an address each, or are known to have none', () => {
    const found = new Set(parts.filter(({ address }) => address === undefined).map(({ name }) => name));
    deepEqual([...found].sort(), withoutPage);
  });

  it('are on pages of Microsoft, one for each document', () => {
    const addresses = new Map(parts.flatMap(({ name, address }) => (address === undefined ? [] : [[name.replace(/\.\w+$/, ''), address]])));
    for (const address of addresses.values()) match(address, /^https:\/\/learn\.microsoft\.com(?:\/[a-z0-9-]+){3,}$/);
    equal(new Set(addresses.values()).size, addresses.size);
  });

  it('have the page of the class where they name a member of it', () => {
    deepEqual(sourceParts('registry export; Win32_TSGeneralSetting.SetSecurityLayer'), [
      { name: 'registry export', address: undefined },
      { name: 'Win32_TSGeneralSetting.SetSecurityLayer', address: 'https://learn.microsoft.com/windows/win32/termserv/win32-tsgeneralsetting' },
    ]);
  });

  it('are joined as they were split', () => {
    for (const { source } of allSettings()) equal(sourceParts(source).map(({ name }) => name).join('; '), source);
  });
});
