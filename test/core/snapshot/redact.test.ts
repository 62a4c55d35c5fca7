// Redaction: names, addresses and SIDs that were planted in every place a snapshot has for them are nowhere in the result, also not inside
// hexadecimal data; what is left is still a snapshot, and the rules say the same about it.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { english } from '../../../src/core/messages/english';
import { hexText, stringData, utf16Bytes, utf16Text, valueType } from '../../../src/core/registry/valueData';
import { diagnoseSnapshot } from '../../../src/core/servers/snapshotDiagnosis';
import { readSnapshot } from '../../../src/core/snapshot/readSnapshot';
import { redact, redactedAddress, redactText } from '../../../src/core/snapshot/redact';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import { FIXTURES } from '../../places';
import { anySnapshot, healthy, snapshotOf } from './changedSnapshots';

interface Canaries {
  readonly host: string;
  readonly domain: string;
  readonly netbios: string;
  readonly user: string;
  readonly group: string;
  readonly client: string;
  readonly licences: string;
  readonly company: string;
  readonly gpo: string;
  readonly share: string;
  readonly address: string;
  readonly address6: string;
  /** Three parts of a domain's SID. */
  readonly machine: readonly [number, number, number];
  readonly thumbprint: string;
}

// Q and Z together are in no word of Windows, and no name is a part of another one.
const name = (letter: string): fc.Arbitrary<string> => fc.stringMatching(/^[A-Za-z0-9]{3,8}$/).map((rest) => `QZ${letter}${rest}`);
const octet = fc.integer({ min: 130, max: 199 });
const part = fc.integer({ min: 1_000_000_000, max: 4_000_000_000 });
const canaries: fc.Arbitrary<Canaries> = fc.record({
  host: name('h'), domain: name('d'), netbios: name('n'), user: name('u'), group: name('g'), client: name('c'), licences: name('l'), company: name('o'), gpo: name('p'), share: name('s'),
  address: fc.tuple(octet, octet, octet, octet).map((octets) => octets.join('.')),
  address6: fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0x1000, max: 0xffff }))).map((groups) => `fe80::${groups.map((group) => group.toString(16)).join(':')}`),
  machine: fc.tuple(part, part, part),
  thumbprint: fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => hexText(bytes.map((byte) => byte | 1)).toUpperCase()),
});

const text = (value: string, type: number = valueType.sz): { type: number; data: string; length: number } => {
  const { bytes } = stringData(value, type);
  return { type, data: hexText(bytes), length: bytes.length };
};

function sidBytes([a, b, c]: Canaries['machine'], rid: number): Uint8Array {
  const bytes = Uint8Array.of(1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, ...new Array<number>(16).fill(0));
  [a, b, c, rid].forEach((number, i) => new DataView(bytes.buffer).setUint32(12 + 4 * i, number, true));
  return bytes;
}

