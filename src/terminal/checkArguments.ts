// The words of `check` as data: which listeners, how a host is reached, and what is collected there.

import { parseAddress, type ListenerAddress } from '../core/listener/address';
import { mostListeners, parseRange, sizeOf, type ListenerRange } from '../core/listener/addressRange';
import { message } from '../core/messages/message';
import { succeed, type Result } from '../core/result';
import { checkPartNames, type CheckPart } from '../core/servers/checkParts';
import { isSnapshotName, snapshotEnding } from '../core/snapshot/snapshotFile';
import { readAsking, type Asking, type AskingWords } from './askingArguments';
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

export interface OneListener {
  readonly kind: 'one';
  readonly address: ListenerAddress;
  readonly asking: Asking;
}

export interface ManyListeners {
  readonly kind: 'many';
  readonly ranges: readonly ListenerRange[];
  /** Files that name more; `-` is standard input. */
  readonly lists: readonly string[];
  readonly atOnce: number;
  readonly asking: Asking;
}

export interface WholeHost {
  readonly kind: 'host';
  /** Undefined: the host that SSH reaches. */
  readonly address: ListenerAddress | undefined;
  readonly asking: Asking;
  readonly collecting: Collecting;
}

export type CheckWish = OneListener | ManyListeners | WholeHost;

export interface CheckWords extends Omit<ReachWords, 'timeoutMs'>, AskingWords {
  readonly only?: string | undefined;
  readonly days?: string | undefined;
  readonly save?: string | undefined;
  readonly hosts?: readonly string[] | undefined;
  readonly 'at-once'?: string | undefined;
}

const MOST_DAYS = 3650;
const collectingWords = ['only', 'days', 'save'] as const;
const manyWords = ['hosts', 'at-once'] as const;

const USUAL_AT_ONCE = 64;
/** Sockets are not the only thing that each of them takes. */
const MOST_AT_ONCE = 512;

function readDays(wanted: string | undefined): Result<number | undefined> {
  if (wanted === undefined) return succeed(undefined);
  const days = /^\d{1,4}$/.test(wanted) ? Number(wanted) : 0;
  return days < 1 || days > MOST_DAYS ? misuse(message('command.badDays', wanted, MOST_DAYS)) : succeed(days);
}

function readAtOnce(wanted: string | undefined): Result<number> {
  const atOnce = wanted === undefined ? USUAL_AT_ONCE : /^\d{1,3}$/.test(wanted) ? Number(wanted) : 0;
  return atOnce < 1 || atOnce > MOST_AT_ONCE ? misuse(message('command.badAtOnce', wanted ?? '', MOST_AT_ONCE)) : succeed(atOnce);
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

function readWholeHost(rest: readonly string[], words: CheckWords, asking: Asking, collecting: Collecting): Result<WholeHost> {
  const many = manyWords.find((name) => words[name] !== undefined);
  if (many !== undefined) return misuse(message('command.notWithSsh', many));
  const [place] = rest;
  if (rest.length > 1) return misuse(message('command.oneAddress'));
  const address = place === undefined ? succeed(undefined) : parseAddress(place);
  return address.ok ? succeed({ kind: 'host', address: address.value, asking, collecting }) : address;
}

function readListeners(rest: readonly string[], words: CheckWords, asking: Asking): Result<OneListener | ManyListeners> {
  const atOnce = readAtOnce(words['at-once']);
  if (!atOnce.ok) return atOnce;
  const lists = [...(words.hosts ?? []), ...rest.filter((place) => place === '-')];
  const ranges: ListenerRange[] = [];
  for (const place of rest.filter((place) => place !== '-')) {
    const range = parseRange(place);
    if (!range.ok) return range;
    ranges.push(range.value);
  }
  if (ranges.length + lists.length === 0) return misuse(message('command.noAddress'));
  if (sizeOf(ranges) > mostListeners) return misuse(message('command.tooMany', mostListeners));
  const [first, ...more] = ranges;
  const one = first?.count === 1 && more.length + lists.length === 0 && !rest.some((place) => place.includes('/'));
  return succeed(one ? { kind: 'one', address: first.first, asking } : { kind: 'many', ranges, lists, atOnce: atOnce.value, asking });
}

export function readCheck(rest: readonly string[], words: CheckWords): Result<CheckWish> {
  const asking = readAsking(words);
  if (!asking.ok) return asking;
  const reach = readReach({ ...words, timeoutMs: words.timeout === undefined ? undefined : asking.value.timeoutMs });
  if (!reach.ok) return reach;
  const collecting = readCollecting(words, reach.value);
  if (!collecting.ok) return collecting;
  return collecting.value === undefined ? readListeners(rest, words, asking.value) : readWholeHost(rest, words, asking.value, collecting.value);
}
