// What many answers of `reg query` together say about a key: there, not there, refused, or unknown. The program ends with 1 both for a key
// that does not exist and for one it may not read, and says which in a translated sentence; that a key does not exist is believed only
// where the list of its parent lacks it. An answer without a line is believed only from a program that printed values elsewhere.

import type { ToolAnswers } from './answers';
import { readRegQuery, type ReadKey, type ReadValue } from './regQuery';

export interface RegQuestion {
  /** Below HKEY_LOCAL_MACHINE. */
  readonly path: string;
  /** With everything below it (`/s`). */
  readonly deep: boolean;
  /** Only this value (`/v`), of a key whose other values are nobody's business. */
  readonly value?: string;
}

export type KeyReading =
  | { readonly state: 'present'; readonly key: string; readonly values: readonly ReadValue[] }
  | { readonly state: 'absent' | 'denied' | 'unknown' };

export interface RegistryView {
  /** Whether a single value was printed at all; where none was, nothing else is said either. */
  readonly genuine: boolean;
  read(path: string): KeyReading;
  /** Names of the keys directly below; undefined where nobody listed them. */
  children(path: string): readonly string[] | undefined;
  value(path: string, name: string): ReadValue | undefined;
  /** The paths of all keys below that were printed, whether or not the program came to its end. */
  below(path: string): readonly string[];
}

const HIVE = 'HKEY_LOCAL_MACHINE';

/** @param nameOf the name of the answer to a question */
export function registryView(questions: readonly RegQuestion[], answers: ToolAnswers, nameOf: (question: RegQuestion) => string): RegistryView {
  const answered = questions.filter((question) => question.value === undefined && answers.get(nameOf(question))?.code === 0);
  const listed = new Map<string, ReadKey>();
  // What was printed is true even where the program then met a key it may not read.
  for (const question of questions) {
    for (const read of readRegQuery(answers.get(nameOf(question))?.text ?? '')) {
      const identity = read.key.toLowerCase();
      const known = listed.get(identity)?.values ?? [];
      // The same key may have been printed with everything above it, or value by value.
      if (known.length === 0 || question.value !== undefined) listed.set(identity, { key: read.key, values: [...known, ...read.values] });
    }
  }
  const genuine = Array.from(listed.values()).some(({ values }) => values.length > 0);
  const full = (path: string): string => `${HIVE}\\${path}`.toLowerCase();
  /** Whether the values and the sub-keys of this key are in the answers, if it exists. */
  const covered = (path: string): boolean =>
    answered.some((question) => same(question.path, path) || (question.deep && path.toLowerCase().startsWith(`${question.path.toLowerCase()}\\`)));

  function children(path: string): readonly string[] | undefined {
    if (!genuine || !covered(path)) return undefined;
    const start = `${full(path)}\\`;
    const names = new Map<string, string>();
    for (const { key } of listed.values()) {
      const name = key.toLowerCase().startsWith(start) ? key.slice(start.length).split('\\')[0] : undefined;
      if (name !== undefined) names.set(name.toLowerCase(), name);
    }
    return Array.from(names.values());
  }

  function read(path: string): KeyReading {
    if (!genuine) return { state: 'unknown' };
    const known = listed.get(full(path));
    if (covered(path)) {
      if (known !== undefined) return { state: 'present', ...known };
      return answered.some((question) => same(question.path, path)) ? { state: 'present', key: `${HIVE}\\${path}`, values: [] } : { state: 'absent' };
    }
    if (known !== undefined && known.values.length > 0) return { state: 'present', ...known };
    const asked = questions.some((question) => same(question.path, path) && answers.has(nameOf(question)));
    return { state: withoutAnswer(path, asked) };
  }

  function withoutAnswer(path: string, asked: boolean): 'absent' | 'denied' | 'unknown' {
    const parts = path.split('\\');
    for (let length = parts.length - 1; length > 0; length--) {
      const names = children(parts.slice(0, length).join('\\'));
      if (names === undefined) continue;
      if (!names.some((name) => same(name, parts[length] ?? ''))) return 'absent';
      return asked && length === parts.length - 1 ? 'denied' : 'unknown';
    }
    return 'unknown';
  }

  return {
    genuine,
    read,
    children,
    below: (path) => Array.from(listed.values(), ({ key }) => key.slice(HIVE.length + 1)).filter((key) => key.toLowerCase().startsWith(`${path.toLowerCase()}\\`)),
    value: (path, name) => {
      const reading = read(path);
      return reading.state === 'present' ? reading.values.find((value) => same(value.name, name)) : undefined;
    },
  };
}

export function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The number of a REG_DWORD. */
export function numberOf(value: ReadValue | undefined): number | undefined {
  const digits = value?.type === 4 ? /^0x([\da-f]{1,8})$/i.exec(value.text)?.[1] : undefined;
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
}
