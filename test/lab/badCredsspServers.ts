// Servers that demand CredSSP, speak TLS as they should, and misbehave at the first message inside it: one per way.

import { createServer, type TLSSocket } from 'node:tls';
import { connect, type AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeCertificate } from './listenerCertificates';
import { startLabServer, type LabServer } from './malformedServers';
import { bytes, confirm, failure, ntlmChallenge, tsRequest } from './wireBytes';

type Step = (socket: TLSSocket) => void;

const say =
  (answer: Uint8Array): Step =>
  (socket) =>
    void socket.write(answer);

const forEver =
  (first: Uint8Array): Step =>
  (socket) => {
    const block = Buffer.alloc(65_536, 0x30);
    const pump = (): void => {
      while (!socket.destroyed && socket.write(block));
    };
    socket.on('drain', pump);
    socket.write(first);
    pump();
  };

const whole = tsRequest(ntlmChallenge());

/** `challenges` is the one that behaves. */
const steps = {
  challenges: say(whole),
  silent: () => undefined,
  closes: (socket) => void socket.end(),
  resets: (socket) => void socket.destroy(),
  garbage: say(Buffer.alloc(500, 0xa5)),
  http: (socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
  fails: say(bytes('300da003020106a4060204c000006d')),
  closesInAnswer: (socket) => void socket.end(whole.subarray(0, 60)),
  silentInAnswer: say(whole.subarray(0, 60)),
  endlessBytes: forEver(Buffer.alloc(1, 0x55)),
  endlessInAnswer: forEver(bytes('3084ffffffff')),
  lengthTooLarge: say(tsRequest(ntlmChallenge(), 0xffff)),
  lengthTooSmall: say(tsRequest(ntlmChallenge(), 5)),
  lengthIndefinite: say(bytes('3080a0030201060000')),
  tokenLengthTooLarge: say(tsRequest(ntlmChallenge(), undefined, 0x7fff)),
  tokenNone: say(tsRequest(Buffer.alloc(0))),
  tokenOfGarbage: say(tsRequest(Buffer.alloc(80, 0x4e))),
  informationBeyondTheEnd: say(tsRequest(ntlmChallenge(0xffff))),
  informationTooLong: say(tsRequest(ntlmChallenge(62, 0xffff))),
} as const satisfies Readonly<Record<string, Step>>;

export type CredsspStep = keyof typeof steps;

export const credsspSteps = Object.keys(steps) as readonly CredsspStep[];

export async function startBadCredsspServer(step: CredsspStep): Promise<LabServer> {
  const secure = createServer(keyAndCertificate(), (socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => steps[step](socket));
  });
  await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
  const { port } = secure.address() as AddressInfo;
  // The library takes a connection from its beginning, and this one begins with X.224: what follows is handed on.
  const server = await startLabServer((socket) => {
    socket.once('data', (request) => {
      const takesCredssp = (request.at(-4) ?? 0) & 2;
      socket.write(takesCredssp === 0 ? failure(5) : confirm(2));
      const inner = connect(port, '127.0.0.1');
      inner.on('error', () => socket.destroy());
      socket.on('close', () => inner.destroy());
      // Read on, or the end of the connection would never be seen.
      inner.on('close', () => socket.end().resume());
      socket.pipe(inner).pipe(socket);
    });
  });
  return { ...server, stop: () => Promise.all([server.stop(), new Promise((resolve) => secure.close(resolve))]).then(() => undefined) };
}

function keyAndCertificate(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-credssp-'));
  try {
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    placeCertificate('healthy', cert, key);
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
