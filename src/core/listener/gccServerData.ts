// What a server says about itself in the conference response: SC_CORE and SC_SECURITY, [MS-RDPBCGR] 2.2.1.4.2 and 2.2.1.4.3. Blocks of
// other types are stepped over. Does not look at the server's random or its certificate: they belong to an encryption nobody starts here.

import { dataBlock } from '../rdp/wireCodes';

export interface ServerData {
  /** `version` of SC_CORE; null without the block. */
  readonly serverVersion: number | null;
  /** encryptionMethod and encryptionLevel; null without the block. */
  readonly security: { readonly method: number; readonly level: number } | null;
}

const headerLength = 4;

/** Undefined where a block ends beyond the bytes, or is too short for what it has to say. The first block of a type counts. */
export function readServerData(bytes: Uint8Array): ServerData | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let serverVersion: number | null = null;
  let security: ServerData['security'] = null;
  for (let at = 0; at < bytes.length; ) {
    if (at + headerLength > bytes.length) return undefined;
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (length < headerLength || at + length > bytes.length) return undefined;
    if (type === dataBlock.SC_CORE) {
      if (length < headerLength + 4) return undefined;
      serverVersion ??= view.getUint32(at + headerLength, true);
    }
    if (type === dataBlock.SC_SECURITY) {
      if (length < headerLength + 8) return undefined;
      security ??= { method: view.getUint32(at + headerLength, true), level: view.getUint32(at + headerLength + 4, true) };
    }
    at += length;
  }
  return { serverVersion, security };
}
