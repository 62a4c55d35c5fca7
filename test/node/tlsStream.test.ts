// TLS over a connection that exists: what OpenSSL's own server shows of itself, and what comes of servers that do not finish, do not begin,
// or speak something else. The same under both libraries.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { connect as connectSocket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { X509Certificate } from 'node:crypto';
import type { Connection, Secured } from '../../src/core/ports';
import { createConnector } from '../../src/node/sockets';
import { startLabServer, type LabServer } from '../lab/malformedServers';
import { startProxy, type Line } from '../lab/tcpProxy';
import { createCertificateFolder, startTlsServer, type CertificateFolder, type IssuedCertificate, type TlsServer } from '../lab/tlsServer';
import { startXrdp } from '../lab/xrdp';
import { needs } from '../needs';

const never = new AbortController().signal;
const enoughMs = 20_000;
type Target = Pick<TlsServer, 'host' | 'port'>;

async function connectTo(target: Target): Promise<Connection> {
  const connected = await createConnector().connect(target, enoughMs, never);
  ok(connected.kind === 'connected');
  return connected.connection;
}

async function secureTo(target: Target, serverName?: string, timeoutMs = enoughMs): Promise<Secured> {
  return (await connectTo(target)).secure({ serverName }, timeoutMs, never);
}

function succeeded(secured: Secured): Extract<Secured, { readonly kind: 'secured' }> {
  ok(secured.kind === 'secured', JSON.stringify(secured));
  return secured;
}

/** The server's answer to a line: the line reversed. */
async function reversed(connection: Connection, line: string): Promise<string> {
  connection.write(Buffer.from(`${line}\n`));
  let text = '';
  while (!text.endsWith('\n')) {
    const received = await connection.receive(enoughMs, never);
    ok(received.kind === 'data', received.kind);
    text += Buffer.from(received.bytes).toString();
  }
  return text.trim();
}

async function waitFor(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + enoughMs;
  while (!condition()) {
    ok(Date.now() < deadline, 'it did not come about');
    await pause(5);
  }
}

