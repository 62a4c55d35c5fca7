// Host keys, on real OpenSSH servers: what is decided before anything about a user is said.

import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { succeed } from '../../src/core/result';
import type { HostSettings } from '../../src/core/ssh/hostSettings';
import type { HostKeyJudge } from '../../src/node/sshHostKeys';
import { makeKey, startSshd, type SshServer } from '../lab/sshd';
import { needs } from '../needs';
import { failed, judgeOf, labOf, never, opened, output, settingsOf, value, type Lab } from './sshLab';
import { person } from './sshPerson';

describe('host keys over SSH', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-hostkeys-'));
  const key = join(folder, 'key');
  let user = '';
  const labs: Lab[] = [];
  let server: SshServer | undefined;
  let jump: SshServer | undefined;

  before(async function () {
    needs(this, 'sshd');
    // Not the runtime's word: not every one knows it.
    user = execFileSync('id', ['-un'], { encoding: 'utf8' }).trim();
    const publicKey = makeKey(key, 'ed25519');
    server = await startSshd({ hostKeys: ['ed25519', 'ecdsa', 'rsa'], lines: ['UsePAM no', 'PermitRootLogin yes'] });
    jump = await startSshd({ lines: ['UsePAM no', 'PermitRootLogin yes'] });
    for (const at of [server, jump]) at.authorize(publicKey);
  });

  afterEach(() => {
    for (const { ssh } of labs.splice(0)) ssh.dispose();
  });

  after(async () => {
    await Promise.all([server?.stop(), jump?.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const started = (at: SshServer | undefined): SshServer => {
    if (at === undefined) throw new Error('no server');
    return at;
  };
  const settings = (more: Partial<HostSettings> = {}): HostSettings => settingsOf(started(server), user, { identityFiles: [key], ...more });

  function lab(judge: HostKeyJudge, more: Partial<HostSettings> = {}): Lab {
    const made = labOf({ host: settings(more), jump: settingsOf(started(jump), user, { identityFiles: [key] }) }, judge);
    labs.push(made);
    return made;
  }

  /** Whether the server heard of a user since `before`. */
  const heardOfUser = (before: number): boolean => started(server).log().slice(before).includes('userauth-request');

  it('of a type that is known are asked for, though the server has others', async () => {
    for (const type of ['ed25519', 'ecdsa', 'rsa'] as const) {
      const at = started(server);
      const who = person();
      const executor = await opened(lab(judgeOf({ at, line: at.hostKey(type) })), 'host', who);
      equal(await output(executor, 'echo here'), 'here\n');
      deepEqual(who.hostKeys, []);
    }
  });

  it('that nothing vouches for are asked about, and refused', async () => {
    const who = person({ hostKey: 'refuse' });
    const before = started(server).log().length;
    const made = lab(judgeOf());
    const text = failed(await made.ssh.open('host', who, never()), 'hostKeyUnknown');
    const [question] = who.hostKeys;
    if (question === undefined) throw new Error('not asked');
    equal(question.host, `[127.0.0.1]:${started(server).port}`);
    equal(question.keyType, 'ssh-ed25519');
    match(question.fingerprint, /^SHA256:[\w+/]{43}$/);
    ok(text.includes(question.fingerprint));
    deepEqual(made.store.keys, []);
    ok(!heardOfUser(before));
  });

  it('are taken once, or remembered', async () => {
    const once = lab(judgeOf());
    await opened(once, 'host', person({ hostKey: 'once' }));
    deepEqual(once.store.keys, []);
    const kept = lab(judgeOf());
    await opened(kept, 'host', person({ hostKey: 'remember' }));
    const [type, blob] = started(server).hostKey('ed25519').split(' ');
    deepEqual(kept.store.keys, [{ host: `[127.0.0.1]:${started(server).port}`, keyType: type, key: blob }]);
  });

  it('are never taken unseen, whatever the configuration says', async () => {
    for (const strictHostKeyChecking of ['no', 'off', 'accept-new'] as const) {
      const who = person();
      failed(await lab(judgeOf(), { strictHostKeyChecking }).ssh.open('host', who, never()), 'hostKeyUnknown');
      equal(who.hostKeys.length, 1);
      ok(who.lines.some((line) => line.includes(`StrictHostKeyChecking ${strictHostKeyChecking}`)));
    }
    const who = person({ hostKey: 'once' });
    failed(await lab(judgeOf(), { strictHostKeyChecking: 'yes' }).ssh.open('host', who, never()), 'hostKeyUnknown');
    deepEqual(who.hostKeys, []);
  });

  it('that have changed or are revoked end it before the login, without a question', async () => {
    const at = started(server);
    const before = at.log().length;
    const who = person({ hostKey: 'once', secret: () => 'secret' });
    const other = started(jump).hostKey('ed25519');
    const changed = failed(await lab(judgeOf({ at, line: other })).ssh.open('host', who, never()), 'hostKeyChanged');
    match(changed, /SHA256:[\w+/]{43}.*memory:1.*SHA256:old/);
    const by = { file: 'known_hosts', line: 7, keyType: 'ssh-ed25519', fingerprint: 'SHA256:x' };
    const revoking: HostKeyJudge = { knownTypes: async () => [], judge: async () => succeed({ kind: 'revoked', by }) };
    match(failed(await lab(revoking).ssh.open('host', who, never()), 'hostKeyRevoked'), /known_hosts:7/);
    deepEqual([who.hostKeys, who.secrets], [[], []]);
    ok(!heardOfUser(before));
  });

  it('are looked up under the alias of the configuration', async () => {
    const who = person({ hostKey: 'once' });
    await opened(lab(judgeOf(), { hostKeyAlias: 'rds-07' }), 'host', who);
    deepEqual(who.hostKeys.map(({ host }) => host), ['rds-07']);
  });

  it('are judged at every host on the way', async () => {
    const at = started(server);
    const vouched = judgeOf({ at, line: at.hostKey('rsa') });
    const who = person({ hostKey: 'once' });
    const executor = await opened(lab(vouched, { proxyJump: ['jump'] }), 'host', who);
    equal(await output(executor, 'echo there'), 'there\n');
    deepEqual(who.hostKeys.map(({ host, through }) => [host, through]), [[`[127.0.0.1]:${started(jump).port}`, undefined]]);

    const through = `${user}@127.0.0.1:${started(jump).port}`;
    const second = person({ hostKey: async ({ through: via }) => (via === undefined ? 'once' : 'refuse') });
    failed(await lab(judgeOf(), { proxyJump: ['jump'] }).ssh.open('host', second, never()), 'hostKeyUnknown');
    deepEqual(second.hostKeys.map(({ through: via }) => via), [undefined, through]);

    const wrong = judgeOf({ at: started(jump), line: at.hostKey('ed25519') });
    failed(await lab(wrong, { proxyJump: ['jump'] }).ssh.open('host', person(), never()), 'hostKeyChanged');
  });

  it('stay a question for as long as a person needs, and end with it', async () => {
    const controller = new AbortController();
    const who = person({
      hostKey: (_question, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve('refuse'), { once: true });
          controller.abort();
        }),
    });
    failed(await lab(judgeOf()).ssh.open('host', who, controller.signal), 'cancelled');
    const slow = person({ hostKey: () => new Promise((resolve) => setTimeout(() => resolve('once'), 700)) });
    await opened(lab(judgeOf(), { connectTimeoutMs: 400 }), 'host', slow);
  });

  it('are asked about once by all who wait, of whom one may leave', async () => {
    const leaving = new AbortController();
    const who = person({
      hostKey: () =>
        new Promise((resolve) => {
          leaving.abort();
          setTimeout(() => resolve('once'), 50);
        }),
    });
    const made = lab(judgeOf());
    const [left, stayed] = await Promise.all([made.ssh.open('host', who, leaving.signal), made.ssh.open('host', who, never())]);
    failed(left, 'cancelled');
    equal(await output(value(stayed), 'echo stayed'), 'stayed\n');
    equal(who.hostKeys.length, 1);
  });

  it('bring a mistake of ours to whoever waits, and the next one starts anew', async () => {
    const made = lab(judgeOf());
    const broken = person({ hostKey: () => Promise.reject(new Error('a mistake')) });
    await rejects(made.ssh.open('host', broken, never()), /a mistake/);
    await opened(made, 'host', person({ hostKey: 'once' }));
  });

  it('of a way without end are not asked for', async () => {
    const at = started(server);
    const made = labOf(
      { host: settings({ proxyJump: ['b'] }), b: settingsOf(started(jump), user, { proxyJump: ['host'] }), proxied: settings({ proxyCommand: 'nc %h %p' }) },
      judgeOf({ at, line: at.hostKey('ed25519') }),
    );
    labs.push(made);
    match(failed(await made.ssh.open('host', person(), never()), 'sshTargetUnusable'), / > /);
    match(failed(await made.ssh.open('proxied', person(), never()), 'sshTargetUnusable'), /ProxyCommand/);
  });
});
