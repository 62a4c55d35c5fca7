// What outside Remote Desktop decides whether a computer answers: TCP keep-alive, the firewall's switch per profile, hibernation, sleep
// by policy, and the shell of OpenSSH through which a server can be asked. Sources per row.

import type { SettingRow } from '../setting';
import { anyText, dword, inMachine, offOn, text } from './places';
import { EXPORTS } from './sources';

const FIREWALL = 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy';
const OPENSSH = 'SOFTWARE\\OpenSSH';
const POWER = 'Software\\Policies\\Microsoft\\Power\\PowerSettings';
const SLEEP = `${POWER}\\29F6C1DB-86DA-48C5-9FDB-F2B67B1F44DA`;
const HIBERNATE = `${POWER}\\9D7815A6-7EE4-497E-8888-515A05F02364`;
const UNATTENDED = `${POWER}\\7bc4a2f9-d8fc-4469-b07b-33eb785aaca0`;
const secondsToSleep = {
  kind: 'range',
  min: 1,
  max: 0xffffffff,
  unit: 'seconds',
  special: [{ value: 0, meaning: 'never' }],
} as const;

const asleep = {
  types: dword,
  domain: secondsToSleep,
  trap: 'A computer that sleeps takes no connection.',
  restart: 'policyRefresh',
  symptom: 1,
  confidence: 'H',
  source: 'Power.admx 2025',
} as const;

function sleeps<const Id extends string>(id: Id, title: string, path: string, name: string) {
  return { ...asleep, id, title, place: inMachine(path, name) } as const;
}

export const networkSettings = [
  {
    id: 'tcp.keepAliveTime',
    title: 'Keep-alive of TCP',
    place: inMachine('SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters', 'KeepAliveTime'),
    types: dword,
    domain: { kind: 'range', min: 1, max: 0xffffffff, unit: 'milliseconds' },
    absent: '7200000, two hours',
    trap: 'Milliseconds, for every TCP connection; KeepAliveInterval of Remote Desktop is in minutes.',
    restart: 'computer',
    symptom: 3,
    confidence: 'L',
    source: 'general knowledge of Windows TCP/IP',
  },
  {
    id: 'firewall.domain',
    title: 'Windows Firewall in domain networks',
    place: inMachine(`${FIREWALL}\\DomainProfile`, 'EnableFirewall'),
    types: dword,
    domain: offOn('off', 'on'),
    standard: 1,
    restart: 'none',
    symptom: 2,
    confidence: 'M',
    source: EXPORTS,
  },
  {
    id: 'firewall.private',
    title: 'Windows Firewall in private networks',
    place: inMachine(`${FIREWALL}\\StandardProfile`, 'EnableFirewall'),
    types: dword,
    domain: offOn('off', 'on'),
    standard: 1,
    restart: 'none',
    symptom: 2,
    confidence: 'M',
    source: EXPORTS,
  },
  {
    id: 'firewall.public',
    title: 'Windows Firewall in public networks',
    place: inMachine(`${FIREWALL}\\PublicProfile`, 'EnableFirewall'),
    types: dword,
    domain: offOn('off', 'on'),
    standard: 1,
    restart: 'none',
    symptom: 2,
    confidence: 'M',
    source: EXPORTS,
  },
  sleeps('power.sleepPluggedIn', 'Sleep after, plugged in', SLEEP, 'ACSettingIndex'),
  sleeps('power.sleepOnBattery', 'Sleep after, on battery', SLEEP, 'DCSettingIndex'),
  sleeps('power.hibernatePluggedIn', 'Hibernation after, plugged in', HIBERNATE, 'ACSettingIndex'),
  sleeps('power.hibernateOnBattery', 'Hibernation after, on battery', HIBERNATE, 'DCSettingIndex'),
  sleeps('power.unattendedSleepPluggedIn', 'Sleep after an unattended wake-up, plugged in', UNATTENDED, 'ACSettingIndex'),
  sleeps('power.unattendedSleepOnBattery', 'Sleep after an unattended wake-up, on battery', UNATTENDED, 'DCSettingIndex'),
  {
    id: 'power.hibernateEnabled',
    title: 'Hibernation available',
    place: inMachine('SYSTEM\\CurrentControlSet\\Control\\Power', 'HibernateEnabled'),
    types: dword,
    domain: offOn('off', 'on'),
    trap: 'While it is on, the file hiberfil.sys is on the system drive.',
    restart: 'computer',
    symptom: 1,
    confidence: 'M',
    source: EXPORTS,
  },
  {
    id: 'openSsh.defaultShell',
    title: 'Shell of OpenSSH',
    place: inMachine(OPENSSH, 'DefaultShell'),
    types: text,
    domain: anyText,
    absent: 'cmd.exe',
    restart: 'nextConnection',
    symptom: null,
    confidence: 'H',
    source: 'Win32-OpenSSH wiki, DefaultShell',
  },
  {
    id: 'openSsh.defaultShellCommandOption',
    title: 'Option of the shell before a command',
    place: inMachine(OPENSSH, 'DefaultShellCommandOption'),
    types: text,
    domain: anyText,
    absent: '-c',
    restart: 'nextConnection',
    symptom: null,
    confidence: 'H',
    source: 'Win32-OpenSSH wiki, DefaultShell',
  },
  {
    id: 'openSsh.defaultShellEscapeArguments',
    title: 'Arguments of the shell escaped',
    place: inMachine(OPENSSH, 'DefaultShellEscapeArguments'),
    types: dword,
    domain: offOn('no', 'yes'),
    restart: 'nextConnection',
    symptom: null,
    confidence: 'H',
    source: 'Win32-OpenSSH wiki, DefaultShell',
  },
] as const satisfies readonly SettingRow[];
