// What a pasted text, code or name can mean. Several meanings of one text stand side by side, the likeliest first.

import type { Message } from '../messages/message';
import type { RuleCode } from '../rules/rule';
import type { Confidence } from './setting';
import type { Symptom } from './symptom';

export type ExplanationKind =
  /** A sentence a person saw: of a client, of the article, of a command. */
  | 'message'
  /** Why a server ended a connection (ERRINFO). */
  | 'reason'
  /** Why a client disconnected: its disconnect reason or its extended reason. */
  | 'disconnect'
  /** RDP_NEG_FAILURE. */
  | 'negotiation'
  | 'status'
  /** With which TermService did not start. */
  | 'startError'
  | 'event'
  | 'rule'
  | 'setting'
  | 'policy'
  | 'right'
  /** A statement of the article that is wrong or outdated. */
  | 'articleError';

export interface Explanation {
  readonly kind: ExplanationKind;
  /** As the field writes it: `ERRINFO_IDLE_TIMEOUT (0x3)`, `TermDD 56`, `RDP101`, `fDenyTSConnections`. */
  readonly name: string;
  readonly meaning: Message;
  /** What follows from it, what to look at, what people get wrong: whole sentences. */
  readonly details: readonly Message[];
  readonly symptom: Symptom | null;
  /** H: read in a primary source; M: a secondary source; L: weak. */
  readonly certainty: Confidence;
  readonly source: string;
  /** Rules whose pages say more. */
  readonly rules: readonly RuleCode[];
}
