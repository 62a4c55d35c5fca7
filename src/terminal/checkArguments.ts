// The words of `check` as data: which listener, how its host is reached, and what is collected there.

import { parseAddress, type ListenerAddress } from '../core/listener/address';
import { message } from '../core/messages/message';
import { succeed, type Result } from '../core/result';
import { checkPartNames, type CheckPart } from '../core/servers/checkParts';
import { isSnapshotName, snapshotEnding } from '../core/snapshot/snapshotFile';
import { choice, misuse } from './misuse';
import { readReach, type Reach, type ReachWords } from './reach';

/** What is taken from a host that is reached. */
export interface Collecting {
  readonly reach: Reach;
  /** Undefined: everything. */
  readonly only: CheckPart | undefined;
  /** How far back events are read; undefined: as usual. */
  readonly days: number | undefined;
  /** Where the snapshot is written. */
  readonly saveTo: string | undefined;
}

export interface ListenerOnly {
  readonly address: ListenerAddress;
  /** For the whole check of the listener. */
  readonly timeoutMs: number;
  readonly collecting: undefined;
}

export interface WholeHost {
  /** Undefined: the host that SSH reaches. */
  readonly address: ListenerAddress | undefined;
  readonly timeoutMs: number;
  readonly collecting: Collecting;
}

export interface CheckWords extends Omit<ReachWords, 'timeoutMs'> {
  readonly timeout?: string | undefined;
  readonly only?: string | undefined;
  readonly days?: string | undefined;
  readonly save?: string | undefined;
}

const DEFAULT_TIMEOUT_SECONDS = 10;
const MOST_DAYS = 3650;
const collectingWords = ['only', 'days', 'save'] as const;

function timeoutMs(wanted: string | undefined): Result<number> {
  const seconds = wanted === undefined ? DEFAULT_TIMEOUT_SECONDS : Number(wanted);
  if (!Number.isFinite(seconds) || seconds <= 0 || wanted === '') return misuse(message('command.badTimeout', wanted ?? ''));
  return succeed(Math.ceil(seconds * 1000));
}

function readDays(wanted: string | undefined): Result<number | undefined> {
  if (wanted === undefined) return succeed(undefined);
  const days = /^\d{1,4}$/.test(wanted) ? Number(wanted) : 0;
  return days < 1 || days > MOST_DAYS ? misuse(message('command.badDays', wanted, MOST_DAYS)) : succeed(days);
}

function readCollecting(words: CheckWords, reach: Reach | undefined): Result<Collecting | undefined> {
  const alone = collectingWords.find((name) => words[name] !== undefined);
  if (reach === undefined) return alone === undefined ? succeed(undefined) : misuse(message('command.onlyWithSsh', alone));
  const only = choice('only', words.only, checkPartNames, undefined);
  if (!only.ok) return only;
  const days = readDays(words.days);
  if (!days.ok) return days;
  // `diagnose` finds it in a folder by this ending.
  if (words.save !== undefined && !isSnapshotName(words.save)) return misuse(message('command.badSave', snapshotEnding, words.save));
  return succeed({ reach, only: only.value, days: days.value, saveTo: words.save });
}

export function readCheck(rest: readonly string[], words: CheckWords): Result<ListenerOnly | WholeHost> {
  const time = timeoutMs(words.timeout);
  if (!time.ok) return time;
  const reach = readReach({ ...words, timeoutMs: words.timeout === undefined ? undefined : time.value });
  if (!reach.ok) return reach;
  const collecting = readCollecting(words, reach.value);
  if (!collecting.ok) return collecting;
  const [place] = rest;
  if (rest.length > 1) return misuse(message('command.oneAddress'));
  const address = place === undefined ? succeed(undefined) : parseAddress(place);
  if (!address.ok) return address;
  if (collecting.value !== undefined) return succeed({ address: address.value, timeoutMs: time.value, collecting: collecting.value });
  if (address.value === undefined) return misuse(message('command.oneAddress'));
  return succeed({ address: address.value, timeoutMs: time.value, collecting: undefined });
}
