// The command line as data, or a failure that says what is wrong with it. Nothing is carried out here.

import { parseArgs } from 'node:util';
import { message } from '../core/messages/message';
import { fail, succeed, type Failure, type Result } from '../core/result';
import type { Severity } from '../core/rules/rule';
import { readCheck, type CheckWish } from './checkArguments';
import { ownOptions } from './commandOptions';
import { readLint, type LintWish } from './lintArguments';
import { choice, misuse } from './misuse';
import { readShow, type ShowOptions } from './showArguments';

export type OutputFormat = 'text' | 'json';

interface Shared {
  readonly format: OutputFormat;
  readonly failOn: Severity;
}

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | LintWish
  | ({ readonly name: 'check' } & CheckWish & Shared)
  | ({ readonly name: 'diagnose'; readonly paths: readonly string[] } & Shared)
  | ({ readonly name: 'diff'; readonly before: string; readonly after: string } & Shared)
  | { readonly name: 'redact'; readonly path: string }
  | ({ readonly name: 'show' } & ShowOptions)
  | { readonly name: 'collector' }
  | ({ readonly name: 'explain'; readonly text: string } & Shared);

const formats = ['text', 'json'] as const;
const severities = ['error', 'warning', 'information', 'hint'] as const;

const NEGATIVE = /^-\d+$/;

/** Programs show error codes as negative numbers too: to explain one is no unknown option. */
function codesLast(words: readonly string[]): readonly string[] {
  if (words[0] !== 'explain' || words.includes('--')) return words;
  return [...words.filter((word) => !NEGATIVE.test(word)), '--', ...words.filter((word) => NEGATIVE.test(word))];
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
    args: [...codesLast(words)],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      'fail-on': { type: 'string' },
      'explain-import': { type: 'boolean' },
      baseline: { type: 'string' },
      'write-baseline': { type: 'string' },
      timeout: { type: 'string' },
      hosts: { type: 'string', multiple: true },
      'at-once': { type: 'string' },
      mode: { type: 'string' },
      pause: { type: 'string' },
      'ask-name': { type: 'boolean' },
      'routing-token': { type: 'string' },
      ssh: { type: 'string' },
      'known-hosts': { type: 'string' },
      identity: { type: 'string', multiple: true },
      'accept-host-key': { type: 'string', multiple: true },
      only: { type: 'string' },
      days: { type: 'string' },
      save: { type: 'string' },
      print: { type: 'boolean' },
      'rdp-only': { type: 'boolean' },
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
  const [command, ...rest] = positionals;
  const own = ownOptions(command, Object.keys(values));
  if (!own.ok) return own;
  // These know formats of their own.
  if (command === 'show') {
    const show = readShow(rest, values);
    return show.ok ? succeed({ name: 'show', ...show.value }) : show;
  }
  const failOn = choice('fail-on', values['fail-on'], severities, 'warning');
  if (!failOn.ok) return failOn;
  if (command === 'lint') return readLint(rest, values, failOn.value);
  const format = choice('format', values.format, formats, 'text');
  if (!format.ok) return format;
  return readCommand(positionals, values, { format: format.value, failOn: failOn.value });
}

type Values = Exclude<ReturnType<typeof split>, Failure>['values'];

function readCommand([command, ...rest]: readonly string[], values: Values, shared: Shared): Result<Command> {
  switch (command) {
    case undefined:
      return succeed({ name: 'help' });
    case 'check': {
      const check = readCheck(rest, values);
      return check.ok ? succeed({ name: 'check', ...check.value, ...shared }) : check;
    }
    case 'diagnose':
      return rest.length === 0 ? misuse(message('command.noSnapshot')) : succeed({ name: 'diagnose', paths: rest, ...shared });
    case 'diff':
      return readDiff(rest, shared);
    case 'redact':
      return readRedact(rest);
    case 'collector':
      return values.print === true && rest.length === 0 ? succeed({ name: 'collector' }) : misuse(message('command.printCollector'));
    case 'explain':
      return rest.join('').trim() === '' ? misuse(message('command.nothingToExplain')) : succeed({ name: 'explain', text: rest.join(' '), ...shared });
    default:
      return misuse(message('command.unknown', command));
  }
}

function readRedact([path, ...more]: readonly string[]): Result<Command> {
  return path === undefined || more.length > 0 ? misuse(message('command.oneSnapshot')) : succeed({ name: 'redact', path });
}

function readDiff(rest: readonly string[], shared: Shared): Result<Command> {
  const [before, after] = rest;
  if (before === undefined || after === undefined || rest.length > 2) return misuse(message('command.twoSnapshots'));
  return succeed({ name: 'diff', before, after, ...shared });
}
