// Which format a document has, by its content; a file name only breaks the tie for text that could be anything.

import { isLgpoText } from './lgpoText/shape';
import { xmlFormat, type XmlFormat } from './xml/rootElement';
import { isSnapshotName } from '../snapshot/snapshotFile';
import { isSecurityTemplate } from './securityTemplate/recognise';

export type Format =
  | 'reg'
  | 'snapshot'
  | 'registry.pol'
  | 'lgpo'
  | 'security-template'
  | XmlFormat
  | 'unknown';

const REG_HEADER = /^\s*(?:windows registry editor|regedit|wine registry version)/i;
const REG_BODY = /^[ \t]*\[-?(?:HKEY_[A-Z_]+|HKLM|HKCU|HKCR|HKU|HKCC)(?:\\[^\r\n]*)?\]/im;
// As the collector writes it, and as it is saved.
const SNAPSHOT_HEAD = /^\s*\{\s*"kind"\s*:\s*"rdpsnapshot"/;
// As it reads byte by byte, and as UTF-16, which its zeros can make it look like.
const POL_SIGNATURE = /^(?:PReg(?:.\0|.?$)|\u5250\u6765)/s;
const SNIFFED = 65_536;

/** @param name file name or path; only its ending counts */
export function detectFormat(text: string, name: string): Format {
  if (isSnapshotName(name) || SNAPSHOT_HEAD.test(text.slice(0, 256))) return 'snapshot';
  if (/\.reg$/i.test(name) || REG_HEADER.test(text.slice(0, 256))) return 'reg';
  if (POL_SIGNATURE.test(text)) return 'registry.pol';
  const xml = xmlFormat(text);
  if (xml !== undefined) return xml;
  if (isLgpoText(text.slice(0, SNIFFED))) return 'lgpo';
  // Damaged at its start; text that says what it is has been told above, as that of a registry.pol, whose address ends like the file's.
  if (/\.pol$/i.test(name)) return 'registry.pol';
  if (isSecurityTemplate(text.slice(0, SNIFFED), name)) return 'security-template';
  return REG_BODY.test(text.slice(0, SNIFFED)) ? 'reg' : 'unknown';
}

// A page about regedit may start with its name.
const WHOLE_REG_HEADER = /^\s*(?:windows registry editor version|regedit ?\d*[ \t]*(?:[\r\n]|$)|wine registry version)/i;

/** Whether the text is a .reg file that says so: others may only quote one. */
export function hasRegHeader(text: string): boolean {
  return WHOLE_REG_HEADER.test(text.slice(0, 256));
}

export function hasPolSignature(text: string): boolean {
  return POL_SIGNATURE.test(text);
}
