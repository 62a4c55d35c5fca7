// Comments of an XML document that ask for silence (formats/suppression.ts): `<!-- rdp-diagnostics-disable-next-line RDP501 -->` is about
// the element that begins next, with everything in it. The same words inside CDATA are data.

import type { TextRange } from '../../text/range';
import { readSuppressionWords, SUPPRESS_FILE, type Suppression } from '../suppression';
import { readXml } from './readXml';

const OPENERS = /<!--|<!\[CDATA\[|<\?/g;
const closers: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' };

function* comments(text: string): Generator<TextRange> {
  OPENERS.lastIndex = 0;
  for (let found = OPENERS.exec(text); found !== null; found = OPENERS.exec(text)) {
    const start = found.index;
    const closer = closers[found[0]] ?? '';
    const close = text.indexOf(closer, start + found[0].length);
    if (close < 0) return;
    const end = close + closer.length;
    if (found[0] === '<!--') yield { start, end };
    OPENERS.lastIndex = end;
  }
}

/** Start tags with how deep they stand, as far as the document can be read. */
function startTags(text: string): readonly { readonly start: number; readonly depth: number }[] {
  const tags: { readonly start: number; readonly depth: number }[] = [];
  const wants = ({ startTag: { start } }: { readonly startTag: TextRange }, { length: depth }: readonly unknown[]): boolean => {
    tags.push({ start, depth });
    return false;
  };
  readXml(text, { wants, take: () => undefined });
  return tags;
}

/** In the order of the document. Costs one search where it has none. */
export function readXmlSuppressions(text: string): readonly Suppression[] {
  if (!text.includes(SUPPRESS_FILE)) return [];
  const found: Suppression[] = [];
  let tags: ReturnType<typeof startTags> | undefined;
  let next = 0;
  // Comments that stand above one element are many at most in a text that was made to hurt.
  let below: { readonly index: number; readonly covers: TextRange } | undefined;
  for (const range of comments(text)) {
    const words = readSuppressionWords(text, range.start + '<!--'.length);
    // The words may stand behind the end of a comment that is empty.
    if (words === undefined || words.codesAt > range.end) continue;
    const { scope, codesAt, codes } = words;
    if (scope === 'file') {
      found.push({ range, scope, codesAt, codes, covers: { start: 0, end: text.length } });
      continue;
    }
    tags ??= startTags(text);
    while ((tags[next]?.start ?? Infinity) < range.end) next++;
    if (below?.index !== next) below = { index: next, covers: elementFrom(text, tags, next) };
    found.push({ range, scope: 'nextEntry', codesAt, codes, covers: below.covers });
  }
  return found;
}

/** Up to where the next element begins that is not inside: between the two nothing has findings. */
function elementFrom(text: string, tags: ReturnType<typeof startTags>, index: number): TextRange {
  const tag = tags[index];
  if (tag === undefined) return { start: text.length, end: text.length };
  let after = index + 1;
  while ((tags[after]?.depth ?? -1) > tag.depth) after++;
  return { start: tag.start, end: (tags[after]?.start ?? text.length + 1) - 1 };
}