describe('TLS over a connection', function () {
  this.timeout(60_000);
  let folder: CertificateFolder;
  let leaf: IssuedCertificate;
  let issuing: IssuedCertificate;
  let chain: readonly string[];
  const servers = new Map<string, TlsServer>();

  before(async function () {
    needs(this, 'openssl');
    folder = createCertificateFolder();
    const root = folder.issue('root');
    issuing = folder.issue('issuing', root);
    leaf = folder.issue('rds-07', issuing);
    chain = [leaf.der, issuing.der, root.der].map(hex);
    const other = folder.issue('other');
    const rows: readonly (readonly [name: string, chain: readonly IssuedCertificate[], args: readonly string[]])[] = [
      ['1.3', [issuing, root], ['-tls1_3', '-servername', 'rds-07.corp.example', '-cert2', other.certificateFile, '-key2', other.keyFile]],
      ['1.2', [], ['-tls1_2']],
      ['1.2 asks', [], ['-tls1_2', '-verify', '1']],
      ['1.2 requires', [], ['-tls1_2', '-Verify', '1']],
      ['1.3 requires', [], ['-tls1_3', '-Verify', '1']],
      ['long chain', Array.from({ length: 40 }, () => issuing), ['-tls1_3']],
    ];
    await Promise.all(
      rows.map(async ([name, more, args], index) => servers.set(name, await startTlsServer(`127.0.44.${String(index + 1)}`, leaf, more, args))),
    );
  });

  after(async () => {
    await Promise.all([...servers.values()].map((server) => server.stop()));
    if (servers.size > 0) folder.remove();
  });

  function server(name: string): TlsServer {
    const found = servers.get(name);
    ok(found !== undefined);
    return found;
  }

  it('shows version, cipher and the chain as it was sent, and carries bytes both ways', async () => {
    const { connection, protocol, cipher, chain: seen } = succeeded(await secureTo(server('1.3')));
    try {
      deepEqual([protocol, seen.map(hex)], ['TLSv1.3', chain]);
      match(cipher, /^TLS_(?:AES|CHACHA20)_/);
      equal(connection.remoteAddress, server('1.3').host);
      equal(await reversed(connection, 'abc'), 'cba');
      deepEqual(await connection.receive(20, never), { kind: 'timeout' });
      for (let line = 0; line < 20; line++) equal(await reversed(connection, `${'x'.repeat(5000)}${String(line % 10)}`), `${String(line % 10)}${'x'.repeat(5000)}`);
    } finally {
      connection.close();
    }
  });

  it('names a cipher of TLS 1.2 as IANA does', async () => {
    const { connection, protocol, cipher, chain: seen } = succeeded(await secureTo(server('1.2')));
    connection.close();
    deepEqual([protocol, seen.map(hex)], ['TLSv1.2', [hex(leaf.der)]]);
    match(cipher, /^TLS_ECDHE_ECDSA_WITH_/);
  });

  it('says the name of the host to the server, and no address', async () => {
    const shown = async (name: string | undefined): Promise<string | undefined> => {
      const { connection, chain: seen } = succeeded(await secureTo(server('1.3'), name));
      connection.close();
      return seen[0] === undefined ? undefined : new X509Certificate(seen[0]).subject;
    };
    equal(await shown('rds-07.corp.example'), 'CN=other');
    for (const name of [undefined, '192.0.2.7', 'fe80::1', 'another.example', 'not a name', 'ä.example', 'a'.repeat(300)]) {
      equal(await shown(name), 'CN=rds-07', name);
    }
  });

  it('has no certificate of its own: who requires one is seen as far as the version lets it', async () => {
    const asks = succeeded(await secureTo(server('1.2 asks')));
    equal(await reversed(asks.connection, 'abc'), 'cba');
    asks.connection.close();
    const refused = await secureTo(server('1.2 requires'));
    ok(refused.kind === 'failed', refused.kind);
    match(refused.systemCode, /HANDSHAKE_FAILURE/);
    const later = succeeded(await secureTo(server('1.3 requires')));
    deepEqual(later.chain.map(hex), [hex(leaf.der)]);
    equal((await later.connection.receive(enoughMs, never)).kind, 'closed');
    later.connection.close();
  });

  it('keeps sixteen certificates of a chain that does not end', async () => {
    const { connection, chain: seen } = succeeded(await secureTo(server('long chain')));
    connection.close();
    deepEqual(seen.map(hex), [hex(leaf.der), ...Array.from({ length: 15 }, () => hex(issuing.der))]);
  });

  it('over a slow line takes its time; cut or silent in the middle it ends as that', async () => {
    const over = async (line: Line, timeoutMs?: number): Promise<Secured> => {
      const proxy = await startProxy(server('1.3'), line);
      try {
        const secured = await secureTo(proxy, undefined, timeoutMs);
        if (secured.kind === 'secured') secured.connection.close();
        return secured;
      } finally {
        await proxy.stop();
      }
    };
    deepEqual(succeeded(await over({ delayMs: 50, bytesPerSecond: 4000 })).chain.map(hex), chain);
    for (const bytes of [0, 3, 100, 600]) {
      deepEqual(await over({ dropAfter: bytes }), { kind: 'failed', systemCode: 'ECONNRESET' }, String(bytes));
      deepEqual(await over({ silentAfter: bytes }, 300), { kind: 'timeout' }, String(bytes));
    }
  });

  it('leaves nothing open, whichever of the two connections is closed', async () => {
    const target = server('1.2');
    const relay = await startLabServer((near) => {
      const far = connectSocket(target);
      far.on('error', () => near.destroy());
      far.on('close', () => near.destroy());
      near.on('close', () => far.destroy());
      near.pipe(far).pipe(near);
    });
    try {
      for (const which of ['old', 'secured']) {
        const old = await connectTo(relay);
        const { connection } = succeeded(await old.secure({ serverName: undefined }, enoughMs, never));
        deepEqual(await old.receive(enoughMs, never), { kind: 'closed', reset: false });
        equal(relay.open(), 1);
        (which === 'old' ? old : connection).close();
        await waitFor(() => relay.open() === 0);
        equal((await connection.receive(enoughMs, never)).kind, 'closed');
      }
    } finally {
      await relay.stop();
    }
  });

  it('is cancelled before and in the middle', async () => {
    const silent = await startLabServer(() => undefined);
    try {
      for (const early of [true, false]) {
        const cancel = new AbortController();
        const connection = await connectTo(silent);
        if (early) cancel.abort();
        const securing = connection.secure({ serverName: undefined }, enoughMs, cancel.signal);
        cancel.abort();
        deepEqual(await securing, { kind: 'cancelled' });
        await waitFor(() => silent.open() === 0);
      }
    } finally {
      await silent.stop();
    }
  });
});

