// What a server says in MCS, written from the layouts of [MS-RDPBCGR] 2.2.1.4 with its own lengths, so that a test can make every part lie.

import { encodeElement, tag } from '../../../src/core/listener/ber';
import { encodeTpkt } from '../../../src/core/listener/tpkt';

export interface ConnectResponse {
  readonly result: number;
  readonly version: number | null;
  readonly security: { readonly method: number; readonly level: number } | null;
  /** Bytes of random and certificate behind the two numbers. */
  readonly secrets?: Uint8Array;
  /** Channels of SC_NET; the block is left out without them. */
  readonly channels?: readonly number[];
  /** As Windows: always 42; undefined is the true length. */
  readonly connectPduLength?: number;
}

const u16 = (value: number): readonly number[] => [value & 0xff, (value >>> 8) & 0xff];
const u32 = (value: number): readonly number[] => [...u16(value), ...u16(value >>> 16)];
export const block = (type: number, content: readonly number[]): readonly number[] => [...u16(type), ...u16(content.length + 4), ...content];
const perLength = (length: number): readonly number[] => (length < 0x80 ? [length] : [0x80 | (length >> 8), length & 0xff]);

export function serverBlocks(response: ConnectResponse): readonly number[] {
  const { version, security, secrets = new Uint8Array(0), channels } = response;
  return [
    ...(version === null ? [] : block(0x0c01, [...u32(version), ...u32(0)])),
    ...(channels === undefined ? [] : block(0x0c03, [...u16(1003), ...u16(channels.length), ...channels.flatMap(u16)])),
    ...(security === null ? [] : block(0x0c02, [...u32(security.method), ...u32(security.level), ...secrets])),
  ];
}

export function conference(blocks: readonly number[], connectPduLength?: number): readonly number[] {
  const response = [0x14, 0x76, 0x0a, 0x01, 0x01, 0x00, 0x01, 0xc0, 0x00, 0x4d, 0x63, 0x44, 0x6e, ...perLength(blocks.length), ...blocks];
  const length = connectPduLength === undefined ? perLength(response.length) : [connectPduLength];
  return [0x00, 0x05, 0x00, 0x14, 0x7c, 0x00, 0x01, ...length, ...response];
}

/** The TPKT frame of an MCS Connect Response around a conference. */
export function connectResponseFrame(result: number, userData: readonly number[]): Uint8Array {
  const parameters = [34, 3, 0, 1, 0, 1, 65528, 2].flatMap((value) => [
    ...encodeElement(tag.integer, value < 0x80 ? [value] : [0, value >> 8, value & 0xff]),
  ]);
  const content = [
    ...encodeElement(tag.enumerated, [result]),
    ...encodeElement(tag.integer, [0]),
    ...encodeElement(tag.sequence, parameters),
    ...encodeElement(tag.octetString, userData),
  ];
  return dataFrame(encodeElement(0x7f66, content));
}

/** Any payload in an X.224 Data TPDU in its TPKT frame. */
export const dataFrame = (payload: Uint8Array | readonly number[]): Uint8Array => encodeTpkt(Uint8Array.from([0x02, 0xf0, 0x80, ...payload]));

export const connectResponse = (response: ConnectResponse): Uint8Array =>
  connectResponseFrame(response.result, conference(serverBlocks(response), response.connectPduLength));
