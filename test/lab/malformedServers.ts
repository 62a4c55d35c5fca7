// Servers that are not RDP, or are RDP badly: one per way of misbehaving, on loopback, on a port of the system's choice.

import { createServer, type AddressInfo, type Socket } from 'node:net';

/** An answer that selects NLA, as FreeRDP and Windows send it, whole and healthy. */
const confirm = Buffer.from('030000130ed000001234000201080002000000', 'hex');

type Behaviour = (socket: Socket) => void;

const onRequest =
  (answer: Behaviour): Behaviour =>
  (socket) =>
    void socket.once('data', () => answer(socket));

const say = (text: string | Buffer): Behaviour => onRequest((socket) => void socket.write(text));

const withLength = (length: number): Buffer => {
  const packet = Buffer.from(confirm);
  packet.writeUInt16BE(length, 2);
  return packet;
};

function drip(bytes: Buffer, everyMs: number): Behaviour {
  return (socket) => {
    let at = 0;
    const timer = setInterval(() => {
      if (at >= bytes.length) clearInterval(timer);
      else socket.write(bytes.subarray(at, ++at));
    }, everyMs);
    socket.once('close', () => clearInterval(timer));
  };
}

const endless: Behaviour = (socket) => {
  const block = Buffer.alloc(64 * 1024, 0x55);
  const pump = (): void => {
    while (!socket.destroyed && socket.write(block));
  };
  socket.on('drain', pump);
  pump();
};

const behaviours = {
  silent: () => undefined,
  garbage: say(Buffer.from('f1e2d3c4b5a69788796a5b4c3d2e1f00ff'.repeat(3), 'hex')),
  zeros: say(Buffer.alloc(64)),
  slowDripOfText: drip(Buffer.from('a line that takes much longer than anyone will wait\n'), 200),
  slowDripOfRdp: drip(confirm, 200),
  endless,
  closesAtOnce: (socket) => void socket.end(),
  closesOnRequest: onRequest((socket) => void socket.end()),
  closesInsideAnswer: onRequest((socket) => void socket.end(confirm.subarray(0, 9))),
  resetsAtOnce: (socket) => void socket.resetAndDestroy(),
  resetsOnRequest: onRequest((socket) => void socket.resetAndDestroy()),
  halfThenSilent: say(confirm.subarray(0, 9)),
  lengthTooSmall: say(withLength(4)),
  lengthTooLarge: say(withLength(0xffff)),
  lengthOneTooLarge: say(withLength(confirm.length + 1)),
  lengthCutsNegotiation: say(withLength(11)),
  http: say('HTTP/1.1 400 Bad Request\r\nServer: lab\r\nConnection: close\r\n\r\n'),
  httpThenReset: onRequest(
    (socket) => void socket.write('HTTP/1.1 400 Bad Request\r\n\r\n', () => setTimeout(() => socket.resetAndDestroy(), 50)),
  ),
  ssh: (socket) => void socket.write('SSH-2.0-OpenSSH_9.2p1 lab\r\n'),
  smtp: (socket) => void socket.write('220 mail.lab.example ESMTP ready\r\n'),
  ftp: (socket) => void socket.write('220 lab FTP server ready\r\n'),
  tlsAlert: say(Buffer.from('15030100020246', 'hex')),
  tlsFirst: (socket) => void socket.write(Buffer.from('160301004a0100004603030000', 'hex')),
  disconnects: say(Buffer.from('0300000902f0802180', 'hex')),
  // What an industrial controller answers: an ISO transport Confirm with TPDU size and selectors.
  otherTransport: say(Buffer.from('0300001611d00001000400c0010ac1020100c2020102', 'hex')),
} as const satisfies Readonly<Record<string, Behaviour>>;

export type Misbehaviour = keyof typeof behaviours;

export const misbehaviours = Object.keys(behaviours) as readonly Misbehaviour[];

export interface LabServer {
  readonly host: string;
  readonly port: number;
  /** How many connections it has taken. */
  connections(): number;
  /** How many of them are open at its side now. */
  open(): number;
  stop(): Promise<void>;
}

export function startMalformedServer(misbehaviour: Misbehaviour): Promise<LabServer> {
  return startLabServer(behaviours[misbehaviour]);
}

/**
 * A server that gives recorded answers: `answers` maps the requestedProtocols of a request to bytes in hexadecimal, `none` is for a
 * request without negotiation data. Other questions, and whatever follows an answer, are met with a close.
 */
export function startRecordedServer(answers: Readonly<Record<string, string>>, host?: string): Promise<LabServer> {
  return startLabServer((socket) => {
    socket.once('data', (request) => {
      const asked = request.length >= 19 ? String(request.readUInt32LE(request.length - 4)) : 'none';
      const answer = answers[asked];
      socket.once('data', () => socket.end());
      if (answer === undefined) socket.end();
      else socket.write(Buffer.from(answer, 'hex'));
    });
  }, host);
}

/** On a port of the system's choice, unless it has to be the same as another address has. */
export async function startLabServer(behave: Behaviour, host = '127.0.0.1', onPort = 0): Promise<LabServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // The client goes whenever it has seen enough.
    socket.on('error', () => socket.destroy());
    // Read whatever comes, or the end of the connection would never be seen.
    socket.resume();
    behave(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(onPort, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    host,
    port,
    connections: () => connections,
    open: () => sockets.size,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