/** A snapshot in which everybody is called by the canaries. */
function planted(base: Snapshot, of: Canaries): Snapshot {
  const copy = structuredClone(base) as unknown as Record<string, never>;
  const dns = `${of.host}.${of.domain}.example`;
  const sid = `S-1-5-21-${of.machine.join('-')}`;
  const listener = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp';
  const event = (id: number, provider: string, fields: Record<string, string>): unknown => ({
    channel: 'System', provider, id, level: 3, qualifiers: null, count: 2, capped: false, first: '2026-11-19T00:00:00Z', last: '2026-11-20T00:00:00Z', samples: [{ at: '2026-11-20T00:00:00Z', fields }],
  });
  const sections = {
    ...base.sections,
    host: { ms: 1, data: { ...('data' in base.sections.host ? base.sections.host.data : {}), name: of.host.toUpperCase(), dnsName: dns, domain: `${of.domain}.example` }, unseen: [{ what: 'dnsName', reason: 'failed', detail: `no answer from ${of.address} for ${dns.toUpperCase()}` }] },
    registry: addTo(base.sections.registry, 'keys', [
      { key: listener, state: 'present', values: [
        { name: 'WFProfilePath', ...text(`\\\\${of.share}\\profiles\\${of.user}`) },
        { name: 'InitialProgram', ...text(`C:\\Users\\${of.user}\\start.exe /s ${of.host.toLowerCase()}`, valueType.expandSz) },
        { name: 'SSLCertificateSHA1Hash', type: 3, data: of.thumbprint.toLowerCase(), length: 20 },
        { name: 'Security', type: 3, data: `01000480${hexText(sidBytes(of.machine, 1107))}ffff`, length: 34 },
        { name: 'Blob', type: 3, data: `aa${hexText(utf16Bytes(`\0${of.host} \0`))}`, length: 1 },
        { name: 'Letters', type: 3, data: hexText(new TextEncoder().encode(`..${of.group}..`)), length: 1 },
        { name: 'DefaultUserName', ...text(of.user) },
      ] },
      { key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services', state: 'present', values: [
        { name: 'LicenseServers', ...text(`${of.licences}; ${of.licences}2.${of.domain}.example,${of.address}`) },
      ] },
      { key: `HKEY_USERS\\${sid}-1119\\SOFTWARE\\Policies`, state: 'present', values: [] },
      { key: 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules', state: 'present', values: [
        { name: '{5e0d}', ...text(`v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|RA4=${of.address}|Name=RDP for ${of.company}|Desc=ask ${of.user}|`) },
      ] },
    ]),
    services: addTo(base.sections.services, 'services', [{ name: 'other', installed: true, state: 4, startType: 2, pid: 9, exitCode: 0, account: `${of.netbios}\\${of.user}`, imagePath: `C:\\Users\\${of.user}.${of.netbios}\\x.exe`, serviceDll: null }]),
    sockets: addTo(base.sections.sockets, 'listening', [{ protocol: 'tcp', address: `${of.address6}%12`, port: 3389, pid: 1204, process: 'svchost.exe', path: `C:\\Documents and Settings\\${of.user}\\a.exe`, services: ['TermService'] }]),
    firewall: addTo(base.sections.firewall, 'rules', [{ id: `for ${of.host}`, enabled: false, action: 'allow', profiles: 7, protocol: 6, ports: ['3389'], remoteAddresses: [`${of.address}/255.255.255.0`, of.address6], program: `C:\\Users\\${of.user}\\a.exe`, service: null, store: 'local' }]),
    certificates: addTo(base.sections.certificates, 'certificates', [{ store: 'My', thumbprint: of.thumbprint, subject: `CN=${dns}, O="${of.company}, Inc.", DC=${of.domain}`, issuer: `CN=${of.company} Root`, notBefore: '2026-01-01T00:00:00Z', notAfter: '2027-06-01T00:00:00Z', keyType: 'RSA', keyBits: 2048, signature: '1.2.840.113549.1.1.11', serverAuthentication: true, hasPrivateKey: true, keyReadable: true }]),
    rights: addTo(base.sections.rights, 'SeRemoteInteractiveLogonRight', [`${sid}-1107`, of.user]),
    groups: addTo(base.sections.groups, 'remoteDesktopUsers', [{ sid: `${sid}-1107`, name: `${of.netbios}\\${of.group}` }, { sid: null, name: `${of.user}@${of.domain}.example` }]),
    licensing: addTo(base.sections.licensing, 'servers', [{ name: `${of.licences}.${of.domain}.example`, status: 11 }, { name: of.address, status: 6 }]),
    events: addTo(base.sections.events, 'groups', [
      event(50_283, 'Microsoft-Windows-TerminalServices-RemoteConnectionManager', { Param1: of.licences }),
      event(1012, 'Microsoft-Windows-TerminalServices-RemoteConnectionManager', { 0: of.client }),
      event(56, 'TermDD', { 0: '\\Device\\Termdd', 1: of.address, binary: `0000${hexText(utf16Bytes(`${of.host}\0`))}b50000d0` }),
      event(7038, 'Service Control Manager', { param1: 'TermService', param2: `${of.netbios}\\${of.user}` }),
      event(1061, 'Other', { Param1: `${of.client}, ${of.licences}`, errorCode: '5' }),
      event(1056, 'Other', { binary: of.thumbprint.toLowerCase(), text: (of.thumbprint.match(/../g) ?? []).join(' ') }),
      event(131, 'Microsoft-Windows-RemoteDesktopServices-RdpCoreTS', { ConnType: 'TCP', ClientIP: `[${of.address6}%12]:52202` }),
      event(4005, 'Other', { ClientName: of.client, text: `${of.client.toUpperCase()} was refused by ${of.host}$` }),
    ]),
    policySources: addTo(base.sections.policySources, 'sources', [{ key: 'HKEY_LOCAL_MACHINE\\SOFTWARE', name: 'a', gpoId: `cn={31B2F340-016D-11D2-945F-00C04FB984F0},cn=policies,DC=${of.domain},DC=example`, gpoName: of.gpo, precedence: 1, deleted: false }]),
    power: { ms: 1, failure: { reason: 'failed', detail: `user ${of.netbios}\\${of.user} (${sid}-1119) on ${of.host}` } },
  };
  return snapshotOf({ ...copy, collection: { ...base.collection, userSid: `${sid}-1119` }, sections });
}

