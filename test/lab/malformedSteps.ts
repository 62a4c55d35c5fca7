// Servers that agree to RDP in the first answer and then misbehave, at the handshake of TLS or at the Connect Initial of MCS: one per way.

import type { Socket } from 'node:net';
import { certificatesOf } from './listenerCertificates';
import { startLabServer, type LabServer } from './malformedServers';
import { bytes, certificateMessage, confirm, connectResponse, handshake, messageType, record, recordType, serverHello, tpkt, uint } from './wireBytes';

type Step = (socket: Socket) => void;

const say =
  (...parts: readonly Uint8Array[]): Step =>
  (socket) =>
    void socket.write(bytes(...parts));

const sayAndEnd =
  (...parts: readonly Uint8Array[]): Step =>
  (socket) =>
    void socket.end(bytes(...parts));

/** As much as the other side takes, for ever. */
const forEver =
  (first: Uint8Array, block: Uint8Array): Step =>
  (socket) => {
    const many = bytes(...Array.from({ length: Math.max(1, Math.floor(65_536 / block.length)) }, () => block));
    const pump = (): void => {
      while (!socket.destroyed && socket.write(many));
    };
    socket.on('drain', pump);
    socket.write(first);
    pump();
  };

const drip =
  (whole: Uint8Array): Step =>
  (socket) => {
    let at = 0;
    const timer = setInterval(() => {
      if (at < whole.length) socket.write(whole.subarray(at, ++at));
      else clearInterval(timer);
    }, 100);
    socket.once('close', () => clearInterval(timer));
  };

const hello = handshake(messageType.serverHello, serverHello());
const helloRecord = record(recordType.handshake, hello);
const certificates = (body: Uint8Array, says?: number): Uint8Array => record(recordType.handshake, handshake(messageType.certificate, body, says));
const done = record(recordType.handshake, handshake(messageType.serverHelloDone, Buffer.alloc(0)));
const random = Buffer.from(Array.from({ length: 700 }, (_, index) => (index * 2654435761) >>> 24));
const nothing = Buffer.alloc(0);
const disconnects = bytes('0300000902f0802180');

