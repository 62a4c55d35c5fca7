// The last check of a server as the list of servers shows it: what was asked, when, and the verdict as a level, one line and facts with
// their findings. It is kept between sessions, so it is plain data, and what is read back is looked at before it is believed.

import * as v from 'valibot';
import type { StatusLevel } from '../listener/status';
import type { Message, MessageKey } from '../messages/message';
import { startTexts } from '../messages/startTexts';
import type { FailureCode } from '../result';
import type { RuleCode } from '../rules/rule';
import { transports, type Via } from './server';

/** `unknown` is a fact that could not be seen. It is never shown as good. */
const levels = ['ok', 'warning', 'error', 'unknown'] as const satisfies readonly StatusLevel[];
export type Level = StatusLevel;

/** What was found is worth reading at the least: it is never `ok`. */
const findingLevels = ['error', 'warning', 'information'] as const;
export type FindingLevel = (typeof findingLevels)[number];

/** Its text may be one that is not there at the start: whoever shows it loads the table of texts first. */
export interface FactFinding {
  readonly code: RuleCode;
  readonly level: FindingLevel;
  readonly message: Message;
}

export interface Fact {
  readonly label: Message;
  readonly value: Message;
  readonly level: Level;
  /** In the order of the report. */
  readonly findings: readonly FactFinding[];
}

/** Why the host itself was not seen, although it was to be. Texts as in {@link FactFinding}. */
export interface Unreached {
  readonly code: FailureCode;
  readonly message: Message;
  readonly remedy: Message;
}

/** Where a check went out from, how it reached the host, and how long it took. */
export interface CheckRun {
  readonly from: string;
  readonly via: Via;
  readonly durationMs: number;
}

export interface ServerCheck {
  /** What was asked: a verdict on another address or port says nothing about this server any more. */
  readonly address: string;
  readonly port: number;
  /** When it ended, in milliseconds since the Unix epoch. */
  readonly at: number;
  readonly level: Level;
  /** One line. */
  readonly status: Message;
  readonly facts: readonly Fact[];
  readonly unreached?: Unreached | undefined;
  readonly run?: CheckRun | undefined;
}

/** A message as it is kept, where `isKey` knows its text. */
export function messageSchema(isKey: (key: string) => boolean) {
  return v.object({
    key: v.custom<MessageKey>((key) => typeof key === 'string' && isKey(key)),
    args: v.array(v.union([v.string(), v.number()])),
  });
}

// The list shows kept checks before anything else is loaded.
const startMessage = messageSchema((key) => Object.hasOwn(startTexts, key));

// Judged once the table of texts is loaded: a check is not lost for one sentence that another version said.
const laterMessage = messageSchema((key) => /^[\w.-]+$/.test(key));

const levelSchema = v.picklist(levels);
const ruleCode = v.custom<RuleCode>((code) => typeof code === 'string' && /^RDP\d{3}$/.test(code));
const findingSchema = v.object({ code: ruleCode, level: v.picklist(findingLevels), message: laterMessage });
const failureCode = v.custom<FailureCode>((code) => typeof code === 'string');

const checkSchema = v.object({
  address: v.string(),
  port: v.number(),
  at: v.number(),
  level: levelSchema,
  status: startMessage,
  facts: v.array(v.object({ label: startMessage, value: startMessage, level: levelSchema, findings: v.optional(v.array(findingSchema), []) })),
  unreached: v.optional(v.object({ code: failureCode, message: laterMessage, remedy: laterMessage })),
  run: v.optional(v.object({ from: v.string(), via: v.picklist(transports), durationMs: v.number() })),
});

/** A check as it was kept, or undefined where another version kept something else. */
export function readCheck(kept: unknown): ServerCheck | undefined {
  const read = v.safeParse(checkSchema, kept);
  return read.success ? read.output : undefined;
}
