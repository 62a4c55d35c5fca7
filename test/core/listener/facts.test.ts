// What single answers prove, where no server of the lab answers like that.

import { deepEqual, equal } from 'node:assert/strict';
import type { Exchange, Further, HelloAnswer } from '../../../src/core/listener/answer';
import { protocolFact } from '../../../src/core/listener/protocolFacts';
import { nextTlsStep, tlsSeen } from '../../../src/core/listener/tlsFacts';

const exchange = (requestedProtocols: number | null, answer: Exchange['answer'], further: Further | null): Exchange => ({
  question: { requestedProtocols, tls: null, nativeMethods: null },
  answer,
  further,
  ...{ sent: '', received: '', remoteAddress: null, connectMs: 0, answerMs: 0 },
});

const opened = (result: number): Exchange =>
  exchange(null, { kind: 'plain', sourceReference: 0x1234 }, { kind: 'native', offered: 27, answer: { kind: 'connectResponse', result, serverVersion: null, security: null } });

describe('a confirm without negotiation to a request without it', () => {
  it('proves RDP security only where the conference is opened', () => {
    deepEqual([0, 14, 15].map((result) => protocolFact('rdp', [opened(result)]).accepted), [true, null, null]);
  });
});

type Highest = Extract<Further, { readonly kind: 'hello' }>['highest'];

const hello = (highest: Highest, answer: HelloAnswer): Exchange =>
  exchange(1, { kind: 'selected', selectedProtocol: 1, flags: 0, sourceReference: 0x1234 }, { kind: 'hello', highest, answer });
const alert = (highest: Highest, description: number): Exchange => hello(highest, { kind: 'alert', description });

describe('an alert to a ClientHello', () => {
  const next = (...exchanges: readonly Exchange[]): string => {
    const step = nextTlsStep(exchanges, true);
    return step?.kind === 'hello' ? step.highest : String(step?.kind);
  };

  it('ends the questions for older versions where it is protocol_version', () => {
    const both = [alert('TLSv1.2', 70), alert('TLSv1.3', 70)];
    equal(next(...both), 'handshake');
    deepEqual(tlsSeen(both)?.refused, ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']);
  });

  it('is about the version that was asked for where it is handshake_failure', () => {
    const first = [alert('TLSv1.2', 40), alert('TLSv1.3', 40)];
    equal(next(...first), 'TLSv1.1');
    equal(next(...first, alert('TLSv1.1', 40)), 'TLSv1.0');
    deepEqual(tlsSeen(first)?.refused, ['TLSv1.2', 'TLSv1.3']);
    const old = hello('TLSv1.0', { kind: 'serverHello', version: 'TLSv1.0', cipherSuite: 0x2f, chain: [], whole: true });
    deepEqual(tlsSeen([...first, alert('TLSv1.1', 80), old])?.versions, ['TLSv1.0']);
  });
});
