// The first datagram of RDP over UDP and its answer, [MS-RDPEUDP] 2.2.2 and 3.1.5.1: SYN and SYN+ACK tell whether the port answers and up to
// which version. Goes no further: no key of a session exists here, and a server forgets a SYN that nothing follows. Version 3 is not asked
// for, because its SYN must carry the hash of a cookie that only a session has.

import { hexText } from '../registry/valueData';
import type { UdpAnswer } from './datagram';

const flag = { SYN: 0x0001, ACK: 0x0004, CORRELATION_ID: 0x0800, SYNEX: 0x1000 } as const;
const RDPUDP_VERSION_INFO_VALID = 0x0001;
const RDPUDP_PROTOCOL_VERSION_2 = 0x0002;

/** How many random bytes a SYN takes: its initial sequence number. */
export const udpSynRandom = 4;

/** A SYN is padded to the largest datagram either side may send, so that a path that cannot carry it shows at once. */
const largestDatagram = 1232;
const receiveWindow = 64;

/** RDPUDP_FEC_HEADER with RDPUDP_SYNDATA_PAYLOAD. */
const fixedPart = 16;
const correlationIdPart = 32;
const excerptBytes = 32;

/** @param random {@link udpSynRandom} bytes; a RangeError with fewer */
export function encodeUdpSyn(random: Uint8Array): Uint8Array {
  if (random.length < udpSynRandom) throw new RangeError('a sequence number has four bytes');
  const bytes = new Uint8Array(largestDatagram);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0xffffffff); // snSourceAck: nothing was received so far
  view.setUint16(4, receiveWindow);
  view.setUint16(6, flag.SYN | flag.SYNEX);
  bytes.set(random.subarray(0, 4), 8);
  view.setUint16(12, largestDatagram); // uUpStreamMtu
  view.setUint16(14, largestDatagram); // uDownStreamMtu
  view.setUint16(fixedPart, RDPUDP_VERSION_INFO_VALID);
  view.setUint16(fixedPart + 2, RDPUDP_PROTOCOL_VERSION_2);
  return bytes;
}

/** What came back for a SYN: `answers` with the version, or `malformed` for anything but a SYN+ACK. */
export function readUdpSynAck(bytes: Uint8Array): UdpAnswer {
  const malformed: UdpAnswer = { kind: 'malformed', excerpt: hexText(bytes.subarray(0, excerptBytes)) };
  if (bytes.length < fixedPart) return malformed;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint16(6);
  const wanted = flag.SYN | flag.ACK;
  if ((flags & wanted) !== wanted) return malformed;
  if ((flags & flag.SYNEX) === 0) return { kind: 'answers', version: null };
  const at = fixedPart + ((flags & flag.CORRELATION_ID) === 0 ? 0 : correlationIdPart);
  if (at + 4 > bytes.length) return malformed;
  const valid = (view.getUint16(at) & RDPUDP_VERSION_INFO_VALID) !== 0;
  return { kind: 'answers', version: valid ? view.getUint16(at + 2) : null };
}