function addTo(section: Snapshot['sections'][keyof Snapshot['sections']], list: string, items: readonly unknown[]): unknown {
  if ('failure' in section) return section;
  const data = section.data as unknown as Record<string, unknown>;
  const before = data[list];
  return { ...section, data: { ...data, [list]: [...(Array.isArray(before) ? (before as unknown[]) : []), ...items] } };
}

/** The document, and every text that its hexadecimal data could be read as. */
function readings(snapshot: Snapshot): string {
  const json = JSON.stringify(snapshot);
  const hex = json.match(/(?<=")(?:[\da-f]{2}){4,}(?=")/gi) ?? [];
  const texts = hex.flatMap((data) => {
    const bytes = Uint8Array.from(data.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
    return [utf16Text(bytes), utf16Text(bytes.subarray(1)), new TextDecoder('latin1').decode(bytes)];
  });
  return [json, ...texts].join('\n').toLowerCase();
}

function leaks(snapshot: Snapshot, of: Canaries): readonly string[] {
  const all = readings(snapshot);
  const { machine, ...names } = of;
  const numbers = machine.flatMap((number) => [`-${number}`, hexText(sidBytes([number, 0, 0], 0).subarray(12, 16))]);
  const spaced = (of.thumbprint.match(/../g) ?? []).join(' ');
  return [...Object.values(names), spaced, ...numbers].filter((canary) => all.includes(canary.toLowerCase()));
}

const findingsOf = (snapshot: Snapshot): readonly string[] =>
  diagnoseSnapshot({
    snapshot, name: 'a', document: 'a', say: english, severities: new Map(), files: [],
    onRuleError: (code, error) => {
      throw new Error(code, { cause: error });
    },
  })
    .findings.map(({ code, severity }) => `${code} ${severity}`)
    .toSorted();

const files = readdirSync(join(FIXTURES, 'snapshots'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.rdpsnapshot.json'));
const fixtures = files.map((file) => {
  const reading = readSnapshot(readFileSync(join(FIXTURES, 'snapshots', file)));
  ok(reading.ok, file);
  return reading.snapshot;
});

describe('a redacted snapshot', () => {
  it('has none of the names, addresses and SIDs that were planted, and leads to the same findings', () => {
    let findings = 0;
    fc.assert(
      fc.property(canaries, fc.constantFrom(...fixtures), (of, base) => {
        const snapshot = planted(base, of);
        const seen = Object.values(base.sections).every((section) => 'data' in section);
        ok(leaks(snapshot, of).length >= (seen ? 20 : 12), 'planted');
        const redacted = redact(snapshot);
        deepEqual(leaks(redacted, of), []);
        deepEqual(snapshotOf(redacted), redacted);
        const said = findingsOf(redacted);
        deepEqual(said, findingsOf(snapshot));
        findings += said.length;
      }),
      { seed: 6, numRuns: 25 },
    );
    ok(findings > 25, String(findings));
  });

  it('redacts to itself, and the same way every time', () => {
    fc.assert(
      fc.property(canaries, fc.constantFrom(...fixtures), (of, base) => {
        const redacted = redact(planted(base, of));
        deepEqual(redact(planted(base, of)), redacted);
        deepEqual(redact(redacted), redacted);
      }),
      { seed: 6, numRuns: 15 },
    );
  });

  it('leads to the same findings for each kept snapshot and any change of one', () => {
    for (const [i, snapshot] of fixtures.entries()) deepEqual(findingsOf(redact(snapshot)), findingsOf(snapshot), files[i]);
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        deepEqual(findingsOf(redact(snapshot)), findingsOf(snapshot));
      }),
      { seed: 6, numRuns: 30 },
    );
  });

  it('gives one name one stand-in in all its forms', () => {
    const redacted = redact(healthy);
    const { sections } = redacted;
    ok('data' in sections.host && 'data' in sections.groups && 'data' in sections.certificates && 'data' in sections.licensing && 'data' in sections.events && 'data' in sections.rights);
    const { name: host, dnsName, domain } = sections.host.data;
    deepEqual([host, dnsName, domain], ['host-1', 'host-1.domain-1.example', 'domain-1.example']);
    deepEqual(sections.groups.data.remoteDesktopUsers, [{ sid: 'S-1-5-21-1-1-1-1001', name: 'domain-1\\name-1' }]);
    deepEqual(sections.groups.data.administrators, [{ sid: 'S-1-5-21-1-1-1-512', name: 'domain-1\\name-2' }]);
    equal(redacted.collection.userSid, 'S-1-5-21-1-1-1-500');
    const [certificate] = sections.certificates.data.certificates;
    deepEqual([certificate?.subject, certificate?.issuer], ['CN=host-1.domain-1.example', 'CN=host-1.domain-1.example']);
    equal(sections.licensing.data.servers[0]?.name, 'host-2.domain-1.example');
    const fields = sections.events.data.groups.flatMap(({ samples }) => samples.map((sample) => sample.fields));
    ok(fields.some(({ ClientIP }) => ClientIP === '192.0.2.1:52202') && fields.some(({ IPString }) => IPString === '192.0.2.1'));
    deepEqual(sections.rights.data.SeNetworkLogonRight, ['S-1-5-32-544', 'S-1-5-11']);
  });

  it('keeps what rules and people need: listeners, well-known accounts, Windows\' names and masks', () => {
    const redacted = JSON.stringify(redact(healthy));
    const kept = ['"NT Authority\\\\NetworkService"', '"LocalSystem"', '"0.0.0.0"', '"::"', '"RDP-Tcp"', '"RemoteDesktop-UserMode-In-TCP"', '"svchost.exe"', '"S-1-5-32-555"', '"S-1-1-0"', '10.0.20348.2582'];
    deepEqual(kept.filter((word) => !redacted.includes(word)), []);
    ok(!/rds01|corp|lic01|rds-users|10\.0\.2\.16|1004336348|5e0f1c2d/i.test(redacted));
  });

  it('leaves a computer alone inside texts when it is called like something of Windows', () => {
    const named = snapshotOf({ ...healthy, sections: { ...healthy.sections, host: { ms: 1, data: { ...('data' in healthy.sections.host ? healthy.sections.host.data : {}), name: 'SERVER', dnsName: null }, unseen: [] } } });
    const redacted = JSON.stringify(redact(named));
    ok(redacted.includes('"name":"host-1"') && redacted.includes('\\\\Control\\\\Terminal Server\\\\WinStations\\\\RDP-Tcp'));
    deepEqual(findingsOf(redact(named)), findingsOf(named));
  });
});

