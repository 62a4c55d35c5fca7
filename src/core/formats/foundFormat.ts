// Which format a file has that nobody named and that lies in a folder that is searched. There a text that only quotes one of our formats is
// none of them, and most files are none: a foreign one costs the look at its head.

import { decodeText, detectEncoding } from '../text/decode';
import { detectFormat, hasPolSignature, hasRegHeader, type Format } from './detect';

/** How many bytes of a file are worth looking at. */
export const headBytes = 65_536;

/** What these are called says what they are meant to be, also where they are damaged. */
const OUR_NAME = /\.reg$|(?:^|[\\/])registry\.pol$/i;

/** UTF-8 and code pages have no zeros. */
function isBinary(head: Uint8Array): boolean {
  const { encoding } = detectEncoding(head);
  return encoding !== 'utf-16le' && encoding !== 'utf-16be' && head.includes(0);
}

const POL = [0x50, 0x52, 0x65, 0x67];

/** @param head the first `headBytes` of the file, or all of it */
export function formatOfFound(head: Uint8Array, path: string): Format {
  if (!OUR_NAME.test(path) && isBinary(head) && !POL.every((byte, index) => head[index] === byte)) return 'unknown';
  const { text } = decodeText(head);
  const format = detectFormat(text, path);
  if (OUR_NAME.test(path)) return format;
  if (format === 'reg') return hasRegHeader(text) ? format : 'unknown';
  return format === 'registry.pol' && !hasPolSignature(text) ? 'unknown' : format;
}
