// The report of a server: the verdict first, every finding on a line that proves it, and nothing unseen told as fine.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { diagnoseServer, type ServerDiagnosis } from '../../../src/core/diagnosis/serverDiagnosis';
import type { FileBeside, ServerSight } from '../../../src/core/diagnosis/serverSight';
import { runRules } from '../../../src/core/lint/runRules';
import { judge } from '../../../src/core/listener/verdict';
import { english } from '../../../src/core/messages/english';
import { message } from '../../../src/core/messages/message';
import { dwordData } from '../../../src/core/registry/valueData';
import { fail, succeed } from '../../../src/core/result';
import { rules } from '../../../src/core/rules/table';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import { detailsWith } from '../listener/detailsMade';
import { serverWith, type Difference } from '../rules/serverMade';

const TERMINAL_SERVER = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server';
const POLICY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const document = 'rdp-report:rds01';

function sightOf(snapshot: Snapshot, more: Partial<ServerSight> = {}): ServerSight {
  return {
    subject: 'rds01.corp.example:3389',
    outside: undefined,
    collected: succeed(snapshot),
    arrivedAt: Date.UTC(2026, 10, 20, 8, 0, 1),
    startedAt: Date.UTC(2026, 10, 20, 7, 59, 58),
    durationMs: 1400,
    from: 'ADMINPC',
    way: message('report.overSsh'),
    files: [],
    ...more,
  };
}

const diagnosed = (sight: ServerSight): ServerDiagnosis =>
  diagnoseServer(sight, document, english, (statements) =>
    runRules(rules, statements, new Map(), (code, cause) => {
      throw new Error(`${code} threw`, { cause });
    }),
  );

const diagnose = (difference: Difference, more: Partial<ServerSight> = {}): ServerDiagnosis => diagnosed(sightOf(serverWith(difference), more));
const lineAt = (text: string, offset: number): string => text.slice(text.lastIndexOf('\n', offset - 1) + 1, text.indexOf('\n', offset));
const lineWith = (text: string, part: string): string => text.split('\n').find((line) => line.includes(part)) ?? `no line with ${part}`;

const stranger: Difference = {
  sockets: { data: { listening: [{ protocol: 'tcp', address: '0.0.0.0', port: 3389, pid: 4312, process: 'httpd.exe', path: null, services: ['Apache2.4'] }] } },
};

