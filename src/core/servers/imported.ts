// What an importer answers with: the servers it found and, just as plainly, what it left out and why. Importers read texts and bytes of
// other programs: they never throw, whatever is in them, and they take no secret.

import type { ListenerRange } from '../listener/addressRange';
import type { Message } from '../messages/message';
import type { ServerFields } from './entries';

export interface ImportedServer extends ServerFields {
  readonly via: 'none' | 'ssh';
}

export interface LeftOut {
  /** The line, name or file as found. */
  readonly what: string;
  /** From 1, where the source has lines. */
  readonly line?: number;
  readonly why: Message;
}

export interface Imported {
  readonly servers: readonly ImportedServer[];
  readonly leftOut: readonly LeftOut[];
}

/** Listeners to check, and what was named and is none. */
export interface HostList {
  readonly ranges: readonly ListenerRange[];
  readonly leftOut: readonly LeftOut[];
}
