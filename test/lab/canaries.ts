// Secrets that occur nowhere else, and the search for them: in any text or file, whatever form they were written in, and in what the
// system shows of every process.

import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIds } from './processTable';

export interface Leak {
  /** Where it was found. */
  readonly place: string;
  readonly secret: string;
  readonly form: string;
}

/** The process id keeps two test runs on one machine apart. */
export function canary(name: string): string {
  return `canary${name}${process.pid}bird`;
}

/** The part of the base64 that stays the same whatever stands before and after. */
function base64At(secret: string, offset: number): string {
  const text = Buffer.from(`${'\0'.repeat(offset)}${secret}`).toString('base64').replace(/=+$/, '');
  const first = Math.ceil((offset * 4) / 3);
  const last = Math.floor(((offset + secret.length) * 4) / 3);
  return text.slice(first, last);
}

function formsOf(secret: string): readonly (readonly [form: string, bytes: Buffer])[] {
  const utf16 = Buffer.from(secret, 'utf16le');
  const base64 = [0, 1, 2].map((offset) => base64At(secret, offset));
  const hex = Buffer.from(secret).toString('hex');
  return [
    ['clear', Buffer.from(secret)],
    ['backwards', Buffer.from(secret).reverse()],
    // Without the last zero it is the same in both orders of the bytes.
    ['UTF-16', utf16.subarray(0, -1)],
    ...base64.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]).map((text) => ['base64', Buffer.from(text)] as const),
    ['hex', Buffer.from(hex)],
    ['hex', Buffer.from(hex.toUpperCase())],
    ['spaced hex', Buffer.from(hex.replace(/..(?=.)/g, '$& '))],
    ['UTF-16 in hex', Buffer.from(utf16.toString('hex'))],
    ...[0, 1, 2].map((offset) => ['UTF-16 in base64', Buffer.from(base64At(utf16.subarray(0, -1).toString('latin1'), offset))] as const),
  ];
}

export interface Search {
  /** Also of what `util.inspect` or JSON made of an object. */
  text(place: string, text: string | Buffer): void;
  /** A file, or all below a folder. */
  files(path: string): void;
  /** Command lines and environments, now. */
  processes(): void;
  /** Each once. */
  leaks(): readonly Leak[];
  /** Bytes that were looked through: a search through nothing finds nothing. */
  searched(): number;
}

export function searchFor(secrets: readonly string[]): Search {
  const wanted = secrets.flatMap((secret) => formsOf(secret).map(([form, bytes]) => ({ secret, form, bytes })));
  const leaks = new Map<string, Leak>();
  const state = { searched: 0 };
  const look = (place: string, text: string | Buffer): void => {
    const bytes = Buffer.from(text);
    state.searched += bytes.length;
    for (const { secret, form, bytes: needle } of wanted) {
      if (bytes.includes(needle)) leaks.set(`${place} ${secret} ${form}`, { place, secret, form });
    }
  };
  const files = (path: string): void => {
    const status = lstatSync(path);
    look(`the name ${path}`, path);
    if (status.isDirectory()) for (const name of readdirSync(path)) files(join(path, name));
    else if (status.isFile()) look(path, readFileSync(path));
  };
  return {
    text: look,
    files,
    processes: () => {
      for (const pid of processIds()) {
        for (const part of ['cmdline', 'environ']) look(`${part} of a process`, read(`/proc/${pid}/${part}`));
      }
    },
    leaks: () => [...leaks.values()],
    searched: () => state.searched,
  };
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0); // it ended meanwhile
  }
}
