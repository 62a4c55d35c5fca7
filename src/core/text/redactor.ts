// Keeps secrets out of a log. Two nets: texts known to be secret, however they are spelled, and places where a secret usually stands
// (a key's block, `password=…`, a user in an address). It changes nothing else, and what it takes out leaves a mark.

import { encodeBase64 } from './base64';

export interface Redactor {
  /** From now on this text is taken out. Kept for as long as the redactor is: what is said later may still hold it. */
  readonly learn: (secret: string) => void;
  readonly redact: (text: string) => string;
}

/** Shorter than every text that is taken out wherever it stands, so that taking out comes to an end. */
const MARK = '[…]';

// A short text stands inside of words all over a log: taking it out of them would show it instead of hiding it.
const SHORTEST_ANYWHERE = 4;

const NAME = String.raw`(?:pass(?:word|phrase|wd)|pwd|secret|credential|private[_ -]?key|api[_ -]?key|token)`;
const QUOTED = String.raw`"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?`;

const usualPlaces: readonly (readonly [place: RegExp, instead: string])[] = [
  // Up to the end of the text where the block is cut.
  [/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g, `-----BEGIN PRIVATE KEY-----${MARK}`],
  [/(Private-Lines: *\d+)(?:\r?\n[A-Za-z0-9+/=]+(?=\r?\n|$))+/g, `$1${MARK}`],
  [new RegExp(String.raw`(${NAME}["']?\s*[=:]\s*)(?:${QUOTED}|[^\s,;"']+)`, 'gi'), `$1${MARK}`],
  [/\b(Authorization: *\w+ +)\S+/gi, `$1${MARK}`],
  [/(:\/\/[^\s/:@]*:)[^\s/@]+@/g, `$1${MARK}@`],
];

/** As it is, inside of JSON text, in an address, and as base64 of UTF-8. */
function spellings(secret: string): readonly string[] {
  // Half a character has no place in an address.
  const inAddress = /\p{Cs}/u.test(secret) ? [] : [encodeURIComponent(secret)];
  return [secret, JSON.stringify(secret).slice(1, -1), ...inAddress, encodeBase64(new TextEncoder().encode(secret)).replace(/=+$/, '')];
}

const asPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const longestFirst = (a: string, b: string): number => b.length - a.length;

export function createRedactor(): Redactor {
  const anywhere = new Set<string>();
  const asWords = new Set<string>();

  function withoutKnown(text: string): string {
    // Taking one out can make another whole.
    let left = text;
    for (let before = ''; before !== left; ) {
      before = left;
      for (const secret of [...anywhere].sort(longestFirst)) left = left.replaceAll(secret, MARK);
    }
    for (const secret of asWords) left = left.replace(new RegExp(`(?<![\\p{L}\\p{N}])${asPattern(secret)}(?![\\p{L}\\p{N}])`, 'gu'), MARK);
    return left;
  }

  return {
    learn: (secret) => {
      for (const spelling of spellings(secret)) {
        if (spelling.length >= SHORTEST_ANYWHERE) anywhere.add(spelling);
        else if (spelling !== '' && spelling !== MARK) asWords.add(spelling);
      }
    },
    redact: (text) => usualPlaces.reduce((left, [place, instead]) => left.replace(place, instead), withoutKnown(text)),
  };
}
