// Which TLS versions Windows offers as a server. The listener uses Schannel, so this decides whether security layer 2 can work at all.
// Sources: Microsoft, Protocols in TLS/SSL (Schannel SSP) for what holds without values; security baselines for the values.

import type { SettingPlace, SettingRow } from '../setting';
import { dword, inMachine, offOn } from './places';

const SCHANNEL = 'Microsoft, Protocols in TLS/SSL (Schannel SSP); security baselines';

function inSchannel(version: string, name: string): SettingPlace {
  return inMachine(`SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\${version}\\Server`, name);
}

const switched = {
  kind: 'choices',
  choices: [
    { value: 0, meaning: 'off' },
    { value: 1, meaning: 'on' },
    { value: 0xffffffff, meaning: 'on' },
  ],
} as const;

const byRequest = offOn('used', 'used only by programs that ask for it');

const IN_PREVIEWS = 'previews since 2024 have it off';
const absent = {
  tls10: `on up to Windows 11 24H2 and Server 2025; ${IN_PREVIEWS}`,
  tls11: `on for Windows 8 to 11 24H2 and Server 2012 to 2025, off for Windows 7 and Server 2008 R2; ${IN_PREVIEWS}`,
  tls12: 'on since Windows 8 and Server 2012, off for Windows 7 and Server 2008 R2',
  tls13: 'on since Windows 11 and Server 2022; older systems do not have it',
} as const;

const row = { types: dword, restart: 'computer', symptom: 3, confidence: 'H', source: SCHANNEL } as const;

function allowed<const Version extends keyof typeof absent>(version: Version, name: string, trap?: string) {
  const place = inSchannel(name, 'Enabled');
  return { ...row, id: `schannel.${version}.enabled`, title: `${name} allowed for servers`, place, domain: switched, absent: absent[version], ...(trap === undefined ? {} : { trap }) } as const;
}

function onRequest<const Version extends keyof typeof absent>(version: Version, name: string) {
  const place = inSchannel(name, 'DisabledByDefault');
  return { ...row, id: `schannel.${version}.disabledByDefault`, title: `${name} not used unless asked for`, place, domain: byRequest, absent: absent[version] } as const;
}

export const schannelSettings = [
  allowed('tls10', 'TLS 1.0'),
  onRequest('tls10', 'TLS 1.0'),
  allowed('tls11', 'TLS 1.1'),
  onRequest('tls11', 'TLS 1.1'),
  allowed('tls12', 'TLS 1.2', 'Where every protocol a client can use is off, a listener with security layer 2 takes no connection (Schannel 36871, 36874).'),
  onRequest('tls12', 'TLS 1.2'),
  allowed('tls13', 'TLS 1.3'),
  onRequest('tls13', 'TLS 1.3'),
] as const satisfies readonly SettingRow[];
