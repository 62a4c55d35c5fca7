// `rdp-diagnostics check --ssh` against real OpenSSH servers of this machine. The listener asked beside it is a port nobody listens on,
// so that an exit code of 1 is its verdict and 2 that of SSH.
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount, makeKey, startSshd, type Account, type SshServer } from '../lab/sshd';
import { needs, needsRoot } from '../needs';
import { json, program, rdpDiagnostics, runProgram, type Ran } from './commandLine';
import { atTerminal } from './terminal';

const unheard = '127.0.0.1:1';

interface Contract {
  readonly host: string;
  readonly port: number;
  readonly remote: { readonly failure?: { readonly code: string; readonly message: string; readonly remedy: string } };
  readonly listener: { readonly state: string };
  readonly snapshot: { readonly failure?: { readonly code: string; readonly message: string; readonly remedy: string } };
  readonly findings: readonly object[];
}

const contract = (ran: Ran): Contract => json(ran) as Contract;

describe('rdp-diagnostics check --ssh', () => {
  for (const [words, says] of [
    [['--ssh', '-oProxyCommand=touch x'], /--ssh/],
    [['--ssh=-oProxyCommand=touch x'], /"-oProxyCommand=touch x" is not an alias/],
    [['--ssh', 'a;b'], /"a;b" is not an alias/],
    [['--ssh', ''], /is not an alias/],
    [['--ssh', 'host', 'a', 'b'], /at most one HOST/],
    [['--ssh', 'host', '--accept-host-key', 'MD5:00'], /--accept-host-key is a fingerprint/],
    [['host', '--identity', 'file'], /--identity is for --ssh/],
    [['host', '--known-hosts', 'file'], /--known-hosts is for --ssh/],
    [['host', '--only', 'security'], /--only is for --ssh/],
    [['host', '--days', '3'], /--days is for --ssh/],
    [['host', '--save', 'x.rdpsnapshot.json'], /--save is for --ssh/],
    [['--ssh', 'host', '--only', 'all'], /--only is one of listener, security, licensing, not "all"/],
    [['--ssh', 'host', '--days', '0'], /--days is a whole number from 1 to 3650, not "0"/],
    [['--ssh', 'host', '--days', '1.5'], /--days is a whole number/],
    [['--ssh', 'host', '--save', 'x.json'], /--save takes a name that ends in \.rdpsnapshot\.json, not "x\.json"/],
    [['--ssh', 'host', '--identity', '/nowhere/key'], /\/nowhere\/key cannot be read: it does not exist/],
    [['--ssh', 'host', '--known-hosts', '/nowhere/hosts'], /\/nowhere\/hosts cannot be read: it does not exist/],
  ] as const) {
    it(`refuses "${words.join(' ')}" with a sentence and exit code 2`, async () => {
      const { code, out, err } = await rdpDiagnostics('check', ...words);
      deepEqual([code, out], [2, ''], err);
      match(err, says);
    });
  }

  describe('to a server', function () {
    this.timeout(120_000);
    const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-check-'));
    const key = join(folder, 'key');
    const known = join(folder, 'known_hosts');
    // No agent of whoever runs the tests.
    const env = { ...process.env, SSH_AUTH_SOCK: '' };
    let account: Account | undefined;
    let server: SshServer | undefined;

    before(async function () {
      needs(this, 'sshd');
      needsRoot(this);
      account = await createAccount(51);
      server = await startSshd({ lines: ['PasswordAuthentication yes'] });
      server.authorize(makeKey(key, 'ed25519'));
      know(server.hostKey('ed25519'));
    });

    after(async () => {
      await server?.stop();
      account?.remove();
      rmSync(folder, { recursive: true, force: true });
    });

    const place = (): string => `[${server?.host ?? ''}]:${server?.port ?? 0}`;
    const know = (hostKey: string): void => writeFileSync(known, `${place()} ${hostKey}\n`);
    const target = (): string => `${account?.name ?? ''}@${server?.host ?? ''}:${server?.port ?? 0}`;
    const commandLine = (...words: readonly string[]): readonly string[] => [process.execPath, program, 'check', '--ssh', target(), ...words];
    const check = (...words: readonly string[]): Promise<Ran> => runProgram(commandLine(...words), env);
    const fingerprint = (): string => {
      const file = join(folder, 'shown.pub');
      writeFileSync(file, `${server?.hostKey('ed25519') ?? ''}\n`);
      return execFileSync('ssh-keygen', ['-lf', file], { encoding: 'utf8' }).split(' ')[1] ?? '';
    };

    it('names a host that is not Windows, and prints what the listener answered', async () => {
      const ran = await check(unheard, '--identity', key, '--known-hosts', known, '--format', 'json');
      const { host, port, remote, listener, snapshot } = contract(ran);
      deepEqual([ran.code, host, port, listener.state, remote.failure?.code], [2, '127.0.0.1', 1, 'refused', 'notWindows']);
      deepEqual(Object.keys(json(ran) as object), ['host', 'port', 'remote', 'listener', 'snapshot', 'findings']);
      deepEqual(snapshot, remote);
      match(remote.failure?.message ?? '', /is not Windows: a Unix shell answers there \(bash\)/);
      equal(ran.err, `${remote.failure?.message ?? ''} ${remote.failure?.remedy ?? ''}\n`);
      const text = await check(unheard, '--identity', key, '--known-hosts', known);
      deepEqual([text.code, text.err], [2, ran.err]);
      match(text.out, /^127\.0\.0\.1:1 +checked/);
      match(text.out, /is not Windows/);
    });

    it('saves nothing where nothing was collected', async () => {
      const file = join(folder, 'none.rdpsnapshot.json');
      const ran = await check(unheard, '--identity', key, '--known-hosts', known, '--save', file);
      deepEqual([ran.code, existsSync(file)], [2, false]);
    });

    it('asks the listener of the host that ssh would connect to', async () => {
      const { host, port } = contract(await check('--identity', key, '--known-hosts', known, '--format', 'json'));
      deepEqual([host, port], ['127.0.0.1', 3389]);
    });

    it('leaves "remote" out where SSH was not asked for', async () => {
      const ran = await rdpDiagnostics('check', unheard, '--format', 'json');
      equal(ran.code, 1);
      deepEqual(Object.keys(json(ran) as object), ['host', 'port', 'listener', 'findings']);
    });

    describe('whose host key nobody knows', () => {
      const empty = join(folder, 'empty');
      before(() => writeFileSync(empty, ''));

      it('says its type and fingerprint and how to accept it', async () => {
        const before = server?.log().length;
        const ran = await check(unheard, '--identity', key, '--known-hosts', empty, '--format', 'json');
        const { remote } = contract(ran);
        deepEqual([ran.code, remote.failure?.code], [2, 'hostKeyUnknown']);
        for (const said of [place(), 'ssh-ed25519', fingerprint(), `--accept-host-key ${fingerprint()}`]) ok(ran.err.includes(said), ran.err);
        const log = server?.log().slice(before) ?? '';
        match(log, /expecting SSH2_MSG_NEWKEYS/);
        doesNotMatch(log, /userauth-request/);
      });

      it('accepts the one that was named, and writes it nowhere', async () => {
        const ran = await check(unheard, '--identity', key, '--known-hosts', empty, '--accept-host-key', fingerprint(), '--format', 'json');
        equal(contract(ran).remote.failure?.code, 'notWindows');
        equal(readFileSync(empty, 'utf8'), '');
      });

      it('refuses it where another one was named', async () => {
        const other = `SHA256:${'A'.repeat(43)}`;
        const ran = await check(unheard, '--identity', key, '--known-hosts', empty, '--accept-host-key', other, '--format', 'json');
        deepEqual([ran.code, contract(ran).remote.failure?.code], [2, 'hostKeyUnknown']);
        ok(ran.err.includes(`--accept-host-key ${fingerprint()}`), ran.err);
      });
    });

    it('is not talked into a host key that has changed', async () => {
      know(makeKey(join(folder, 'other'), 'ed25519'));
      const ran = await check(unheard, '--identity', key, '--known-hosts', known, '--accept-host-key', fingerprint(), '--format', 'json');
      know(server?.hostKey('ed25519') ?? '');
      deepEqual([ran.code, contract(ran).remote.failure?.code], [2, 'hostKeyChanged']);
      ok(ran.err.includes(`${known}:1`), ran.err);
      equal(ran.err.split(fingerprint()).length - 1, 1, ran.err);
    });

    it('says which host cannot be reached, within its time', async () => {
      const ran = await rdpDiagnostics('check', unheard, '--ssh', '127.0.0.1:1', '--timeout', '5', '--format', 'json');
      deepEqual([ran.code, contract(ran).remote.failure?.code], [2, 'hostUnreachable']);
      match(ran.err, /127\.0\.0\.1:1 refuses connections/);
    });

    it('asks nobody where there is no terminal, and takes nothing from standard input', async () => {
      const ran = await runProgram(commandLine(unheard, '--known-hosts', known, '--format', 'json'), env, `${account?.password ?? ''}\n`);
      deepEqual([ran.code, contract(ran).remote.failure?.code], [2, 'authenticationFailed']);
      doesNotMatch(ran.err, /Password/);
    });

    it('asks at the terminal, masked, and again after a wrong password', async () => {
      const words = commandLine(unheard, '--known-hosts', known, '--format', 'json');
      const { code, screen } = await atTerminal(words, [[/Password of .* on 127\.0\.0\.1:\d+: $/, 'wrong guess\r'], [/That was not accepted\. Password of .*: $/, `Xx\x15${account?.password ?? ''}q\x7f\r`]], env);
      equal(code, 2);
      match(screen, /"code":"notWindows"/);
      for (const typed of ['wrong guess', account?.password ?? '', 'Xx']) ok(!screen.includes(typed), screen);
    });

    it('ends where whoever is asked gives up', async () => {
      const words = commandLine(unheard, '--known-hosts', known);
      const left = await atTerminal(words, [[/Password of .*: $/, '\x04']], env);
      equal(left.code, 2);
      match(left.screen, /was given up: a question was not answered/);
      const interrupted = await atTerminal(words, [[/Password of .*: $/, 'abc\x03']], env);
      equal(interrupted.code, 2);
      match(interrupted.screen, /cancelled/i);
    });
  });
});
