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

export const schannelSettings = [
  {
    id: 'schannel.tls10.enabled',
    title: 'TLS 1.0 allowed for servers',
    place: inSchannel('TLS 1.0', 'Enabled'),
    types: dword,
    domain: switched,
    absent: 'on up to Windows 11 24H2 and Server 2025; previews since 2024 have it off',
    restart: 'computer',
    symptom: 3,
    confidence: 'H',
    source: SCHANNEL,
  },
  {
    id: 'schannel.tls10.disabledByDefault',
    title: 'TLS 1.0 not used unless asked for',
    place: inSchannel('TLS 1.0', 'DisabledByDefault'),
    types: dword,
    domain: offOn('used', 'used only by programs that ask for it'),
    absent: 'on up to Windows 11 24H2 and Server 2025; previews since 2024 have it off',
    restart: 'computer',
    symptom: 3,
    confidence: 'H',
    source: SCHANNEL,
  },
  {
    id: 'schannel.tls11.enabled',
    title: 'TLS 1.1 allowed for servers',
    place: inSchannel('TLS 1.1', 'Enabled'),
    types: dword,
    domain: switched,
    absent: 'on for Windows 8 to 11 24H2 and Server 2012 to 2025, off for Windows 7 and Server 2008 R2; previews since 2024 have it off',
    restart: 'computer',
    symptom: 3,
    confidence: 'H',
    source: SCHANNEL,
  },
  {
    id: 'schannel.tls11.disabledByDefault',
    title: 'TLS 1.1 not used unless asked for',
    place: inSchannel('TLS 1.1', 'DisabledByDefault'),
    types: dword,
    domain: offOn('used', 'used only by programs that ask for it'),
    absent: 'on for Windows 8 to 11 24H2 and Server 2012 to 2025, off for Windows 7 and Server 2008 R2; previews since 2024 have it off',
    restart: 'computer',
    symptom: 3,
    confidence: 'H',
    source: SCHANNEL,
  },
  {
    id: 'schannel.tls12.enabled',
    title: 'TLS 1.2 allowed for servers',
    place: inSchannel('TLS 1.2', 'Enabled'),
    types: dword,
    domain: switched,
    absent: 'on since Windows 8 and Server 2012, off for Windows 7 and Server 2008 R2',
    trap: 'Where every protocol a client can use is off, a listener with security layer 2 takes no connection (Schannel 36871, 36874).',
    restart: 'computer',
    symptom: 3,
    confidence: 'H',
    source: SCHANNEL,
  },
  {
    id: 'schannel.tls12.disabledByDefault',
    title: 'TLS 1.2 not used unless asked for',
    place: inSchannel('TLS 1.2', 'DisabledByDefault'),
    types: dword,
    domain: offOn('used', 'used only by programs that ask for it'),
    absent: 'on since Windows 8 and Server 2012, off for Windows 7 and Server 2008 R2',
    restart: 'computer',
    symptom: 3,
    confidence: 'H',
    source: SCHANNEL,
  },
  {
    id: 'schannel.tls13.enabled',
    title: 'TLS 1.3 allowed for servers',
    place: inSchannel('TLS 1.3', 'Enabled'),
    types: dword,
    domain: switched,
    absent: 'on since Windows 11 and Server 2022; older systems do not have it',
    restart: 'computer',
    symptom: 3,
    confidence: 'H',
    source: SCHANNEL,
  },
  {
    id: 'schannel.tls13.disabledByDefault',
    title: 'TLS 1.3 not used unless asked for',
    place: inSchannel('TLS 1.3', 'DisabledByDefault'),
    types: dword,
    domain: offOn('used', 'used only by programs that ask for it'),
    absent: 'on since Windows 11 and Server 2022; older systems do not have it',
    restart: 'computer',
    symptom: 3,
    confidence: 'H',
    source: SCHANNEL,
  },
] as const satisfies readonly SettingRow[];
