// What is known of one server when it is diagnosed: the listener as asked from here, the snapshot from within, and the files that are
// open beside it. Each part can be missing, and then it is told why; nothing missing is ever read as fine.

import type { ListenerAddress } from '../listener/address';
import type { ListenerVerdict } from '../listener/verdict';
import type { Message } from '../messages/message';
import type { DocumentId, Observation } from '../registry/observation';
import type { Result } from '../result';
import type { Snapshot } from '../snapshot/snapshot';

export interface Outside {
  readonly address: ListenerAddress;
  readonly verdict: ListenerVerdict;
}

/** A file that is open beside the server: what it sets can be what the server shows. */
export interface FileBeside {
  readonly document: DocumentId;
  /** As a person knows it, e.g. its name. */
  readonly name: string;
  readonly observations: readonly Observation[];
  /** One-based line of an offset in it. */
  readonly lineOf: (offset: number) => number;
  /** The GPO it is an export of. */
  readonly gpo?: { readonly name: string; readonly guid: string | undefined };
  /** Where an offset stands in a file without lines, e.g. `0x1f4`. */
  readonly placeText?: (offset: number) => string;
}

export interface ServerSight {
  /** What stands at the head of the report: the address that was asked, or the name of a file. */
  readonly subject: string;
  /** Undefined where nothing was asked from outside. */
  readonly outside: Outside | undefined;
  /** Undefined where nothing was to be collected; a failure where it was and could not. */
  readonly collected: Result<Snapshot> | undefined;
  /** When the snapshot arrived here, milliseconds since the Unix epoch; undefined for one from a file, whose clock proves nothing. */
  readonly arrivedAt: number | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** The machine that asked. */
  readonly from: string;
  /** How the host was reached, e.g. "over SSH", or undefined where it was not. */
  readonly way: Message | undefined;
  readonly files: readonly FileBeside[];
}
