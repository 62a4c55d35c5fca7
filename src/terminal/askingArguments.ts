// How a listener is asked: for how long, how much, and what the questions carry. The same for one, for many, and beside a check over SSH.

import { probeModes, type ProbeManner } from '../core/listener/probeManner';
import { isRoutingTokenLine } from '../core/listener/routingToken';
import { message } from '../core/messages/message';
import { succeed, type Result } from '../core/result';
import { choice, misuse } from './misuse';

export interface Asking {
  /** For the whole check of a listener. */
  readonly timeoutMs: number;
  readonly manner: ProbeManner;
}

export interface AskingWords {
  readonly timeout?: string | undefined;
  readonly mode?: string | undefined;
  readonly pause?: string | undefined;
  readonly 'ask-name'?: boolean | undefined;
  readonly 'routing-token'?: string | undefined;
}

const DEFAULT_TIMEOUT_SECONDS = '10';
const MOST_PAUSE_SECONDS = 60;

function milliseconds(seconds: string): number {
  return seconds.trim() === '' ? NaN : Math.ceil(Number(seconds) * 1000);
}

/** Without the name of the header, as it is often handed on, it is the same token. */
function routingToken(wanted: string | undefined): string | null {
  return wanted === undefined ? null : wanted.replace(/^(?=msts=)/, 'Cookie: ');
}

export function readAsking(words: AskingWords): Result<Asking> {
  const { timeout = DEFAULT_TIMEOUT_SECONDS, pause = '0' } = words;
  const token = routingToken(words['routing-token']);
  const timeoutMs = milliseconds(timeout);
  if (!Number.isFinite(timeoutMs) || timeoutMs <= 0) return misuse(message('command.badTimeout', timeout));
  const mode = choice('mode', words.mode, probeModes, 'full');
  if (!mode.ok) return mode;
  const pauseMs = milliseconds(pause);
  if (!(pauseMs >= 0 && pauseMs <= MOST_PAUSE_SECONDS * 1000)) return misuse(message('command.badPause', pause, MOST_PAUSE_SECONDS));
  if (token !== null && !isRoutingTokenLine(token)) return misuse(message('command.badRoutingToken', token));
  return succeed({ timeoutMs, manner: { mode: mode.value, stepTimeoutMs: undefined, pauseMs, askHost: words['ask-name'] === true, routingToken: token } });
}
