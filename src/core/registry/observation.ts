// An observation: this value at this place has this data, and here is the text that says so. A line of a .reg file, an entry of a
// registry.pol and an answer of a live server all become observations, which is why one rule serves them all.

import type { TextRange } from '../text/range';
import type { Place, RegistryKey } from './place';
import type { ValueData } from './valueData';

/** What a document is called across one run: a URI in the editor, a path on the command line. */
export type DocumentId = string;

export interface Evidence {
  readonly document: DocumentId;
  /** The whole statement. */
  readonly range: TextRange;
  /** The part that holds the name and the part that holds the data, where the spelling has such parts. */
  readonly nameRange?: TextRange;
  readonly dataRange?: TextRange;
}

/** Where a value comes from: the server's own settings, group policy, a group policy preference, a security template, a running server. */
export type Origin = 'local' | 'policy' | 'preference' | 'template' | 'live';

interface Seen {
  readonly origin: Origin;
  readonly evidence: Evidence;
}

export interface ValueSet extends Seen {
  readonly kind: 'set';
  readonly place: Place;
  readonly data: ValueData;
}

export interface ValueDeleted extends Seen {
  readonly kind: 'valueDeleted';
  readonly place: Place;
}

export interface ValueAbsent extends Seen {
  readonly kind: 'valueAbsent';
  readonly place: Place;
}

/** The key is named (and created where it does not exist). */
export interface KeyNamed extends Seen {
  readonly kind: 'keyNamed';
  readonly key: RegistryKey;
}

/** The key and everything under it goes away. */
export interface KeyDeleted extends Seen {
  readonly kind: 'keyDeleted';
  readonly key: RegistryKey;
}

export type Observation = ValueSet | ValueDeleted | ValueAbsent | KeyNamed | KeyDeleted;
