// The conference of T.124 in which RDP wraps its client and server data: ConnectData with a ConferenceCreateRequest or -Response, aligned
// PER, [MS-RDPBCGR] 4.1.3 and 4.1.4 decode one of each. Reads the only shape in use, field by field, and refuses any other.

/** { itu-t recommendation t 124 version 0 1 }, as the choice of a key and its length. */
const t124Key = [0x00, 0x05, 0x00, 0x14, 0x7c, 0x00, 0x01] as const;

/** ConferenceCreateRequest with one set of user data under the client's key: a conference of the name "1", locked by nothing. */
const createRequest = [0x00, 0x08, 0x00, 0x10, 0x00, 0x01, 0xc0, 0x00] as const;
const clientToServerKey = 'Duca';

const createResponseChoice = 0x14;
const userDataWithKey = 0xc0;
const serverToClientKey = 'McDn';

const octets = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));

/** ConnectData around the client's blocks. */
export function encodeConferenceCreateRequest(clientData: Uint8Array): Uint8Array {
  const request = [...createRequest, ...octets(clientToServerKey), ...perLength(clientData.length), ...clientData];
  return Uint8Array.from([...t124Key, ...perLength(request.length), ...request]);
}

/** The server's blocks in ConnectData with a ConferenceCreateResponse; undefined for anything else. */
export function readConferenceCreateResponse(bytes: Uint8Array): Uint8Array | undefined {
  if (!t124Key.every((octet, at) => bytes[at] === octet)) return undefined;
  // The length of the connectPDU is not looked at: Windows writes 42 there whatever follows, and its own client does not mind.
  const outer = readPerLength(bytes, t124Key.length);
  if (outer === undefined) return undefined;
  if (bytes[outer.end] !== createResponseChoice) return undefined;
  // nodeID takes two bytes and tag, an integer, a length and as many as it says; neither matters here.
  const tag = readPerLength(bytes, outer.end + 3);
  if (tag === undefined) return undefined;
  const at = tag.end + tag.value;
  const [result, sets, choice, keyLength] = bytes.subarray(at, at + 4);
  // The key has four octets, written as how many more than four. A result that is not success has no server data behind it.
  if (result !== 0 || sets !== 1 || choice !== userDataWithKey || keyLength !== 0) return undefined;
  if (!octets(serverToClientKey).every((octet, index) => bytes[at + 4 + index] === octet)) return undefined;
  const data = readPerLength(bytes, at + 8);
  return data === undefined || data.end + data.value > bytes.length ? undefined : bytes.subarray(data.end, data.end + data.value);
}

/** A length determinant of PER: one byte below 128, two below 16384. Nothing longer is written or read here. */
function perLength(length: number): readonly number[] {
  if (length > 0x3fff) throw new RangeError(`no user data has ${String(length)} bytes`);
  return length < 0x80 ? [length] : [0x80 | (length >> 8), length & 0xff];
}

function readPerLength(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } | undefined {
  const [first, second] = bytes.subarray(at, at + 2);
  if (first === undefined) return undefined;
  if (first < 0x80) return { value: first, end: at + 1 };
  if (first >= 0xc0 || second === undefined) return undefined;
  return { value: ((first & 0x3f) << 8) | second, end: at + 2 };
}