/** What comes in place of a ServerHello and the certificates behind it. */
const tlsSteps = {
  silent: () => undefined,
  closes: sayAndEnd(),
  resets: (socket) => void socket.resetAndDestroy(),
  garbage: say(random),
  disconnects: say(disconnects),
  http: sayAndEnd(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')),
  confirmsAgain: say(confirm(1)),
  drips: drip(bytes(helloRecord, certificates(certificateMessage([random])))),
  closesInRecordHeader: sayAndEnd(helloRecord.subarray(0, 3)),
  closesInServerHello: sayAndEnd(helloRecord.subarray(0, 40)),
  closesBehindServerHello: sayAndEnd(helloRecord),
  resetsBehindServerHello: (socket) => void socket.write(helloRecord, () => setTimeout(() => socket.resetAndDestroy(), 50)),
  silentBehindServerHello: say(helloRecord),
  closesInCertificate: sayAndEnd(helloRecord, certificates(certificateMessage([random])).subarray(0, 300)),
  endlessBytes: forEver(nothing, Buffer.alloc(4096, 0x55)),
  endlessEmptyRecords: forEver(helloRecord, record(recordType.handshake, nothing)),
  endlessWarnings: forEver(nothing, record(recordType.alert, bytes('0170'))),
  endlessHelloRequests: forEver(nothing, record(recordType.handshake, handshake(0, nothing))),
  endlessCertificate: forEver(bytes(helloRecord, record(recordType.handshake, bytes([messageType.certificate], uint(3, 0xffffff)))), record(recordType.handshake, Buffer.alloc(16_000, 0x30))),
  endlessMessage: forEver(record(recordType.handshake, bytes([messageType.serverHello], uint(3, 0xffffff))), record(recordType.handshake, Buffer.alloc(16_000))),
  recordLengthTooLarge: say(record(recordType.handshake, hello, 0xffff)),
  recordLengthTooSmall: say(record(recordType.handshake, hello, 3), helloRecord),
  recordLengthOneTooLarge: say(record(recordType.handshake, hello, hello.length + 1)),
  messageLengthTooLarge: say(record(recordType.handshake, handshake(messageType.serverHello, serverHello(), 0xffffff))),
  messageLengthTooSmall: say(record(recordType.handshake, handshake(messageType.serverHello, serverHello(), 5))),
  sessionIdTooLong: say(record(recordType.handshake, handshake(messageType.serverHello, bytes('0303', Buffer.alloc(32), 'ff', 'c030', '00')))),
  listLengthTooLarge: say(helloRecord, certificates(certificateMessage([random], 0xffffff)), done),
  listLengthTooSmall: say(helloRecord, certificates(certificateMessage([random], 2)), done),
  certificateLengthTooLarge: say(helloRecord, certificates(certificateMessage([random], undefined, 0xffffff)), done),
  certificateLengthNone: say(helloRecord, certificates(certificateMessage([nothing])), done),
  certificateOfGarbage: say(helloRecord, certificates(certificateMessage([random])), done),
  certificateCut: (socket) => void socket.write(bytes(helloRecord, certificates(certificateMessage([leaf().subarray(0, 200)])), done)),
  certificatesManyAndLarge: (socket) => {
    // Sixteen bits cannot say it in one record; a message may be as long as it likes.
    const message = handshake(messageType.certificate, certificateMessage(Array.from({ length: 200 }, leaf)));
    const parts = Array.from({ length: Math.ceil(message.length / 16_000) }, (_, index) => message.subarray(index * 16_000, (index + 1) * 16_000));
    socket.write(bytes(helloRecord, ...parts.map((part) => record(recordType.handshake, part)), done));
  },
  certificatesNone: say(helloRecord, certificates(certificateMessage([])), done),
  anonymous: say(helloRecord, done),
  tls13AndGarbage: say(record(recordType.handshake, handshake(messageType.serverHello, serverHello(0x0304))), record(recordType.applicationData, random)),
  tls13AndSilent: say(record(recordType.handshake, handshake(messageType.serverHello, serverHello(0x0304)))),
  tls13AndEndless: forEver(record(recordType.handshake, handshake(messageType.serverHello, serverHello(0x0304))), record(recordType.applicationData, Buffer.alloc(16_000))),
} as const satisfies Readonly<Record<string, Step>>;

const response = tpkt(connectResponse());

/** What comes in place of an MCS Connect Response. */
const mcsSteps = {
  silent: () => undefined,
  closes: sayAndEnd(),
  resets: (socket) => void socket.resetAndDestroy(),
  garbage: say(random),
  disconnects: say(disconnects),
  confirmsAgain: say(confirm(0)),
  tlsAlert: sayAndEnd(bytes('15030100020246')),
  drips: drip(response),
  closesInFrame: sayAndEnd(response.subarray(0, 40)),
  silentInFrame: say(response.subarray(0, 40)),
  endlessBytes: forEver(nothing, Buffer.alloc(4096, 0x55)),
  endlessFrames: forEver(nothing, tpkt(bytes('02f080'))),
  endlessInFrame: forEver(bytes('0300ffff02f0807f668301'), Buffer.alloc(4096, 0x30)),
  frameLengthTooLarge: say(tpkt(connectResponse(), 0xffff)),
  frameLengthTooSmall: say(tpkt(connectResponse(), 4)),
  frameLengthOneTooLarge: say(tpkt(connectResponse(), response.length + 1)),
  frameLengthOneTooSmall: say(tpkt(connectResponse(), response.length - 1)),
  berLengthTooLarge: say(tpkt(connectResponse({ outer: 0xffff }))),
  berLengthTooSmall: say(tpkt(connectResponse({ outer: 3 }))),
  berLengthOfFourBytes: say(tpkt(bytes('02f0807f6684ffffffff0a0100'))),
  berLengthIndefinite: say(tpkt(bytes('02f0807f66800a01000201000000'))),
  userDataLengthTooLarge: say(tpkt(connectResponse({ inner: 0x7fff }))),
  conferenceLengthTooLarge: say(tpkt(connectResponse({ conference: 0x7f }))),
  blockLengthNone: say(tpkt(connectResponse({ block: 0 }))),
  blockLengthTooLarge: say(tpkt(connectResponse({ block: 0xffff }))),
  refuses: say(tpkt(connectResponse({ result: 15 }))),
} as const satisfies Readonly<Record<string, Step>>;

export type TlsStep = keyof typeof tlsSteps;
export type McsStep = keyof typeof mcsSteps;

export const tlsStepNames = Object.keys(tlsSteps) as readonly TlsStep[];
export const mcsStepNames = Object.keys(mcsSteps) as readonly McsStep[];

/** Takes TLS alone, as long as it is only asked. */
export function startBadTlsServer(step: TlsStep): Promise<LabServer> {
  leaf(); // now, because making it takes longer than an answer may
  return startAgreeingServer(1, tlsSteps[step]);
}

/** Takes RDP's own security alone, as long as it is only asked. */
export function startBadMcsServer(step: McsStep): Promise<LabServer> {
  return startAgreeingServer(0, mcsSteps[step]);
}

function startAgreeingServer(selected: 0 | 1, step: Step): Promise<LabServer> {
  return startLabServer((socket) => {
    socket.once('data', () => {
      socket.once('data', () => step(socket));
      socket.write(confirm(selected));
    });
  });
}

function leaf(): Buffer {
  return certificatesOf('healthy')[0]?.raw ?? nothing;
}
