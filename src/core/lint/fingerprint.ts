// What a finding is called from one run to the next: the same while the statement it is about says the same, wherever in the file that
// stands and in whatever encoding the file is stored. Wordings, severities and line numbers are left out on purpose: they change when
// nothing has been mended.

import type { Digest } from '../ports';
import { keyIdentity } from '../registry/place';
import { hexText } from '../registry/valueData';
import type { Finding } from '../rules/rule';
import type { TextRange } from '../text/range';

/** What findings are about, as it was linted. */
export interface FingerprintSource {
  /** `sections`: of a text, but ranges hold more than a statement, as those of a snapshot do; what they hold says nothing about a finding. */
  readonly offsets: 'text' | 'bytes' | 'sections';
  readonly text: string;
  readonly bytes: Uint8Array;
}

// 128 bits: two findings of one file are told apart by chance in no file that fits into memory.
const DIGITS = 32;

const encoder = new TextEncoder();

function saying({ offsets, text, bytes }: FingerprintSource, { start, end }: TextRange, digest: Digest): string {
  if (offsets === 'bytes') return hexText(digest.sha256(bytes.subarray(start, end)));
  return offsets === 'text' ? text.slice(start, end).replace(/\s+/g, ' ').trim() : '';
}

function placesOf({ places }: Finding): readonly string[] {
  return places.map(({ key, name }) => `${keyIdentity(key)}\\\\${name.toLowerCase()}`).sort();
}

/**
 * One for each finding, in their order: 32 hexadecimal digits, a colon, and a number from 1 that tells findings of one file apart which say
 * the same of the same.
 * @param findings all of one document, in the order of its text
 */
export function fingerprintsOf(findings: readonly Finding[], source: FingerprintSource, digest: Digest): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const said = JSON.stringify([finding.code, placesOf(finding), saying(source, finding.evidence.range, digest)]);
    const hash = hexText(digest.sha256(encoder.encode(said))).slice(0, DIGITS);
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    return `${hash}:${String(number)}`;
  });
}
