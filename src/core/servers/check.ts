// The last check of a server as the list of servers shows it: what was asked, when, and the verdict as a level, one line and facts.
// It is kept between sessions, so it is plain data, and what is read back is looked at before it is believed.

import * as v from 'valibot';
import type { StatusLevel } from '../listener/status';
import type { Message, MessageKey } from '../messages/message';
import { startTexts } from '../messages/startTexts';

/** `unknown` is a fact that could not be seen. It is never shown as good. */
const levels = ['ok', 'warning', 'error', 'unknown'] as const satisfies readonly StatusLevel[];
export type Level = StatusLevel;

export interface Fact {
  readonly label: Message;
  readonly value: Message;
  readonly level: Level;
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

const levelSchema = v.picklist(levels);

const checkSchema = v.object({
  address: v.string(),
  port: v.number(),
  at: v.number(),
  level: levelSchema,
  status: startMessage,
  facts: v.array(v.object({ label: startMessage, value: startMessage, level: levelSchema })),
});

/** A check as it was kept, or undefined where another version kept something else. */
export function readCheck(kept: unknown): ServerCheck | undefined {
  const read = v.safeParse(checkSchema, kept);
  return read.success ? read.output : undefined;
}
