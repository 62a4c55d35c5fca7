// What a connection said behind its Connection Request, in the report: one line for each step, whatever came back.

import { deepEqual } from 'node:assert/strict';
import { stepLines } from '../../../src/core/diagnosis/stepReport';
import type { Further } from '../../../src/core/listener/answer';
import { english } from '../../../src/core/messages/english';

function told(further: Further | null): readonly string[] {
  const exchange = { question: { requestedProtocols: 3, tls: null, nativeMethods: null }, answer: { kind: 'plain', sourceReference: 0x1234 }, further, sent: '', received: '', remoteAddress: null, connectMs: 1, answerMs: 1 } as const;
  return stepLines(exchange, english).map(({ label, value, source }) => `${label.trim()} | ${value} | ${source}`);
}

const hello = (answer: Extract<Further, { readonly kind: 'hello' }>['answer']): Further => ({ kind: 'hello', highest: 'TLSv1.2', answer });
const secured = { kind: 'secured', protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', chain: [] } as const;
const inside = (challenge: Extract<Further, { readonly kind: 'handshake' }>['challenge']): Further => ({ kind: 'handshake', outcome: secured, challenge, challengedAt: null });
const native = (answer: Extract<Further, { readonly kind: 'native' }>['answer']): Further => ({ kind: 'native', offered: 0x1b, answer });

const nobody = { targetName: null, netbiosComputer: null, netbiosDomain: null, dnsComputer: null, dnsDomain: null, dnsForest: null, version: null, serverTime: null } as const;
const handshake = 'TLS handshake | TLS 1.3 | TLS_AES_256_GCM_SHA384';

const rows: readonly (readonly [string, Further | null, readonly string[]])[] = [
  ['nothing further', null, []],
  ['a ServerHello', hello({ kind: 'serverHello', version: 'TLSv1.0', cipherSuite: 0x002f, chain: [], whole: true }), ['ClientHello to TLS 1.2 | TLS 1.0 | TLS_RSA_WITH_AES_128_CBC_SHA']],
  ['an alert', hello({ kind: 'alert', description: 70 }), ['ClientHello to TLS 1.2 | TLS alert | protocol_version']],
  ['other bytes', hello({ kind: 'notTls', excerpt: '0300000902' }), ['ClientHello to TLS 1.2 | not TLS | 0300000902']],
  ['a damaged flight', hello({ kind: 'malformed', fault: 'handshakeLength' }), ['ClientHello to TLS 1.2 | damaged TLS | handshakeLength']],
  ['a close', hello({ kind: 'closed', reset: true }), ['ClientHello to TLS 1.2 | closed | ']],
  ['silence', hello({ kind: 'timeout', received: 0 }), ['ClientHello to TLS 1.2 | silence | ']],
  ['a handshake', inside(null), [handshake]],
  ['a handshake that fails', { kind: 'handshake', outcome: { kind: 'failed', systemCode: 'ERR_SSL_UNSUPPORTED_PROTOCOL' }, challenge: null, challengedAt: null }, ['TLS handshake | no handshake | ERR_SSL_UNSUPPORTED_PROTOCOL']],
  ['a handshake that stands still', { kind: 'handshake', outcome: { kind: 'timeout' }, challenge: null, challengedAt: null }, ['TLS handshake | silence | ']],
  ['a challenge', inside({ kind: 'challenge', ...nobody }), [handshake, 'CredSSP, NTLM NEGOTIATE | challenge | ']],
  ['NTLM refused', inside({ kind: 'error', status: 0xc0000418 }), [handshake, 'CredSSP, NTLM NEGOTIATE | refused | NTSTATUS 0xc0000418']],
  ['a damaged challenge', inside({ kind: 'malformed', fault: 'noToken' }), [handshake, 'CredSSP, NTLM NEGOTIATE | damaged | noToken']],
  ['CredSSP that closes', inside({ kind: 'closed', reset: false }), [handshake, 'CredSSP, NTLM NEGOTIATE | closed | ']],
  ['CredSSP that is silent', inside({ kind: 'timeout', received: 0 }), [handshake, 'CredSSP, NTLM NEGOTIATE | silence | ']],
  ['a level of encryption', native({ kind: 'connectResponse', result: 0, serverVersion: 0x00080004, security: { method: 2, level: 3 } }), ['MCS, methods 0x1b | Connect Response | rt-successful, encryptionMethod 0x2, encryptionLevel 3']],
  ['a refusal of MCS', native({ kind: 'connectResponse', result: 99, serverVersion: null, security: null }), ['MCS, methods 0x1b | Connect Response | 99']],
  ['an orderly end of MCS', native({ kind: 'disconnect', reason: 3 }), ['MCS, methods 0x1b | closed | 3']],
  ['a damaged answer of MCS', native({ kind: 'malformed', fault: 'ber' }), ['MCS, methods 0x1b | damaged | ber']],
  ['MCS that closes', native({ kind: 'closed', reset: false }), ['MCS, methods 0x1b | closed | ']],
  ['MCS that is silent', native({ kind: 'timeout', received: 3 }), ['MCS, methods 0x1b | silence | ']],
];

describe('a step further, in the report', () => {
  for (const [name, further, lines] of rows) it(`tells ${name}`, () => deepEqual(told(further), lines));
});
