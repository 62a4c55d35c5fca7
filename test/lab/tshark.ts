// What another reader, Wireshark's, makes of the packets we send: written into a capture file (pcap) as one exchange with port 3389, read by
// tshark. What is said inside TLS is written bare, under a link type that is free for everyone, and tshark is told what it is.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one side said, in the order in which it was said. At most 60 KB each. */
export interface Said {
  readonly from: 'client' | 'server';
  readonly bytes: Uint8Array;
}

export interface Dissected {
  /** Every value of the fields that were asked for, in the order of the packets. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** What tshark finds malformed or worth an error, one line each. */
  readonly complaints: readonly string[];
}

const protocolNumber = { tcp: 6, udp: 17 } as const;
const clientPort = 50_000;
const serverPort = 3389;

/** `tcp` and `udp` stand for their port; anything else is Wireshark's name of the protocol that is spoken bare. */
export type Carrier = 'tcp' | 'udp' | 'credssp' | 'tls';

export function dissect(carrier: Carrier, said: readonly Said[], fields: readonly string[]): Dissected {
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-tshark-'));
  try {
    const file = join(folder, 'exchange.pcap');
    writeFileSync(file, capture(carrier, said));
    const options = carrier === 'tcp' || carrier === 'udp' ? [] : ['-o', `uat:user_dlts:"User 0 (DLT=147)","${carrier}","0","","0",""`];
    const shown = ['_ws.malformed', '_ws.expert.message', ...fields].flatMap((field) => ['-e', field]);
    const output = execFileSync('tshark', ['-r', file, ...options, '-T', 'json', ...shown], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const packets = JSON.parse(output) as readonly { readonly _source: { readonly layers?: Readonly<Record<string, readonly string[]>> } }[];
    const all = (field: string): readonly string[] => packets.flatMap((packet) => packet._source.layers?.[field] ?? []);
    return {
      fields: Object.fromEntries(fields.map((field) => [field, all(field)])),
      complaints: [...all('_ws.malformed'), ...all('_ws.expert.message')].filter((text) => !ofOurFraming.test(text)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** There is no handshake of TCP in such a file, and a push of ours has nothing to do with it. */
const ofOurFraming = /^Connection|^This frame|^ACKed segment|^Previous segment/;

const linkType = { rawIp: 101, user0: 147 } as const;

function capture(carrier: Carrier, said: readonly Said[]): Uint8Array {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(0xffff, 16);
  header.writeUInt32LE(carrier === 'tcp' || carrier === 'udp' ? linkType.rawIp : linkType.user0, 20);
  const sequence = { client: 1, server: 1 };
  const packets = said.map(({ from, bytes }, index) => {
    const packet = Buffer.concat([...headers(carrier, from, bytes.length, sequence), bytes]);
    sequence[from] += bytes.length;
    const record = Buffer.alloc(16);
    record.writeUInt32LE(1_700_000_000 + index, 0);
    record.writeUInt32LE(packet.length, 8);
    record.writeUInt32LE(packet.length, 12);
    return Buffer.concat([record, packet]);
  });
  return Buffer.concat([header, ...packets]);
}

function headers(carrier: Carrier, from: Said['from'], length: number, sequence: Readonly<Record<Said['from'], number>>): readonly Buffer[] {
  if (carrier !== 'tcp' && carrier !== 'udp') return [];
  const segment = carrier === 'tcp' ? tcpHeader(from, sequence[from], sequence[from === 'client' ? 'server' : 'client']) : udpHeader(from, length);
  return [ipHeader(from, protocolNumber[carrier], segment.length + length), segment];
}

function ipHeader(from: Said['from'], protocol: number, length: number): Buffer {
  const header = Buffer.alloc(20);
  header.writeUInt8(0x45, 0);
  header.writeUInt16BE(20 + length, 2);
  header.writeUInt8(64, 8);
  header.writeUInt8(protocol, 9);
  header.set(from === 'client' ? [192, 0, 2, 1, 192, 0, 2, 2] : [192, 0, 2, 2, 192, 0, 2, 1], 12);
  return header;
}

function ports(header: Buffer, from: Said['from']): void {
  header.writeUInt16BE(from === 'client' ? clientPort : serverPort, 0);
  header.writeUInt16BE(from === 'client' ? serverPort : clientPort, 2);
}

function tcpHeader(from: Said['from'], sequence: number, acknowledged: number): Buffer {
  const header = Buffer.alloc(20);
  ports(header, from);
  header.writeUInt32BE(sequence, 4);
  header.writeUInt32BE(acknowledged, 8);
  header.writeUInt8(5 << 4, 12);
  header.writeUInt8(0x18, 13); // PSH and ACK
  header.writeUInt16BE(0xffff, 14);
  return header;
}

function udpHeader(from: Said['from'], length: number): Buffer {
  const header = Buffer.alloc(8);
  ports(header, from);
  header.writeUInt16BE(8 + length, 4);
  return header;
}