const fatalAlert = Buffer.from('15030100020246', 'hex');
const block = Buffer.alloc(64 * 1024, 0x55);

const others: Readonly<Record<string, readonly [behave: Parameters<typeof startLabServer>[0], outcome: RegExp]>> = {
  'closes at once': [(socket) => void socket.end(), /ECONNRESET/],
  'resets at once': [(socket) => void socket.resetAndDestroy(), /ECONNRESET/],
  'closes on the first byte': [(socket) => socket.once('data', () => socket.end()), /ECONNRESET/],
  'resets on the first byte': [(socket) => socket.once('data', () => socket.resetAndDestroy()), /ECONNRESET/],
  'sends an alert': [(socket) => socket.once('data', () => socket.write(fatalAlert)), /ALERT/],
  'answers HTTP': [(socket) => socket.once('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')), /SSL/],
  'spoke too early': [(socket) => void socket.write('SSH-2.0-OpenSSH_9.2p1 lab\r\n'), /^EPROTO$/],
  'never stops talking': [
    (socket) => {
      const pump = (): void => {
        while (!socket.destroyed && socket.write(block));
      };
      socket.on('drain', pump);
      pump();
    },
    /^EPROTO$/,
  ],
};

describe('TLS over a connection to a server that', function () {
  this.timeout(30_000);

  for (const [name, [behave, outcome]] of Object.entries(others)) {
    it(`${name} fails with a word for it`, async () => {
      const server: LabServer = await startLabServer(behave);
      try {
        const connection = await connectTo(server);
        await pause(50); // what comes early is there by then, unread
        const secured = await connection.secure({ serverName: 'rds-07.corp.example' }, enoughMs, never);
        ok(secured.kind === 'failed', secured.kind);
        match(secured.systemCode, outcome);
        connection.close();
        await waitFor(() => server.open() === 0);
      } finally {
        await server.stop();
      }
    });
  }
});

describe('TLS over a connection to xrdp', function () {
  this.timeout(60_000);

  it('begins after its Connection Confirm', async function () {
    needs(this, 'xrdp');
    const listener = await startXrdp('127.0.44.20', { securityLayer: 'tls', certificate: 'healthy' });
    try {
      const connection = await connectTo(listener);
      connection.write(Buffer.from('030000130ee000000000000100080001000000', 'hex'));
      const confirm = await connection.receive(enoughMs, never);
      ok(confirm.kind === 'data');
      equal(hex(confirm.bytes).slice(-8), '01000000');
      const { protocol, chain, connection: secured } = succeeded(await connection.secure({ serverName: undefined }, enoughMs, never));
      secured.close();
      deepEqual([protocol, chain.map((der) => new X509Certificate(der).subject)], ['TLSv1.3', ['CN=rds.lab.example']]);
    } finally {
      await listener.stop();
    }
  });
});

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