describe('the report of a server', () => {
  it('says of a healthy one when, from where and how it was looked at, and that nothing keeps clients out', () => {
    const { text, findings } = diagnose({});
    const [head, , verdict] = text.split('\n');
    equal(head, 'rds01.corp.example:3389         checked 2026-11-20 07:59:58 UTC from ADMINPC over SSH in 1.4 s');
    equal(verdict, 'Nothing was found on the server that keeps clients out.');
    deepEqual(findings, []);
    for (const title of ['1  Connections', '2  Port and listener', '3  Security', '4  Licensing']) match(lineWith(text, title), /nothing wrong$/);
  });

  it('begins with the cause and what to do first, and marks the line that proves it', () => {
    const { text, findings } = diagnose(stranger);
    const found = findings.find(({ code }) => code === 'RDP217');
    ok(found);
    const [, , verdict, first] = text.split('\n');
    equal(verdict, english(found.message));
    match(first ?? '', /^First: .*Apache2\.4.* RDP217$/);
    equal(lineAt(text, found.evidence.range.start), ' ✖ Owner of TCP 3389           httpd.exe                         PID 4312, services Apache2.4, on 0.0.0.0');
    equal(text.slice(found.evidence.dataRange?.start, found.evidence.dataRange?.end), 'httpd.exe');
    match(lineWith(text, '2  Port and listener'), /1 error/);
  });

  it('has the lines of a full check from outside beside those from within, and says what neither saw', () => {
    const address = { host: 'rds01.corp.example', port: 3389 };
    const details = detailsWith({ tls: { thumbprint: '0123456789abcdef0123456789abcdef01234567', certificate: { commonName: 'rds01.corp.example', notAfter: '2026-11-01T00:00:00Z' } } });
    const outside = { address, verdict: { ...judge(address, [], { durationMs: 5 }), ...details, state: 'rdp', nla: 'required', protocols: { rdp: false, tls: false, nla: true } } } as const;
    const { text, findings } = diagnose({}, { outside });
    deepEqual(
      findings.map(({ code, evidence }) => `${code} ${lineAt(text, evidence.range.start).slice(0, 24).trim()}`),
      ['RDP325 ⚠ Valid until', 'RDP330 ⚠ Thumbprint SHA-1'],
    );
    match(lineWith(text, 'Name, build and clock'), /asked only where that is chosen$/);
    match(lineWith(text, '   UDP 3389'), /not asked in this check$/);
    ok(!text.includes('RDP encryption'));
  });

  it('puts every finding on the line of the fact it names, however many marks move the lines', () => {
    const { text, findings } = diagnose({ ...stranger, registry: { set: [[TERMINAL_SERVER, 'fDenyTSConnections', 4, '01000000']] }, rights: { data: { SeRemoteInteractiveLogonRight: [] } } });
    const lines = findings.map(({ code, evidence }) => `${code} ${text.slice(evidence.nameRange?.start, evidence.nameRange?.end)}`);
    deepEqual(
      lines.filter((line) => /RDP(?:101|120|217)/.test(line)),
      ['RDP101 Remote Desktop', 'RDP120 Allow log on through RDS', 'RDP217 Owner of TCP 3389'],
    );
    for (const { evidence } of findings) ok(evidence.range.end <= text.length && !text.slice(evidence.range.start, evidence.range.end).includes('\n'));
  });

  it('shows the policy that counts, the GPO it comes from, the value that does not count, and the open file that sets it', () => {
    const key = { hive: 'HKEY_LOCAL_MACHINE', path: POLICY.slice('HKEY_LOCAL_MACHINE\\'.length) } as const;
    const range = { start: 120, end: 151 };
    const file: FileBeside = {
      document: 'file:///deny.reg',
      name: 'deny.reg',
      observations: [{ kind: 'set', origin: 'local', place: { key, name: 'fDenyTSConnections' }, data: dwordData(1), evidence: { document: 'file:///deny.reg', range } }],
      lineOf: (offset) => (offset === range.start ? 5 : 0),
    };
    const source = { key: POLICY, name: 'fDenyTSConnections', gpoId: '{1}', gpoName: 'No remote access', precedence: 1, deleted: false };
    const { text, findings } = diagnose(
      { registry: { set: [[POLICY, 'fDenyTSConnections', 4, '01000000']] }, policySources: { data: { sources: [source] } } },
      { files: [file] },
    );
    match(lineWith(text, 'GPO'), /fDenyTSConnections = 1 \(policy, GPO "No remote access"\); local fDenyTSConnections = 0 does not count; deny\.reg:5 sets 1$/);
    const found = findings.find(({ code }) => code === 'RDP101');
    deepEqual(
      found?.related.map(({ message: said, evidence }) => [english(said), evidence.document, evidence.range.start]),
      [['Set in deny.reg:5', 'file:///deny.reg', 120]],
    );
  });

  it('names the line of the GPO export that a policy came from, by name or id, and of no other GPO', () => {
    const key = { hive: 'HKEY_LOCAL_MACHINE', path: POLICY.slice('HKEY_LOCAL_MACHINE\\'.length) } as const;
    const exported = (name: string, guid: string | undefined, data: number): FileBeside => ({
      document: `file:///${name}/registry.pol`,
      name: `${name}/registry.pol`,
      observations: [{ kind: 'set', origin: 'policy', place: { key, name: 'fDenyTSConnections' }, data: dwordData(data), evidence: { document: `file:///${name}/registry.pol`, range: { start: 500, end: 600 } } }],
      lineOf: () => 1,
      placeText: (offset) => `0x${offset.toString(16)}`,
      gpo: { name, guid },
    });
    const files = [exported('No remote access', undefined, 0), exported('Renamed', '{31B2F340-016D-11D2-945F-00C04FB984F9}', 1), exported('Other', undefined, 1)];
    const registry = { set: [[POLICY, 'fDenyTSConnections', 4, '01000000']] } as const;
    const lineFor = (gpoId: string, gpoName: string | null): string => {
      const sources = gpoId === '' ? [] : [{ key: POLICY, name: 'fDenyTSConnections', gpoId, gpoName, precedence: 1, deleted: false }];
      return lineWith(diagnose({ registry, policySources: { data: { sources } } }, { files }).text, 'fDenyTSConnections = 1');
    };
    // An export can be older than what the server shows: the line is told with what it sets.
    match(lineFor('{1}', 'No remote access'), /; No remote access\/registry\.pol:0x1f4 sets 0$/);
    match(lineFor('cn={31B2F340-016D-11D2-945F-00C04FB984F9},cn=policies', null), /; Renamed\/registry\.pol:0x1f4 sets 1$/);
    match(lineFor('{2}', 'Unknown here'), /does not count$/);
    // Where Windows could not tell which GPO it was, those that set the same.
    match(lineFor('', null), /; Renamed\/registry\.pol:0x1f4 sets 1; Other\/registry\.pol:0x1f4 sets 1$/);
  });

  it('says of sections that could not be seen why, and calls nothing in them fine', () => {
    const denied = { failure: { reason: 'notElevated', detail: 'not an\r\nadministrator' } } as const;
    const { text } = diagnose({ rights: denied, licensing: denied, registry: denied });
    match(lineWith(text, 'User rights'), /^ {3}User rights +needs an elevated login +not an administrator$/);
    match(lineWith(text, '1  Connections'), /nothing wrong in what was seen$/);
    match(lineWith(text, '4  Licensing'), /not seen$/);
    equal(text.split('\n')[2], 'Nothing was found in what could be seen of the server.');
  });

  it('says why the host was not looked at, and what the listener answered all the same', () => {
    const address = { host: 'rds01.corp.example', port: 3389 };
    const failure = { code: 'hostUnreachable', message: message('failure.cancelled'), remedy: message('failure.cancelled.remedy'), retry: true } as const;
    const { text } = diagnosed(sightOf(serverWith({}), { outside: { address, verdict: judge(address, [{ question: { requestedProtocols: 3, tls: null, nativeMethods: null }, further: null, answer: { kind: 'notConnected', failure: 'refused', systemCode: 'ECONNREFUSED' }, sent: '', received: '', remoteAddress: '192.0.2.7', connectMs: 1, answerMs: null }], { durationMs: 2 }) }, collected: fail(failure) }));
    ok(text.split('\n')[2]?.includes(`The host was not looked at from within: ${english(failure.message)}`), text);
    match(lineWith(text, 'Connection to TCP 3389'), /✖.*refused.*ECONNREFUSED/);
    match(lineWith(text, '1  Connections'), /not seen$/);
    match(lineWith(text, 'The host from within'), /not seen/);
  });

  it('is the same text for the same server', () => {
    equal(diagnose(stranger).text, diagnose(stranger).text);
    const [a, b] = [diagnose({}), diagnose({}, { durationMs: 2100 })].map(({ text }) => text.split('\n'));
    deepEqual(a?.filter((line, index) => line !== b?.[index]).length, 1);
  });
});