describe('a computer and a user called like words of Windows', () => {
  // Parts of names of keys, services and values that rules look for.
  const word = fc.constantFrom('session', 'Sess', 'policies', 'control', 'TermServ', 'firewall', 'remote', 'Parameters', 'rdp', 'tcp', 'terminal', 'winstation', 'deny', 'license', 'rcm', 'system', 'network', 'services', 'run');

  it('lead to the same findings redacted', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(...fixtures), (host, user, base) => {
        const { host: section, groups } = base.sections;
        const hostData = 'data' in section ? { ...section, data: { ...section.data, name: host, dnsName: `${host}.${user}.example`, domain: user } } : section;
        const people = 'data' in groups ? { ...groups, data: { ...groups.data, remoteDesktopUsers: [{ sid: 'S-1-5-21-1-2-3-1105', name: `${host}\\${user}` }] } } : groups;
        const snapshot = snapshotOf({ ...base, sections: { ...base.sections, host: hostData, groups: people } });
        deepEqual(findingsOf(redact(snapshot)), findingsOf(snapshot));
      }),
      { seed: 6, numRuns: 25 },
    );
  });
});

describe('a text about a snapshot', () => {
  it('gets the same stand-ins', () => {
    equal(
      redactText('RDS01 (rds01.corp.example, 10.0.2.16): CORP\\rds-users, S-1-5-21-1004336348-1177238915-682003330-1117, lic01.CORP.example, port 3389', healthy),
      'host-1 (host-1.domain-1.example, 192.0.2.1): domain-1\\name-1, S-1-5-21-1-1-1-1001, host-2.domain-1.example, port 3389',
    );
  });

  it('names the address that was asked from outside by a stand-in too', () => {
    deepEqual([redactedAddress('rds01.corp.example', healthy), redactedAddress('other.corp.example', healthy)], ['host-1.domain-1.example', 'host-3.domain-1.example']);
    deepEqual([redactedAddress('10.0.2.16', healthy), redactedAddress('10.9.9.9', healthy)], ['192.0.2.1', '192.0.2.2']);
    deepEqual([redactedAddress('10.9.9.9', undefined), redactedAddress('fade.de', undefined), redactedAddress('::1', undefined)], ['192.0.2.1', 'host-1.example', '::1']);
  });
});
