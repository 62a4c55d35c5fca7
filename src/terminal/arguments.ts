// The command line as data, or a failure that says what is wrong with it. Nothing is carried out here.

import { parseArgs } from 'node:util';
import { message } from '../core/messages/message';
import { fail, succeed, type Failure, type Result } from '../core/result';
import { parseAddress, type ListenerAddress } from '../core/listener/address';
import type { Severity } from '../core/rules/rule';
import { misuse } from './misuse';
import { readReach, type Reach, type ReachWords } from './reach';

export type OutputFormat = 'text' | 'json';

interface Shared {
  readonly format: OutputFormat;
  readonly failOn: Severity;
}

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | ({ readonly name: 'lint'; readonly paths: readonly string[] } & Shared)
  | ({ readonly name: 'explainImport'; readonly paths: readonly string[] } & Shared)
  | ({
      readonly name: 'check';
      /** Undefined: the host that SSH reaches. */
      readonly address: ListenerAddress | undefined;
      readonly timeoutMs: number;
      readonly reach: Reach | undefined;
    } & Shared);

const formats = ['text', 'json'] as const;
const severities = ['error', 'warning', 'information', 'hint'] as const;
const DEFAULT_TIMEOUT_SECONDS = 10;

function choice<T extends string>(option: string, wanted: string | undefined, choices: readonly T[], fallback: T): Result<T> {
  if (wanted === undefined) return succeed(fallback);
  const found = choices.find((candidate) => candidate === wanted);
  return found === undefined ? misuse(message('command.badChoice', option, choices.join(', '), wanted)) : succeed(found);
}

function timeoutMs(wanted: string | undefined): Result<number> {
  const seconds = wanted === undefined ? DEFAULT_TIMEOUT_SECONDS : Number(wanted);
  if (!Number.isFinite(seconds) || seconds <= 0 || wanted === '') return misuse(message('command.badTimeout', wanted ?? ''));
  return succeed(Math.ceil(seconds * 1000));
}

function split(words: readonly string[]): ReturnType<typeof parseWords> | Failure {
  try {
    return parseWords(words);
  } catch (error) {
    // parseArgs throws TypeErrors for unknown options and missing values, with a sentence a person can read.
    if (!(error instanceof TypeError)) throw error;
    const text = error.message.split('.')[0] ?? '';
    return { code: 'invalidInput', message: message('command.badUsage', text), remedy: message('command.seeHelp'), retry: false };
  }
}

function parseWords(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      'fail-on': { type: 'string' },
      'explain-import': { type: 'boolean' },
      timeout: { type: 'string' },
      ssh: { type: 'string' },
      'known-hosts': { type: 'string' },
      identity: { type: 'string', multiple: true },
      'accept-host-key': { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
}

/** @param words what follows the program's name */
export function readArguments(words: readonly string[]): Result<Command> {
  const parsed = split(words);
  if ('code' in parsed) return fail(parsed);
  const { values, positionals } = parsed;
  if (values.help === true) return succeed({ name: 'help' });
  if (values.version === true) return succeed({ name: 'version' });
  const format = choice('format', values.format, formats, 'text');
  if (!format.ok) return format;
  const failOn = choice('fail-on', values['fail-on'], severities, 'warning');
  if (!failOn.ok) return failOn;
  const shared: Shared = { format: format.value, failOn: failOn.value };
  const [command, ...rest] = positionals;
  switch (command) {
    case undefined:
      return succeed({ name: 'help' });
    case 'lint':
      if (rest.length === 0) return misuse(message('command.noPath'));
      return succeed({ name: values['explain-import'] === true ? 'explainImport' : 'lint', paths: rest, ...shared });
    case 'check':
      return readCheck(rest, values, shared);
    default:
      return misuse(message('command.unknown', command));
  }
}

function readCheck(rest: readonly string[], values: Omit<ReachWords, 'timeoutMs'> & { readonly timeout?: string | undefined }, shared: Shared): Result<Command> {
  const time = timeoutMs(values.timeout);
  if (!time.ok) return time;
  const reach = readReach({ ...values, timeoutMs: values.timeout === undefined ? undefined : time.value });
  if (!reach.ok) return reach;
  const [place] = rest;
  if (rest.length > 1 || (place === undefined && reach.value === undefined)) return misuse(message('command.oneAddress'));
  const address = place === undefined ? succeed(undefined) : parseAddress(place);
  if (!address.ok) return address;
  return succeed({ name: 'check', address: address.value, timeoutMs: time.value, reach: reach.value, ...shared });
}
