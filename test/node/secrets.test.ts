// Secrets that were typed, right ones and wrong ones, on every way to log in and to fail; then everything that was said, returned,
// thrown, written, sent or shown by the system is searched for them.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { SecretQuestion, ShellPerson } from '../../src/core/ports';
import type { HostSettings } from '../../src/core/ssh/hostSettings';
import { greet } from '../../src/core/shell/greeting';
import { shellOver } from '../../src/core/shell/shell';
import { createHostKeyJudge } from '../../src/node/hostKeys';
import { createKeyFile } from '../../src/node/rememberedKeys';
import { createSshExecutors, type SshExecutors } from '../../src/node/sshShell';
import { canary, searchFor, type Search } from '../lab/canaries';
import { createAccount, makeKey, startSshd, type Account, type SshServer } from '../lab/sshd';
import { startProxy, type Proxy } from '../lab/tcpProxy';
import { needs, needsRoot, needsSystem } from '../needs';
import { run, settingsOf } from './sshLab';
import { person, type ScriptedPerson } from './sshPerson';
import { succeed } from '../../src/core/result';

const secret = { password: canary('Password'), wrong: canary('Wrong'), passphrase: canary('Passphrase'), answer: canary('Answer') };
const all = Object.values(secret);

describe('the search for secrets', () => {
  const utf16be = Buffer.from(secret.password, 'utf16le').swap16();
  for (const [form, text] of [
    ['clear', `x${secret.password}x`],
    ['base64', Buffer.from(secret.password).toString('base64')],
    ['base64 after one byte', Buffer.from(`:${secret.password}:`).toString('base64')],
    ['base64 after two bytes', Buffer.from(`::${secret.password}:`).toString('base64url')],
    ['hex', Buffer.from(secret.password).toString('hex')],
    ['dumped hex', inspect(Buffer.from(`abc${secret.password}`))],
    ['UTF-16', Buffer.from(secret.password, 'utf16le')],
    ['UTF-16 the other way round', utf16be],
    ['UTF-16 in base64', Buffer.from(`(${secret.password}`, 'utf16le').toString('base64')],
  ] as const) {
    it(`finds one in ${form}`, () => {
      const search = searchFor(all);
      search.text('here', text);
      deepEqual([...new Set(search.leaks().map((leak) => leak.secret))], [secret.password]);
    });
  }

  it('finds one in a file, in the name of a file, and in a process', async function () {
    needsSystem(this, 'Linux');
    const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-found-'));
    mkdirSync(join(folder, secret.wrong));
    writeFileSync(join(folder, secret.wrong, 'file'), `x${secret.answer}`);
    const child = spawn('sleep', ['60'], { argv0: secret.password, env: { PASSPHRASE: secret.passphrase } });
    await new Promise((resolve) => child.once('spawn', resolve));
    const search = searchFor(all);
    search.files(folder);
    search.processes();
    child.kill();
    rmSync(folder, { recursive: true, force: true });
    deepEqual(search.leaks().map((leak) => leak.secret).sort(), [secret.answer, secret.wrong, secret.wrong, secret.passphrase, secret.password].sort());
  });

  it('finds nothing where there is nothing', () => {
    const search = searchFor(all);
    search.text('here', `canary${'x'.repeat(1000)}bird`);
    deepEqual(search.leaks(), []);
  });
});

interface Flow {
  readonly name: string;
  readonly lines: readonly string[];
  readonly settings?: Partial<HostSettings>;
  /** By the number of the question. */
  readonly secret: (question: SecretQuestion, nth: number) => string | undefined;
  /** What comes of it: the code of the failure, or that of what runs then. */
  readonly code: string;
  readonly asked: number;
}

