// What can be at the other end of a line in place of an SSH server that lets us in, and what is on the way.

import { deepEqual, equal, match } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server as SshServerOfLibrary } from 'ssh2';
import type { FailureCode } from '../../src/core/result';
import type { HostSettings } from '../../src/core/ssh/hostSettings';
import { createAccount, makeKey, startSshd, type Account, type SshServer } from '../lab/sshd';
import { needs, needsRoot } from '../needs';
import { failed, judgeOf, labOf, never, opened, output, run, settingsOf, text, value, type Lab } from './sshLab';
import { person } from './sshPerson';

const host = '127.0.0.1';

function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

describe('the line to an SSH server', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-lines-'));
  const key = join(folder, 'key');
  const labs: Lab[] = [];
  const servers: SshServer[] = [];
  const listeners: { close(): unknown }[] = [];
  const sockets = new Set<Socket>();
  let publicKey = '';
  let account: Account | undefined;

  before(function () {
    needs(this, 'sshd'); // its key maker, too
    publicKey = makeKey(key, 'ed25519');
  });

  afterEach(async () => {
    for (const { ssh } of labs.splice(0)) ssh.dispose();
    for (const listener of listeners.splice(0)) listener.close();
    for (const socket of sockets) socket.destroy();
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  after(() => {
    account?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function listen(speak: (socket: Socket) => void): Promise<number> {
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
      speak(socket);
    });
    listeners.push(server);
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    return portOf(server);
  }

  async function failsWith(code: FailureCode, settings: HostSettings): Promise<string> {
    const lab = labOf({ host: settings }, judgeOf());
    labs.push(lab);
    const who = person({ secret: () => 'secret', hostKey: 'once' });
    const said = failed(await lab.ssh.open('host', who, never()), code);
    deepEqual(who.secrets, []);
    return said;
  }

  it('may not come about', async () => {
    const port = await listen(() => undefined);
    listeners.splice(0).forEach((listener) => listener.close());
    match(await failsWith('hostUnreachable', settingsOf({ host, port }, 'u')), /refuses connections/);
    match(await failsWith('hostUnreachable', settingsOf({ host: 'no-such-host.invalid', port: 22 }, 'u')), /was not resolved/);
    const unreachable = settingsOf({ host: '255.255.255.255', port: 22 }, 'u', { connectTimeoutMs: 500 });
    match(await failsWith('hostUnreachable', unreachable), /255\.255\.255\.255:22/);
  });

  it('may lead to something else', async () => {
    for (const [said, pattern] of [
      ['HTTP/1.1 400 Bad Request\r\n\r\n', /said: HTTP\/1\.1 400/],
      ['SSH-1.5-old\r\n', /version 1/],
      ['\x03\x00\x00\x0b\x06\xd0\x00\x00\x12\x34\x00', /is no SSH server/],
      ['', /without a word/],
    ] as const) {
      const port = await listen((socket) => socket.end(said, 'latin1'));
      match(await failsWith('notSsh', settingsOf({ host, port }, 'u')), pattern);
    }
    const silent = await listen((socket) => socket.resume());
    match(await failsWith('notSsh', settingsOf({ host, port: silent }, 'u', { connectTimeoutMs: 300 })), /says nothing/);
  });

  it('may be closed while it is made', async () => {
    const full = await listen((socket) => socket.end('Exceeded MaxStartups\r\n'));
    match(await failsWith('connectionLost', settingsOf({ host, port: full }, 'u')), /Exceeded MaxStartups/);
    const early = await listen((socket) => socket.end('SSH-2.0-server\r\n'));
    await failsWith('connectionLost', settingsOf({ host, port: early }, 'u'));
    const stuck = await listen((socket) => socket.write('SSH-2.0-server\r\n'));
    await failsWith('timedOut', settingsOf({ host, port: stuck }, 'u', { connectTimeoutMs: 300 }));
    const broken = await listen((socket) => socket.write(`SSH-2.0-server\r\n${'x'.repeat(5000)}`));
    await failsWith('notSsh', settingsOf({ host, port: broken }, 'u', { connectTimeoutMs: 2000 }));
  });

  it('is left at once when it is cancelled, at every step', async () => {
    const steps: ((socket: Socket) => void)[] = [(socket) => socket.resume(), (socket) => socket.write('SSH-2.0-server\r\n')];
    for (const speak of steps) {
      const controller = new AbortController();
      const port = await listen((socket) => {
        speak(socket);
        controller.abort();
      });
      const lab = labOf({ host: settingsOf({ host, port }, 'u') }, judgeOf());
      labs.push(lab);
      failed(await lab.ssh.open('host', person(), controller.signal), 'cancelled');
    }
    const lab = labOf({ host: settingsOf({ host, port: 1 }, 'u') }, judgeOf());
    failed(await lab.ssh.open('host', person(), AbortSignal.abort()), 'cancelled');
  });

  it('ends a program without a word of how where the server says none', async () => {
    const listener = new SshServerOfLibrary({ hostKeys: [readFileSync(key)] }, (client) => {
      client.on('authentication', (context) => context.accept());
      client.on('error', () => client.end());
      client.on('session', (accept) => {
        accept().on('exec', (taken) => {
          const channel = taken();
          channel.end('part');
        });
      });
    });
    listeners.push(listener);
    await new Promise<void>((resolve) => listener.listen(0, host, resolve));
    const at = { host, port: portOf(listener) };
    const lab = labOf({ host: settingsOf(at, 'u') }, judgeOf({ at, line: publicKey }));
    labs.push(lab);
    const executed = value(await (await opened(lab, 'host', person())).execute(run('anything'), never()));
    deepEqual([text(executed.stdout), executed.ending], ['part', { kind: 'unknown' }]);
  });

  describe('to OpenSSH', () => {
    before(async function () {
      needsRoot(this);
      account = await createAccount(4);
    });

    async function server(...lines: string[]): Promise<SshServer> {
      const started = await startSshd({ lines });
      started.authorize(publicKey);
      servers.push(started);
      return started;
    }
    const settings = (at: SshServer, more: Partial<HostSettings> = {}): HostSettings =>
      settingsOf(at, account?.name ?? '', { identityFiles: [key], ...more });

    it('needs an algorithm both have', async () => {
      match(await failsWith('noCommonAlgorithm', settings(await server('KexAlgorithms diffie-hellman-group1-sha1'))), /key exchange algorithm/);
      match(await failsWith('noCommonAlgorithm', settings(await server('Ciphers aes128-cbc'))), /cipher/);
    });

    it('is not disturbed by a banner', async () => {
      const banner = join(folder, 'banner');
      writeFileSync(banner, 'Authorised use only\n'.repeat(50));
      const at = await server(`Banner ${banner}`);
      const lab = labOf({ host: settings(at) }, judgeOf({ at, line: at.hostKey('ed25519') }));
      labs.push(lab);
      equal(await output(await opened(lab, 'host', person()), 'printf "\\xfc\\xc3\\xbc"').then((got) => Buffer.from(got).length > 0), true);
    });

    it('may be closed while a person thinks', async () => {
      const at = await server('LoginGraceTime 1', 'PasswordAuthentication yes');
      const lab = labOf({ host: settingsOf(at, account?.name ?? '') }, judgeOf({ at, line: at.hostKey('ed25519') }));
      labs.push(lab);
      const who = person();
      const thinking = { ...who, secret: () => new Promise<string>((resolve) => setTimeout(() => resolve('late'), 2500)) };
      failed(await lab.ssh.open('host', thinking, never()), 'connectionLost');
    });

    it('may not go on from a host on the way', async () => {
      const far = await server();
      const closed = await server('AllowTcpForwarding no');
      const near = await server();
      const nowhere = { host, port: await listen(() => undefined) };
      listeners.splice(0).forEach((listener) => listener.close());
      const judge = judgeOf(...[far, closed, near].map((at) => ({ at, line: at.hostKey('ed25519') })));
      const lab = labOf(
        {
          through: settings(far, { proxyJump: ['near'] }),
          refused: settings(far, { proxyJump: ['closed'] }),
          nowhere: settingsOf(nowhere, 'u', { proxyJump: ['near'] }),
          far: settings(far),
          twice: settings(near, { hostKeyAlias: undefined, proxyJump: ['closed', 'far'] }),
          near: settings(near),
          closed: settings(closed),
        },
        judge,
      );
      labs.push(lab);
      match(failed(await lab.ssh.open('refused', person(), never()), 'hostUnreachable'), /jump host/);
      match(failed(await lab.ssh.open('twice', person(), never()), 'hostUnreachable'), /jump host/);
      match(failed(await lab.ssh.open('nowhere', person(), never()), 'hostUnreachable'), /Connection refused/);
      const executors = await Promise.all([1, 2, 3].map(() => opened(lab, 'through', person())));
      deepEqual(await Promise.all(executors.map((executor) => output(executor, 'echo through'))), ['through\n', 'through\n', 'through\n']);
      equal(near.sessions().length, 1);
      near.killSessions();
      for (const executor of executors) failed(await executor.execute(run('echo no'), never()), 'connectionLost');
      equal(await output(await opened(lab, 'through', person()), 'echo again'), 'again\n');
    });
  });
});
