// The lines of a report about what a full check sees: what is there, where what is not there is told, and on which line its facts stand.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { listenerSeen } from '../../../src/core/diagnosis/listenerDiagnosis';
import { closingSections, portLines, securityLines, type ListenerCheck } from '../../../src/core/diagnosis/listenerReport';
import type { ReportLine } from '../../../src/core/diagnosis/reportText';
import { furtherFacts, listenerFacts } from '../../../src/core/listener/seen';
import { judge, type ListenerVerdict } from '../../../src/core/listener/verdict';
import type { Unreadable } from '../../../src/core/listener/verdictDetails';
import { english } from '../../../src/core/messages/english';
import { detailsWith, THUMBPRINT, type DetailsDifference } from '../listener/detailsMade';

const address = { host: 'rds-07.corp.example', port: 3389 };
const nothing = judge(address, [], { durationMs: 5 });

function checkWith(difference: DetailsDifference, verdict: Partial<ListenerVerdict> = {}): ListenerCheck {
  return { address, verdict: { ...nothing, state: 'rdp', ...detailsWith(difference), ...verdict }, startedAt: 0, from: 'ADMINPC' };
}

const told = (lines: readonly ReportLine[]): readonly string[] => lines.map(({ label, value, source }) => `${label} | ${value} | ${source}`);
const security = (difference: DetailsDifference): readonly string[] => told(securityLines(checkWith(difference), english));
const port = (difference: DetailsDifference): readonly string[] => told(portLines(checkWith(difference), english));
const notSeen = (check: ListenerCheck): readonly string[] => told(closingSections(check, english)[0]?.lines ?? []).map((line) => line.split(' | ', 2).join(': '));

