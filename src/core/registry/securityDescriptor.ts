// The list of permissions in a self-relative security descriptor, as registry values hold it. Follows [MS-DTYP] 2.4.2 (SID), 2.4.4 (ACE),
// 2.4.5 (ACL) and 2.4.6 (SECURITY_DESCRIPTOR). Reads the discretionary list only: the system list says who is audited, not who may.
// Refuses bytes that end too early or have another revision, and skips entries that are neither plain allow nor plain deny.

export interface AccessEntry {
  readonly allows: boolean;
  readonly mask: number;
  /** `S-1-5-32-555`. */
  readonly sid: string;
}

export interface Permissions {
  /** Undefined where the descriptor has no list, which gives everyone every right; empty where it gives none to anybody. */
  readonly entries: readonly AccessEntry[] | undefined;
}

const REVISION = 1;
const HEADER_SIZE = 20;
const LIST_HEADER_SIZE = 8;
const LIST_PRESENT = 0x0004;
const SELF_RELATIVE = 0x8000;
const LIST_OFFSET_AT = 16;
const ENTRY_HEADER_SIZE = 8;
const ALLOW = 0;
const DENY = 1;
/** Only for objects below, not for this one. */
const INHERIT_ONLY = 0x08;

/** Undefined where the bytes are no such descriptor. */
export function readPermissions(bytes: Uint8Array): Permissions | undefined {
  if (bytes.length < HEADER_SIZE) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const control = view.getUint16(2, true);
  if (view.getUint8(0) !== REVISION || (control & SELF_RELATIVE) === 0) return undefined;
  const offset = view.getUint32(LIST_OFFSET_AT, true);
  if ((control & LIST_PRESENT) === 0 || offset === 0) return { entries: undefined };
  return readList(view, offset);
}

function readList(view: DataView, offset: number): Permissions | undefined {
  if (offset + LIST_HEADER_SIZE > view.byteLength) return undefined;
  const [size, count] = [view.getUint16(offset + 2, true), view.getUint16(offset + 4, true)];
  const end = offset + size;
  if (end > view.byteLength) return undefined;
  const entries: AccessEntry[] = [];
  let at = offset + LIST_HEADER_SIZE;
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_HEADER_SIZE > end) return undefined;
    const [type, flags, length] = [view.getUint8(at), view.getUint8(at + 1), view.getUint16(at + 2, true)];
    if (length < ENTRY_HEADER_SIZE || at + length > end) return undefined;
    if ((type === ALLOW || type === DENY) && (flags & INHERIT_ONLY) === 0) {
      const sid = readSid(view, at + ENTRY_HEADER_SIZE, at + length);
      if (sid === undefined) return undefined;
      entries.push({ allows: type === ALLOW, mask: view.getUint32(at + 4, true), sid });
    }
    at += length;
  }
  return { entries };
}

function readSid(view: DataView, at: number, end: number): string | undefined {
  if (at + 8 > end || view.getUint8(at) !== REVISION) return undefined;
  const count = view.getUint8(at + 1);
  if (at + 8 + 4 * count > end) return undefined;
  const authority = view.getUint16(at + 2) * 2 ** 32 + view.getUint32(at + 4);
  const parts = Array.from({ length: count }, (_, index) => view.getUint32(at + 8 + 4 * index, true));
  return ['S', REVISION, authority, ...parts].join('-');
}

/** The rights these entries leave to this identity, taken by itself: an entry that denies counts against those below it. */
export function rightsOf(entries: readonly AccessEntry[], sid: string): number {
  let [allowed, denied] = [0, 0];
  for (const entry of entries) {
    if (entry.sid !== sid) continue;
    if (entry.allows) allowed |= entry.mask & ~denied;
    else denied |= entry.mask;
  }
  return allowed >>> 0;
}