describe('secrets', function () {
  this.timeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-secrets-'));
  const locked = join(folder, 'locked');
  const lockedPem = join(folder, 'lockedPem');
  const store = createKeyFile(join(folder, 'hostKeys.json'));
  const search = searchFor(all);
  const servers: SshServer[] = [];
  const proxies: Proxy[] = [];
  const opened: SshExecutors[] = [];
  let account: Account | undefined;
  const publicKeys: string[] = [];

  before(async function () {
    needs(this, 'sshd');
    needsRoot(this);
    account = await createAccount(61, '/bin/bash', secret.password);
    publicKeys.push(makeKey(locked, 'ecdsa', secret.passphrase), makeKey(lockedPem, 'rsa', secret.passphrase, ['-m', 'PEM']));
  });

  afterEach(async () => {
    for (const ssh of opened.splice(0)) ssh.dispose();
    await Promise.all(proxies.splice(0).map((proxy) => proxy.stop()));
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  after(() => {
    account?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(lines: readonly string[], into: Search): Promise<{ readonly server: SshServer; readonly proxy: Proxy }> {
    const server = await startSshd({ lines });
    servers.push(server);
    for (const publicKey of publicKeys) server.authorize(publicKey);
    const sent: Buffer[] = [];
    const proxy = await startProxy(server, { watch: (bytes) => void sent.push(bytes) });
    proxies.push({ ...proxy, stop: async () => (into.text('the line', Buffer.concat(sent)), proxy.stop()) });
    return { server, proxy };
  }

  function executors(proxy: Proxy, more: Partial<HostSettings> = {}): SshExecutors {
    const settings = settingsOf(proxy, account?.name ?? '', more);
    const ssh = createSshExecutors({
      resolve: async () => succeed(settings),
      judge: createHostKeyJudge(store),
      store,
      agents: { platform: process.platform, env: {} },
    });
    opened.push(ssh);
    return ssh;
  }

  /** Everything there is to see of a person who was asked, except the answers. */
  function searchPerson(who: ScriptedPerson, into: Search): void {
    for (const key of ['hostKeys', 'secrets', 'kept', 'lines', 'phases'] as const) {
      into.text(key, JSON.stringify(who[key]));
      into.text(key, inspect(who[key], { depth: 20, showHidden: true }));
    }
  }

  /** What came of a flow: its failure, or what is there to see of the shell and of a run on it. */
  async function carryOut(ssh: SshExecutors, who: ShellPerson, into: Search): Promise<string> {
    const signal = new AbortController().signal;
    const result = await ssh.open('host', who, signal);
    into.processes();
    into.text('the result', inspect(result, { depth: 20, showHidden: true }));
    if (!result.ok) return result.failure.code;
    const executed = await result.value.execute(run('env; set; ps -ef; cat /proc/self/environ /proc/self/cmdline'), signal);
    into.text('a program there', inspect(executed, { depth: 20, maxArrayLength: null }));
    if (executed.ok) into.text('its output', Buffer.concat([executed.value.stdout, executed.value.stderr]));
    const greeted = await greet(shellOver(result.value, () => '0123456789abcdef'), signal);
    into.processes();
    into.text('a script there', inspect(greeted, { depth: 20 }));
    result.value.close();
    return greeted.ok ? 'succeeded' : greeted.failure.code;
  }

  const password = ['PasswordAuthentication yes'];
  const dialog = ['KbdInteractiveAuthentication yes'];
  const nth = (...answers: readonly (string | undefined)[]) => (_question: SecretQuestion, asked: number) => answers[asked - 1];
  const withKey: Partial<HostSettings> = { identityFiles: [locked] };

  const flows: readonly Flow[] = [
    { name: 'a wrong password, then the right one', lines: password, secret: nth(secret.wrong, secret.password), code: 'notWindows', asked: 2 },
    { name: 'only wrong passwords', lines: password, secret: nth(secret.wrong, secret.passphrase, secret.answer), code: 'authenticationFailed', asked: 3 },
    { name: 'a wrong answer, then the right one', lines: dialog, secret: nth(secret.answer, secret.password), code: 'notWindows', asked: 2 },
    { name: 'a wrong answer, then none', lines: dialog, secret: nth(secret.answer), code: 'authenticationFailed', asked: 2 },
    { name: 'a wrong passphrase, then the right one', lines: [], settings: withKey, secret: nth(secret.wrong, secret.passphrase), code: 'notWindows', asked: 2 },
    { name: 'the passphrase of an old key file', lines: [], settings: { identityFiles: [lockedPem] }, secret: nth(secret.wrong, secret.passphrase), code: 'notWindows', asked: 2 },
    { name: 'only wrong passphrases', lines: [], settings: withKey, secret: nth(secret.wrong, secret.password, secret.answer), code: 'authenticationFailed', asked: 3 },
    {
      name: 'a passphrase and a password',
      lines: [...password, 'AuthenticationMethods publickey,password'],
      settings: withKey,
      secret: nth(secret.passphrase, secret.wrong, secret.password),
      code: 'notWindows',
      asked: 3,
    },
    { name: 'a server that ends the login after one attempt', lines: [...password, 'MaxAuthTries 1'], secret: nth(secret.wrong, secret.password), code: 'authenticationFailed', asked: 1 },
  ];

  for (const { name, lines, settings, secret: answers, code, asked } of flows) {
    it(`leave no trace: ${name}`, async () => {
      const { server, proxy } = await start(lines, search);
      const who = person({ hostKey: 'remember', secret: answers });
      const came = await carryOut(executors(proxy, settings), who, search);
      deepEqual([came, who.secrets.length], [code, asked], who.lines.join('\n'));
      searchPerson(who, search);
      search.text('the log of the server', server.log());
      deepEqual(search.leaks(), []);
    });
  }

  it('leave no trace where the server is killed, the person leaves, or a mistake is thrown while they are typed', async () => {
    for (const disturb of [
      ({ server }: { readonly server: SshServer }) => server.killSessions(),
      ({ controller }: { readonly controller: AbortController }) => controller.abort(),
      () => {
        throw new Error('a mistake of the tests');
      },
    ]) {
      const { server, proxy } = await start(password, search);
      const controller = new AbortController();
      const who = person({
        hostKey: 'remember',
        secret: () => {
          disturb({ server, controller });
          return secret.password;
        },
      });
      const came = await executors(proxy).open('host', who, controller.signal).catch((error: unknown) => error);
      equal(who.secrets.length, 1);
      search.text('what came', inspect(came, { depth: 20, showHidden: true }));
      search.text('its stack', came instanceof Error ? (came.stack ?? '') : '');
      search.processes();
      searchPerson(who, search);
    }
    deepEqual(search.leaks(), []);
  });

  it('are in no file: not in ours, not in a home', () => {
    search.files(folder);
    search.files(`/home/${account?.name ?? ''}`);
    deepEqual(search.leaks(), []);
    ok(search.searched() > 1_000_000, `only ${search.searched()} bytes were searched`);
  });

  it('would be found in a log that has one', async () => {
    const into = searchFor(all);
    const { proxy } = await start(password, into);
    const who = person({ hostKey: 'remember', secret: () => secret.password });
    const talkative: ShellPerson = {
      ...who,
      secret: async (question, signal) => {
        const answer = await who.secret(question, signal);
        who.log.info(`answered: ${Buffer.from(answer ?? '').toString('base64')}`);
        return answer;
      },
    };
    await carryOut(executors(proxy), talkative, into);
    searchPerson(who, into);
    deepEqual([...new Set(into.leaks().map(({ place, form }) => `${place}: ${form}`))], ['lines: base64']);
  });
});
