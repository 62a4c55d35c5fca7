// How a listener is asked: for how long, how much, and what the question carries. The same for one, for many, and beside a check over SSH.

import { message } from '../core/messages/message';
import { succeed, type Result } from '../core/result';
import { choice, misuse } from './misuse';

export interface Asking {
  /** For the whole check of a listener. */
  readonly timeoutMs: number;
}

export interface AskingWords {
  readonly timeout?: string | undefined;
}

const DEFAULT_TIMEOUT_SECONDS = 10;

function seconds(wanted: string | undefined): Result<number> {
  const seconds = wanted === undefined ? DEFAULT_TIMEOUT_SECONDS : Number(wanted);
  if (!Number.isFinite(seconds) || seconds <= 0 || wanted === '') return misuse(message('command.badTimeout', wanted ?? ''));
  return succeed(Math.ceil(seconds * 1000));
}

export function readAsking(words: AskingWords): Result<Asking> {
  const timeoutMs = seconds(words.timeout);
  if (!timeoutMs.ok) return timeoutMs;
  return succeed({ timeoutMs: timeoutMs.value });
}
