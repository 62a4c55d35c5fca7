// The listener as rules see it: the verdict, and for each fact the line of a report that says so. A rule points at a fact;
// the fact knows where it stands.

import type { Evidence } from '../registry/observation';
import type { ListenerAddress } from './address';
import type { ListenerVerdict } from './verdict';

/** `answer` is the first answer of the port; `rdp`, `tls` and `nla` are the protocols of the verdict. These have a line in every report. */
export const plainFacts = ['address', 'connection', 'answer', 'rdp', 'tls', 'nla', 'certificate'] as const;

type PlainFact = (typeof plainFacts)[number];

/** What only some checks see, and the fact on whose line it stands where it has none of its own. */
export const furtherFacts = {
  addresses: 'address',
  udp: 'connection',
  sourceReference: 'answer',
  challenge: 'answer',
  challengeBuild: 'answer',
  challengeClock: 'answer',
  nativeEncryption: 'rdp',
  tlsVersions: 'tls',
  cipher: 'tls',
  certificateNames: 'certificate',
  certificateDates: 'certificate',
  certificateKey: 'certificate',
  certificateSignature: 'certificate',
  certificatePurpose: 'certificate',
  certificateThumbprint: 'certificate',
  otherCertificates: 'certificate',
} as const satisfies Readonly<Record<string, PlainFact>>;

type FurtherFact = keyof typeof furtherFacts;

export type ListenerFact = PlainFact | FurtherFact;

export const listenerFacts: readonly ListenerFact[] = [...plainFacts, ...(Object.keys(furtherFacts) as FurtherFact[])];

export interface ListenerSeen {
  readonly address: ListenerAddress;
  readonly verdict: ListenerVerdict;
  /** When it was asked, by the clock here: milliseconds since the Unix epoch. */
  readonly at: number;
  readonly evidence: Readonly<Record<ListenerFact, Evidence>>;
}
