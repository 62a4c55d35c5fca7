// One section as the fallback reads it: data with what is missing in it, or the reason why there is none.

import type { SectionFailure, SectionGap } from '../snapshot';

export type Reading<T> = { readonly data: T; readonly unseen: readonly SectionGap[] } | { readonly failure: SectionFailure };

/** What a refusal means for this login: with administrative rights it may be seen, or not even then. */
export type Denied = 'notElevated' | 'accessDenied';

export function gap(what: string, reason: SectionFailure['reason'], detail: string): SectionGap {
  return { what, reason, detail };
}

export function notAvailable(detail: string): { readonly failure: SectionFailure } {
  return { failure: { reason: 'notAvailable', detail } };
}
