// Logging in to real OpenSSH servers, in every way there is.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount, makeKey, startSshd, type Account, type SshServer } from '../lab/sshd';
import { needs, needsRoot } from '../needs';
import { failed, judgeOf, labOf, never, opened, output, settingsOf, type Lab } from './sshLab';
import { person, type ScriptedPerson } from './sshPerson';
import type { HostSettings } from '../../src/core/ssh/hostSettings';

describe('logging in over SSH', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-login-'));
  const key = join(folder, 'key');
  const locked = join(folder, 'locked');
  const labs: Lab[] = [];
  const servers: SshServer[] = [];
  let account: Account | undefined;
  const user = (): string => account?.name ?? '';
  const password = (): string => account?.password ?? '';

  before(async function () {
    needs(this, 'sshd');
    needsRoot(this);
    account = await createAccount(1);
    makeKey(key, 'ed25519');
    makeKey(locked, 'ecdsa', 'open sesame');
  });

  afterEach(async () => {
    for (const { ssh } of labs.splice(0)) ssh.dispose();
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  after(() => {
    account?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function server(...lines: string[]): Promise<SshServer> {
    const started = await startSshd({ lines });
    servers.push(started);
    return started;
  }

  function lab(at: SshServer, more: Partial<HostSettings> = {}, agentSocket?: string): Lab {
    const made = labOf(
      { host: settingsOf(at, user(), more) },
      judgeOf({ at, line: at.hostKey('ed25519') }),
      agentSocket === undefined ? {} : { agentSocket },
    );
    labs.push(made);
    return made;
  }

  async function logsIn(made: Lab, who: ScriptedPerson): Promise<void> {
    const executor = await opened(made, 'host', who);
    equal(await output(executor, 'whoami'), `${user()}\n`);
    executor.close();
  }

  it('takes a key from a file, and asks nothing', async () => {
    const at = await server();
    at.authorize(makePublic(key));
    const who = person();
    await logsIn(lab(at, { identityFiles: [join(folder, 'absent'), key] }), who);
    deepEqual(who.secrets, []);
    ok(who.phases.length >= 3);
  });

  it('takes keys of every type and format', async () => {
    const at = await server();
    for (const [name, type, format] of [
      ['rsa', 'rsa', []],
      ['ecdsa', 'ecdsa', []],
      ['pemRsa', 'rsa', ['-m', 'PEM']],
      ['pemEcdsa', 'ecdsa', ['-m', 'PEM']],
    ] as const) {
      const file = join(folder, name);
      at.authorize(makeKey(file, type, '', format));
      await logsIn(lab(at, { identityFiles: [file] }), person());
    }
  });

  it('asks for a passphrase only when the server takes the key, and again after a wrong one', async () => {
    const at = await server();
    const refused = person({ secret: () => 'open sesame' });
    failed(await lab(at, { identityFiles: [locked] }).ssh.open('host', refused, never()), 'authenticationFailed');
    deepEqual(refused.secrets, []);

    at.authorize(makePublic(locked));
    const who = person({ secret: (_question, nth) => (nth === 1 ? 'wrong' : 'open sesame') });
    await logsIn(lab(at, { identityFiles: [locked] }), who);
    deepEqual(who.secrets.map(({ kind, again }) => [kind, again]), [['passphrase', false], ['passphrase', true]]);
    deepEqual(who.kept.map((question) => question.kind === 'passphrase' && question.file), [locked]);
  });

  it('opens an old encrypted PEM file, with and without the public key beside it', async () => {
    const at = await server();
    const file = join(folder, 'oldPem');
    at.authorize(makeKey(file, 'rsa', 'old secret', ['-m', 'PEM']));
    const secret = (): string => 'old secret';
    await logsIn(lab(at, { identityFiles: [file] }), person({ secret }));
    rmSync(`${file}.pub`);
    await logsIn(lab(at, { identityFiles: [file] }), person({ secret }));
  });

  it('gives up a passphrase after three wrong ones and goes on', async () => {
    const at = await server('PasswordAuthentication yes');
    at.authorize(makePublic(locked));
    const who = person({ secret: ({ kind }) => (kind === 'password' ? password() : 'wrong') });
    await logsIn(lab(at, { identityFiles: [locked] }), who);
    deepEqual(who.secrets.map(({ kind }) => kind), ['passphrase', 'passphrase', 'passphrase', 'password']);
    deepEqual(who.kept.map(({ kind }) => kind), ['password']);
  });

  it('says what to do about a file of PuTTY', async () => {
    const at = await server();
    const file = join(folder, 'key.ppk');
    writeFileSync(file, 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n');
    const result = await lab(at, { identityFiles: [file] }).ssh.open('host', person(), never());
    match(failed(result, 'keyFileUnusable'), /key\.ppk/);
    match(JSON.stringify(result), /puttyKey/);
  });

  it('takes a password, and asks again after a wrong one', async () => {
    const at = await server('PasswordAuthentication yes');
    const who = person({ secret: (_question, nth) => (nth === 1 ? 'wrong' : password()) });
    await logsIn(lab(at), who);
    deepEqual(who.secrets.map(({ kind, again }) => [kind, again]), [['password', false], ['password', true]]);
    deepEqual(who.kept.map(({ again }) => again), [true]);
    ok(!who.lines.some((line) => line.includes(password())));
  });

  it('answers the questions of a server', async () => {
    const at = await server('KbdInteractiveAuthentication yes');
    const who = person({ secret: () => password() });
    await logsIn(lab(at), who);
    deepEqual(who.secrets.map((question) => question.kind === 'answer' && question.echo), [false]);
    match(who.secrets[0]?.kind === 'answer' ? who.secrets[0].prompt : '', /[Pp]assword:/);
    deepEqual(who.kept, who.secrets);
  });

  it('goes through a login of two steps', async () => {
    const at = await server('KbdInteractiveAuthentication yes', 'AuthenticationMethods publickey,keyboard-interactive');
    at.authorize(makePublic(key));
    const who = person({ secret: () => password() });
    await logsIn(lab(at, { identityFiles: [key] }), who);
    deepEqual(who.secrets.map(({ kind }) => kind), ['answer']);
  });

  it('names what was offered and tried', async () => {
    const at = await server('PasswordAuthentication yes');
    const who = person({ secret: () => 'wrong' });
    const text = failed(await lab(at, { identityFiles: [key] }).ssh.open('host', who, never()), 'authenticationFailed');
    match(text, new RegExp(`^${user()}@127\\.0\\.0\\.1:${at.port} did not accept the login.* offers: publickey, password\\. Tried: publickey, password\\.`));
    equal(who.secrets.length, 3);
  });

  it('says that the login was given up, and asks nothing more, once a question is not answered', async () => {
    const said = async (at: SshServer, more: Partial<HostSettings>, answers: readonly string[]): Promise<string> => {
      const who = person({ secret: (_question, nth) => answers[nth - 1] });
      const text = failed(await lab(at, more).ssh.open('host', who, never()), 'authenticationFailed');
      equal(who.secrets.length, answers.length + 1);
      return text.slice(0, text.indexOf('It offers')) + (/Not accepted before: (.*)\.$/.exec(text)?.[1] ?? '');
    };
    const givenUp = (at: SshServer): string => `The login to ${user()}@127.0.0.1:${at.port} was given up: a question was not answered. `;
    const both = await server('PasswordAuthentication yes', 'KbdInteractiveAuthentication yes');
    equal(await said(both, { identityFiles: [key] }, []), `${givenUp(both)}publickey`);
    const words = await server('PasswordAuthentication yes');
    equal(await said(words, {}, []), givenUp(words));
    equal(await said(words, {}, ['wrong']), `${givenUp(words)}password`);
    const keys = await server();
    keys.authorize(makePublic(locked));
    equal(await said(keys, { identityFiles: [locked] }, []), givenUp(keys));
  });

  it('ends where the server denies the user', async () => {
    const at = await server(`DenyUsers ${user()}`);
    at.authorize(makePublic(key));
    failed(await lab(at, { identityFiles: [key] }).ssh.open('host', person(), never()), 'authenticationFailed');
  });

  describe('with an agent', () => {
    let socket = '';
    let pid = 0;

    before(() => {
      const said = execFileSync('ssh-agent', ['-s', '-a', join(folder, 'agent')], { encoding: 'utf8' });
      socket = /SSH_AUTH_SOCK=([^;]+)/.exec(said)?.[1] ?? '';
      pid = Number(/SSH_AGENT_PID=(\d+)/.exec(said)?.[1]);
    });

    after(() => {
      if (pid > 0) process.kill(pid);
    });

    const add = (file: string): void => {
      execFileSync('ssh-add', ['-q', file], { env: { ...process.env, SSH_AUTH_SOCK: socket }, stdio: 'pipe' });
    };

    it('takes its keys of every type', async () => {
      for (const type of ['ed25519', 'ecdsa', 'rsa'] as const) {
        const at = await server();
        const file = join(folder, `agent_${type}`);
        at.authorize(makeKey(file, type));
        add(file);
        await logsIn(lab(at, { identityAgent: undefined }, socket), person());
        execFileSync('ssh-add', ['-q', '-D'], { env: { ...process.env, SSH_AUTH_SOCK: socket }, stdio: 'pipe' });
      }
    });

    it('offers only named keys where the configuration says so, and says what too many do', async () => {
      for (let number = 0; number < 7; number++) {
        makeKey(join(folder, `many${number}`), 'ed25519');
        add(join(folder, `many${number}`));
      }
      const at = await server();
      at.authorize(makePublic(join(folder, 'many6')));
      const identityFiles = [join(folder, 'many6.pub')];
      const crowded = lab(at, { identityAgent: socket });
      match(failed(await crowded.ssh.open('host', person(), never()), 'authenticationFailed'), /too many/);
      await logsIn(lab(at, { identityAgent: socket, identityFiles, identitiesOnly: true }), person());
    });

    it('goes on without one that does not answer', async () => {
      const at = await server();
      at.authorize(makePublic(key));
      const who = person();
      await logsIn(lab(at, { identityAgent: join(folder, 'nobody'), identityFiles: [key] }), who);
      ok(who.lines.some((line) => line.includes('No agent answers')));
    });
  });

  const makePublic = (file: string): string => readFileSync(`${file}.pub`, 'utf8').trim();
});