describe('what a full check sees, in the report', () => {
  it('has one line for each fact of TLS and of the certificate', () => {
    deepEqual(security({ tls: { certificate: { subjectAltNames: ['DNS:rds-07.corp.example', 'DNS:rds-07'] } } }).slice(3), [
      'TLS versions | TLS 1.2, TLS 1.3 | refused: TLS 1.0, TLS 1.1',
      'Cipher suite | TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 | ',
      'Certificate for TLS | presented | CN=rds-07.corp.example',
      'Names in it | 2 | DNS:rds-07.corp.example, DNS:rds-07',
      'Issuer | itself | CN=rds-07.corp.example',
      'Valid until | 2027-03-03 | from 2026-09-01',
      'Key | RSA 2048 | ',
      'Signature | sha256WithRSAEncryption | ',
      'Purpose | servers | ',
      `Thumbprint SHA-1 | ${THUMBPRINT.toUpperCase()} | `,
      `Thumbprint SHA-256 | ${THUMBPRINT.toUpperCase()}${'0'.repeat(24)} | `,
    ]);
  });

  it('names the common name where there is no other, as in a certificate of Windows', () => {
    ok(security({ tls: { certificate: { subjectAltNames: [], commonName: 'RDS-07' } } }).includes('Names in it | 1 | CN=RDS-07'));
    ok(security({ tls: { certificate: { subjectAltNames: [], commonName: null } } }).includes('Names in it | none | '));
  });

  it('does not say of a listener without TLS that its certificate was not asked for', () => {
    const check = checkWith({}, { protocols: { rdp: true, tls: false, nla: false } });
    ok(told(securityLines(check, english)).includes('Certificate for TLS | no TLS | '));
    ok(!notSeen(check).some((line) => line.startsWith('Certificate presented')));
    ok(notSeen(checkWith({}, { protocols: { rdp: true, tls: null, nla: false } })).includes('Certificate presented: not asked in this check'));
  });

  it('names eight names of a certificate and counts the others', () => {
    const names = Array.from({ length: 200 }, (_, index) => `DNS:host${String(index)}.corp.example`);
    const line = security({ tls: { certificate: { subjectAltNames: names, serverAuthentication: null } } }).find((one) => one.startsWith('Names in it'));
    equal(line, `Names in it | 200 | ${names.slice(0, 8).join(', ')} +192`);
  });

  it('says of a certificate that cannot be read no more than its thumbprints', () => {
    const labels = security({ tls: { certificate: null, others: ['aa'] } }).map((line) => line.split(' | ').slice(0, 2).join(': '));
    deepEqual(labels.slice(5), ['Certificate for TLS: not readable', `Thumbprint SHA-1: ${THUMBPRINT.toUpperCase()}`, `Thumbprint SHA-256: ${THUMBPRINT.toUpperCase()}${'0'.repeat(24)}`, 'Another certificate: AA']);
  });

  it('says why there is no certificate', () => {
    const words = { encrypted: 'encrypted', anonymous: 'none', failed: 'no handshake', alert: 'TLS alert', notTls: 'not TLS', malformed: 'damaged TLS', closed: 'closed', timeout: 'silence' } as const satisfies Record<Unreadable, string>;
    for (const [unreadable, word] of Object.entries(words) as [Unreadable, string][]) {
      const check = checkWith({ tls: { certificate: 'none', versions: [], cipherSuite: null, unreadable } });
      deepEqual(told(securityLines(check, english)).slice(3), ['TLS versions | none | refused: TLS 1.0, TLS 1.1', `Certificate for TLS | ${word} | `]);
      ok(notSeen(check).includes(`Certificate presented: ${word}`));
    }
  });

  it('names the level and the methods of native encryption', () => {
    equal(security({ nativeEncryption: { level: 'clientCompatible', methods: ['40', '56', '128', 'fips'] } })[3], 'RDP encryption | client compatible | 40 bits, 56 bits, 128 bits, FIPS');
    equal(security({ nativeEncryption: { level: 'none', methods: [] } })[3], 'RDP encryption | none | ');
  });

  it('tells the host by its own word', () => {
    deepEqual(port({ host: { clockSkewSeconds: -7 }, sourceReference: 0 }).slice(3), [
      'Source reference | 0x0000 | no Windows was seen to send this',
      'Host, by its own word | rds-07.corp.example | RDS-07, domain corp.example',
      'Build, by its own word | 10.0.20348 | ',
      'Clock of the host | 7 s behind | ',
    ]);
    equal(port({ sourceReference: 0x1234 }).length, 3);
    deepEqual(port({ host: { netbiosName: null, dnsName: null, domain: null, build: null, clockSkewSeconds: null } }).slice(3), ['Host, by its own word | not known | ']);
  });

  it('tells UDP and the other addresses of the name', () => {
    const lines = port({
      udp: { kind: 'answers', version: 2 },
      addresses: [
        { address: '192.0.2.8', answer: { kind: 'notConnected', failure: 'timeout', systemCode: 'ETIMEDOUT' } },
        { address: '2001:db8::7', answer: { kind: 'notConnected', failure: 'unreachable', systemCode: 'ENETUNREACH' } },
        { address: '192.0.2.9', answer: { kind: 'other', banner: { kind: 'ssh', excerpt: 'SSH-2.0' } } },
      ],
    });
    deepEqual(lines.slice(1, 4), ['Other address | no reply | 192.0.2.8', 'Other address | unreachable | 2001:db8::7', 'Other address | SSH | 192.0.2.9']);
    equal(lines[5], 'UDP 3389 | answers | RDP-UDP version 2');
  });

  it('lists what was not seen, and nothing that was', () => {
    const open = { protocols: { rdp: true, tls: true, nla: true } };
    const none = ['Certificate presented: not asked in this check', 'TLS versions: not asked in this check', 'RDP encryption: not asked in this check', 'Name, build and clock: asked only where that is chosen', 'UDP 3389: not asked in this check'];
    deepEqual(notSeen(checkWith({}, open)).slice(3, -2), none);
    const all: DetailsDifference = { tls: {}, nativeEncryption: { level: 'high', methods: ['128'] }, host: {}, udp: { kind: 'silent' } };
    deepEqual(notSeen(checkWith(all, open)).slice(3, -2), []);
    deepEqual(notSeen(checkWith({}, { protocols: { rdp: false, tls: false, nla: false }, certificateMissing: true })).slice(3, -2), ['UDP 3389: not asked in this check']);
  });

  it('does not say that no login was tried where one was begun', () => {
    const challenge = { kind: 'error', status: 0xc0000022 } as const;
    const outcome = { kind: 'secured', protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', chain: [] } as const;
    const begun = {
      question: { requestedProtocols: 3, tls: { kind: 'handshake', challenge: true }, nativeMethods: null },
      answer: { kind: 'selected', selectedProtocol: 2, flags: 0x1f, sourceReference: 0x1234 },
      further: { kind: 'handshake', outcome, challenge, challengedAt: 0 },
      ...{ sent: '03', received: '03', remoteAddress: null, connectMs: 1, answerMs: 1 },
    } as const;
    const credentials = (verdict: Partial<ListenerVerdict>): string | undefined =>
      told(closingSections(checkWith({}, verdict), english)[1]?.lines ?? []).find((line) => line.startsWith('Credentials'));
    equal(credentials({}), 'Credentials | none | no login to the listener was tried');
    equal(credentials({ exchanges: [begun] }), 'Credentials | none | NTLM was begun to learn the name of the host, and nobody was named');
  });

  it('names the machine a routing token stands for, and the token', () => {
    const routed = (routingToken: string | null): readonly string[] =>
      told(closingSections(checkWith({}, { routingToken }), english)[1]?.lines ?? []).filter((line) => line.startsWith('Routing token'));
    deepEqual(routed(null), []);
    deepEqual(routed('Cookie: msts=3640205228.15629.0000'), ['Routing token | 172.31.249.216:3389 | sent with every question: Cookie: msts=3640205228.15629.0000']);
    deepEqual(routed('tsv://MS Terminal Services Plugin.1.Farm'), ['Routing token | Farm | sent with every question: tsv://MS Terminal Services Plugin.1.Farm']);
    deepEqual(routed('X-Token: 7'), ['Routing token | of a form that is not known | sent with every question: X-Token: 7']);
  });

  it('has a line for every fact, its own where there is one', () => {
    const all: DetailsDifference = {
      tls: { others: ['aa'] },
      nativeEncryption: { level: 'high', methods: ['128'] },
      host: {},
      udp: { kind: 'closed' },
      sourceReference: 1,
      addresses: [{ address: '192.0.2.8', answer: { kind: 'closed', reset: true } }],
    };
    for (const [difference, own] of [[{}, false], [all, true]] as const) {
      const check = checkWith(difference);
      const lines = [...portLines(check, english), ...securityLines(check, english)];
      const lineOf = (fact: string): string | undefined => lines.find(({ id, also = [] }) => id === fact || also.includes(fact))?.id;
      const seen = listenerSeen(check, (fact) => ({ document: lineOf(fact) ?? '', range: { start: 0, end: 1 } }));
      const expected = listenerFacts.map((fact) => (own || !(fact in furtherFacts) ? fact : furtherFacts[fact as keyof typeof furtherFacts]));
      deepEqual(Object.values(seen.evidence).map(({ document }) => document), expected);
    }
  });
});
