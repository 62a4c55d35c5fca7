// The listener as rules see it: the verdict, and for each fact the line of a report that says so. A rule points at a fact;
// the fact knows where it stands.

import type { Evidence } from '../registry/observation';
import type { ListenerAddress } from './address';
import type { ListenerVerdict } from './verdict';

/** `answer` is the first answer of the port; `rdp`, `tls` and `nla` are the protocols of the verdict. */
export const listenerFacts = ['address', 'connection', 'answer', 'rdp', 'tls', 'nla', 'certificate'] as const;

export type ListenerFact = (typeof listenerFacts)[number];

export interface ListenerSeen {
  readonly address: ListenerAddress;
  readonly verdict: ListenerVerdict;
  readonly evidence: Readonly<Record<ListenerFact, Evidence>>;
}
