// A baseline: the findings somebody has accepted, in a file that is kept with what was linted. One finding a line and in a fixed order, so
// that a change of it reads well; the message is for people and is never compared. A file that is not exactly this is refused: read as
// empty, a damaged one would bring back everything, and read as far as it goes, some of it.

import { message, type Message } from '../messages/message';

export interface AcceptedFinding {
  /** Relative to the folder of the baseline, with forward slashes. */
  readonly path: string;
  readonly code: string;
  /** As fingerprint.ts makes it. */
  readonly fingerprint: string;
  /** In English. */
  readonly message: string;
}

const KIND = 'rdp-diagnostics-baseline';
const VERSION = 1;

const texts = (entry: AcceptedFinding): readonly string[] => [entry.path, entry.code, entry.fingerprint];

function inOrder(a: AcceptedFinding, b: AcceptedFinding): number {
  const others = texts(b);
  for (const [i, own] of texts(a).entries()) {
    const other = others[i] ?? '';
    // By code units: the order of a language would differ from machine to machine.
    if (own !== other) return own < other ? -1 : 1;
  }
  return 0;
}

/** @param asJson one entry as JSON on one line */
export function writeBaseline(accepted: readonly AcceptedFinding[], asJson: (entry: AcceptedFinding) => string): string {
  const lines = [...accepted].sort(inOrder).map(({ path, code, fingerprint, message: says }) => asJson({ path, code, fingerprint, message: says }));
  return `{"kind":"${KIND}","version":${String(VERSION)},"findings":[${lines.map((line) => `\n${line}`).join(',')}\n]}\n`;
}

export type BaselineReading = { readonly ok: true; readonly accepted: readonly AcceptedFinding[] } | { readonly ok: false; readonly why: Message };

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : undefined;

function acceptedFinding(value: unknown): AcceptedFinding | undefined {
  const { path, code, fingerprint, message: says } = fieldsOf(value) ?? {};
  if (typeof path !== 'string' || typeof code !== 'string' || typeof fingerprint !== 'string' || typeof says !== 'string') return undefined;
  return /^[0-9a-f]{32}:[1-9]\d*$/.test(fingerprint) ? { path, code, fingerprint, message: says } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The one error it has: this is no JSON.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function readBaseline(text: string): BaselineReading {
  const fields = fieldsOf(parsed(text));
  if (fields?.['kind'] !== KIND || !Array.isArray(fields['findings'])) return { ok: false, why: message('baseline.notOne') };
  if (fields['version'] !== VERSION) return { ok: false, why: message('baseline.version', VERSION) };
  const accepted: AcceptedFinding[] = [];
  for (const [i, value] of (fields['findings'] as readonly unknown[]).entries()) {
    const entry = acceptedFinding(value);
    if (entry === undefined) return { ok: false, why: message('baseline.entry', i + 1) };
    accepted.push(entry);
  }
  return { ok: true, accepted };
}
