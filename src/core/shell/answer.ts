// Reads what the bootstrap answered out of a standard output that others wrote to as well: banners, profiles, messages of the day. Marks
// carry a nonce and the output comes in parts of a stated length, so whatever stands before, between and after them is left out and
// never taken for output. Protocol: docs/bootstrap.md. Never throws.

import { decodeBase64 } from '../text/base64';
import type { ScriptHost } from './script';
import { shellNamed } from './whichShell';

export interface Answer {
  /** Absent where the bootstrap was not heard of. */
  readonly host?: ScriptHost;
  readonly verdict: Verdict;
  /** Whether standard output holds more than the answer. */
  readonly noise: boolean;
}

export type Verdict =
  /** Ran to its end. */
  | { readonly kind: 'end'; readonly output: Uint8Array }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'old' }
  | { readonly kind: 'foreign' }
  /** So many bytes of the script had arrived; nothing was run. */
  | { readonly kind: 'cut'; readonly arrived: number }
  /** The language mode forbids everything but saying so. */
  | { readonly kind: 'constrained'; readonly mode: string; readonly version: string }
  /** Begun, and then neither an end nor a reason. */
  | { readonly kind: 'unfinished' }
  /** A part of the output is not as long as was said, or holds what nobody sent. */
  | { readonly kind: 'damaged' }
  /** No mark at all. */
  | { readonly kind: 'silent' };

const NEWLINE = 10;
const RETURN = 13;

export function readAnswer(stdout: Uint8Array, nonce: string): Answer {
  const mark = new TextEncoder().encode(`${nonce} `);
  const first = find(stdout, new TextEncoder().encode(`${nonce} begin `), 0);
  const begin = first === -1 ? undefined : lineAt(stdout, first + mark.length);
  const host = begin === undefined ? undefined : hostOf(begin.text.slice('begin '.length));
  if (begin === undefined || host === undefined) return unheard(stdout, first !== -1);
  const parts: Uint8Array[] = [];
  let noise = !isBlank(stdout.subarray(0, first));
  for (let at = begin.next; ; ) {
    const found = find(stdout, mark, at);
    const line = found === -1 ? undefined : lineAt(stdout, found + mark.length);
    noise ||= !isBlank(stdout.subarray(at, found === -1 ? stdout.length : found));
    if (line === undefined) return { host, verdict: { kind: 'unfinished' }, noise };
    const part = /^part (\d{1,15})$/.exec(line.text);
    if (part === null) {
      return { host, verdict: lastWord(line.text, parts), noise: noise || !isBlank(stdout.subarray(line.next)) };
    }
    const end = line.next + Number(part[1]);
    if (end > stdout.length) return { host, verdict: { kind: 'unfinished' }, noise };
    const bytes = stdout.subarray(line.next, end);
    // Every part ends with a whole line. A CR that nobody sent, or a mark inside, means that line ends were translated on the way.
    if (line.translated || bytes[bytes.length - 1] !== NEWLINE || find(bytes, mark, 0) !== -1) return { host, verdict: { kind: 'damaged' }, noise };
    parts.push(bytes);
    at = end;
  }
}

function unheard(stdout: Uint8Array, begun: boolean): Answer {
  const noise = !isBlank(stdout);
  if (begun) return { verdict: { kind: 'unfinished' }, noise };
  const said = /rdp-diagnostics: (\w+) in PowerShell (\d[\d.]*)/.exec(new TextDecoder().decode(stdout));
  if (said === null) return { verdict: { kind: 'silent' }, noise };
  return { verdict: { kind: 'constrained', mode: said[1] ?? '', version: said[2] ?? '' }, noise };
}

function lastWord(line: string, parts: readonly Uint8Array[]): Verdict {
  const [word, value = ''] = line.split(' ');
  if (word === 'end') return { kind: 'end', output: joined(parts) };
  if (word === 'failed') return { kind: 'failed', why: new TextDecoder().decode(decodeBase64(value) ?? new Uint8Array()) };
  if (word === 'old') return { kind: 'old' };
  if (word === 'foreign') return { kind: 'foreign' };
  if (word === 'cut') return { kind: 'cut', arrived: Number(value) };
  return { kind: 'damaged' };
}

/** version|edition|language mode|whether it is Windows|shell|system, of which the last may hold anything. */
function hostOf(facts: string): ScriptHost | undefined {
  const [powershell = '', edition, languageMode = '', windows, shell = '', ...os] = facts.split('|');
  if (!/^\d+(\.\d+)+/.test(powershell) || os.length === 0) return undefined;
  return {
    shell: shell === '' ? null : shellNamed(shell),
    powershell,
    edition: edition === 'Core' ? 'Core' : 'Desktop',
    languageMode,
    os: os.join('|'),
    windows: windows === 'True',
  };
}

/** The rest of the line; undefined where the line does not end. A shell in between may have put a CR before the LF. */
function lineAt(bytes: Uint8Array, from: number): { readonly text: string; readonly translated: boolean; readonly next: number } | undefined {
  const end = bytes.indexOf(NEWLINE, from);
  if (end === -1) return undefined;
  const translated = bytes[end - 1] === RETURN;
  return { text: new TextDecoder().decode(bytes.subarray(from, translated ? end - 1 : end)), translated, next: end + 1 };
}

function find(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}

/** Nothing, blank lines, or a byte order mark. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === NEWLINE || byte === RETURN || byte === 0xef || byte === 0xbb || byte === 0xbf);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
