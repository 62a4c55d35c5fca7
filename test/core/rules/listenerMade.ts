// A check of a listener from a fixture: exchanges as they were recorded, or, where only what a full check sees matters, those of a server
// that requires NLA; and what of that is different (detailsMade.ts).

import type { ListenerCheck } from '../../../src/core/diagnosis/listenerReport';
import type { ListenerAddress } from '../../../src/core/listener/address';
import type { Exchange } from '../../../src/core/listener/answer';
import { judge, type ListenerVerdict } from '../../../src/core/listener/verdict';
import { detailsWith, type DetailsDifference } from '../listener/detailsMade';

export interface ListenerFixture {
  readonly address: ListenerAddress;
  /** Without a step further where none is written down. */
  readonly exchanges?: readonly (Omit<Exchange, 'further'> & Partial<Pick<Exchange, 'further'>>)[];
  readonly details?: DetailsDifference;
  /** What the server takes, where that differs from what the exchanges say. */
  readonly accepts?: ListenerVerdict['protocols'];
  /** When it was asked, by the clock here. */
  readonly at?: string;
}

const USUAL = '2026-11-22T14:02:11Z';

const required: readonly Pick<Exchange, 'question' | 'answer'>[] = [
  { question: { requestedProtocols: 3, tls: null, nativeMethods: null }, answer: { kind: 'selected', selectedProtocol: 2, flags: 0x1f, sourceReference: 0x1234 } },
  { question: { requestedProtocols: 1, tls: null, nativeMethods: null }, answer: { kind: 'failure', failureCode: 5, sourceReference: 0x1234 } },
];

export function checkMade({ address, exchanges, details, accepts, at = USUAL }: ListenerFixture): ListenerCheck {
  const asked = exchanges?.map(({ further = null, ...exchange }) => ({ ...exchange, further })) ?? required.map((exchange) => ({ ...exchange, further: null, sent: '', received: '', remoteAddress: '192.0.2.7', connectMs: 1, answerMs: 2 }));
  const verdict = judge(address, asked, { durationMs: 5 });
  const differing = { ...(details === undefined ? {} : detailsWith(details)), ...(accepts === undefined ? {} : { protocols: accepts }) };
  return { address, verdict: { ...verdict, ...differing }, startedAt: Date.parse(at), from: 'ADMINPC' };
}
