// What kind of .reg file this is: its version and its encoding, and whether the registry editor would have written it so.

import type { RegFile } from '../formats/reg/nodes';
import { message, type Message } from '../messages/message';
import { firstNonAscii, type TextEncodingSeen } from '../text/decode';

export interface FileStatus {
  readonly format: Message;
  readonly encoding: Message;
  /** Undefined where the registry editor writes such a file. */
  readonly unusual: Message | undefined;
}

function formatOf({ header }: RegFile): Message {
  if (header.verdict.kind !== 'accepted') return message('status.noHeader');
  switch (header.verdict.dialect) {
    case 'v5':
      return message('status.v5');
    case 'v4':
      return message('status.v4');
    case 'windows31':
      return message('status.windows31');
  }
}

function encodingOf({ encoding, bom }: TextEncodingSeen): Message {
  switch (encoding) {
    case 'utf-16le':
      return bom ? message('status.utf16le') : message('status.utf16leBare');
    case 'utf-16be':
      return message('status.utf16be');
    case 'utf-8':
      return bom ? message('status.utf8Bom') : message('status.utf8');
    case '8-bit':
      return message('status.8bit');
  }
}

function unusualOf({ header, text }: RegFile, { encoding, bom }: TextEncodingSeen): Message | undefined {
  if (header.verdict.kind !== 'accepted') return message('status.unusual.header');
  if (header.verdict.dialect !== 'v5' || (encoding === 'utf-16le' && bom)) return undefined;
  const isPlain = (encoding === 'utf-8' || encoding === '8-bit') && !bom && firstNonAscii(text) < 0;
  return isPlain ? message('status.unusual.ascii') : message('status.unusual.encoding');
}

export function fileStatus(file: RegFile, seen: TextEncodingSeen): FileStatus {
  return { format: formatOf(file), encoding: encodingOf(seen), unusual: unusualOf(file, seen) };
}
