// A remedy is data: what would change, and what that does. A spelling turns it into text edits (formats/*), later work into actions
// on a server or a pair of .reg files.

import type { Message } from '../messages/message';
import type { Place, RegistryKey } from '../registry/place';
import type { ValueData } from '../registry/valueData';
import type { TextEdit } from '../text/edits';

/**
 * `cosmetic`: the registry after import is identical. `repairs-line`: a line Windows would skip or misread becomes what it plainly
 * says. `changes-behaviour`: another value than the text says. Only `cosmetic` is ever part of fix-all or of saving.
 */
export type Effect = 'cosmetic' | 'repairs-line' | 'changes-behaviour';

export type RemedyAction =
  /** Already spelled, for the document of the finding. */
  | { readonly kind: 'editText'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'setValue'; readonly place: Place; readonly data: ValueData }
  | { readonly kind: 'deleteValue'; readonly place: Place }
  /** The statement names the wrong key: name this one. */
  | { readonly kind: 'renameKey'; readonly from: RegistryKey; readonly to: RegistryKey }
  /** The statement names the wrong value of its key: name this one. */
  | { readonly kind: 'renameValue'; readonly from: Place; readonly to: string }
  /** Who has a user right: SIDs or names. */
  | { readonly kind: 'changeRight'; readonly right: string; readonly remove: readonly string[]; readonly add: readonly string[] }
  /** Leave the statement out. */
  | { readonly kind: 'removeStatement' };

export interface Remedy {
  /** States the effect: "Set to 3389 (dword:00000d3d)". */
  readonly title: Message;
  readonly effect: Effect;
  /** The one an admin most likely wants. At most one per finding. */
  readonly preferred: boolean;
  readonly actions: readonly RemedyAction[];
}
