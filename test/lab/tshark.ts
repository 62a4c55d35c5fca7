// What another reader, Wireshark's, makes of the packets we send: written into a capture file (pcap, link type raw IP) as one exchange with
// port 3389, read by tshark.

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

/** @param options further options for tshark, e.g. `-d tcp.port==3389,tls` */
export function dissect(transport: 'tcp' | 'udp', said: readonly Said[], fields: readonly string[], options: readonly string[] = []): Dissected {
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-tshark-'));
  try {
    const file = join(folder, 'exchange.pcap');
    writeFileSync(file, capture(transport, said));
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

function capture(transport: 'tcp' | 'udp', said: readonly Said[]): Uint8Array {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(0xffff, 16);
  header.writeUInt32LE(101, 20);
  const sequence = { client: 1, server: 1 };
  const packets = said.map(({ from, bytes }, index) => {
    const other = from === 'client' ? 'server' : 'client';
    const segment = transport === 'tcp' ? tcpHeader(from, sequence[from], sequence[other]) : udpHeader(from, bytes.length);
    sequence[from] += bytes.length;
    const packet = Buffer.concat([ipHeader(from, protocolNumber[transport], segment.length + bytes.length), segment, bytes]);
    const record = Buffer.alloc(16);
    record.writeUInt32LE(1_700_000_000 + index, 0);
    record.writeUInt32LE(packet.length, 8);
    record.writeUInt32LE(packet.length, 12);
    return Buffer.concat([record, packet]);
  });
  return Buffer.concat([header, ...packets]);
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
