// Running programs on real OpenSSH servers: how they end, what is cut off, and that nothing stays behind on either side.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Executor } from '../../src/core/ports';
import type { HostSettings } from '../../src/core/ssh/hostSettings';
import { processesWith } from '../lab/processTable';
import { createAccount, makeKey, startSshd, type Account, type SshServer } from '../lab/sshd';
import { startProxy, type Line, type Proxy } from '../lab/tcpProxy';
import { needs, needsRoot } from '../needs';
import { failed, judgeOf, labOf, never, opened, output, run, settingsOf, text, value, type Lab } from './sshLab';
import { person } from './sshPerson';

/** A number of seconds nobody else sleeps, to know our programs by. */
const marked = (): string => `${3000 + Math.floor(Math.random() * 1000)}.${process.pid}`;

async function untilGone(mark: string): Promise<void> {
  for (let tries = 0; tries < 500 && processesWith(mark).length > 0; tries++) await pause(10);
  deepEqual(processesWith(mark), []);
}

async function untilRuns(mark: string): Promise<void> {
  for (let tries = 0; tries < 500 && processesWith(mark).length === 0; tries++) await pause(10);
  ok(processesWith(mark).length > 0, 'it did not start');
}

describe('programs over SSH', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-programs-'));
  const key = join(folder, 'key');
  let user = '';
  let account: Account | undefined;
  const labs: Lab[] = [];
  const proxies: Proxy[] = [];
  let publicKey = '';
  let server: SshServer | undefined;
  let narrow: SshServer | undefined;

  before(async function () {
    needs(this, 'sshd');
    needsRoot(this);
    // Not root: OpenSSH passes no signals on to its programs.
    account = await createAccount(2);
    user = account.name;
    publicKey = makeKey(key, 'ed25519');
    server = await startSshd();
    narrow = await startSshd({ lines: ['MaxSessions 2'] });
    for (const at of [server, narrow]) at.authorize(publicKey);
  });

  afterEach(async () => {
    for (const { ssh } of labs.splice(0)) ssh.dispose();
    await Promise.all(proxies.splice(0).map((proxy) => proxy.stop()));
  });

  after(async () => {
    await Promise.all([server?.stop(), narrow?.stop()]);
    account?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const started = (at: SshServer | undefined): SshServer => {
    if (at === undefined) throw new Error('no server');
    return at;
  };

  function lab(at = started(server), more: Partial<HostSettings> = {}, idleMs?: number): Lab {
    const made = labOf(
      { host: settingsOf(at, user, { identityFiles: [key], ...more }) },
      judgeOf({ at, line: at.hostKey('ed25519') }),
      idleMs === undefined ? {} : { idleMs },
    );
    labs.push(made);
    return made;
  }

  async function over(line: Line, more: Partial<HostSettings> = {}): Promise<Lab> {
    const at = started(server);
    const proxy = await startProxy(at, line);
    proxies.push(proxy);
    const made = labOf({ host: settingsOf(proxy, user, { identityFiles: [key], ...more }) }, judgeOf({ at: proxy, line: at.hostKey('ed25519') }));
    labs.push(made);
    return made;
  }

  const open = (made = lab()): Promise<Executor> => opened(made, 'host', person());

  it('end with a code, by a signal, with output of both kinds', async () => {
    const executor = await open();
    equal(executor.machine, `${user}@127.0.0.1:${started(server).port}`);
    const ended = value(await executor.execute(run('echo out; echo err >&2; exit 7'), never()));
    deepEqual([text(ended.stdout), text(ended.stderr), ended.ending], ['out\n', 'err\n', { kind: 'exit', code: 7 }]);
    deepEqual(value(await executor.execute(run('kill -KILL $$'), never())).ending, { kind: 'signal', signal: 'KILL' });
  });

  it('read what is written to them, to the last byte', async () => {
    const executor = await open();
    const input = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256));
    const ended = value(await executor.execute(run('cat', { input }), never()));
    ok(input.equals(ended.stdout));
    deepEqual(value(await executor.execute(run('true', { input: Buffer.alloc(5_000_000) }), never())).ending, { kind: 'exit', code: 0 });
  });

  it('are ended when they write too much', async () => {
    const executor = await open();
    const mark = marked();
    match(failed(await executor.execute(run(`yes ${mark}`, { mostBytes: 100_000 }), never()), 'outputTooLarge'), /100000/);
    failed(await executor.execute(run(`yes ${mark} >&2`, { mostBytes: 100_000 }), never()), 'outputTooLarge');
    await untilGone(mark);
    equal(await output(executor, 'echo still'), 'still\n');
  });

  it('are ended when their time is over', async () => {
    const executor = await open();
    const mark = marked();
    failed(await executor.execute(run(`sleep ${mark}`, { timeoutMs: 300 }), never()), 'timedOut');
    await untilGone(mark);
  });

  it('are ended when they are cancelled, even when they do not listen', async () => {
    const executor = await open();
    for (const line of ['sleep', 'trap "" TERM; bash -c "trap \'\' TERM; while :; do sleep 1; done" ']) {
      const mark = marked();
      const controller = new AbortController();
      const running = executor.execute(run(`${line} ${mark}`), controller.signal);
      await untilRuns(mark);
      controller.abort();
      failed(await running, 'cancelled');
      await untilGone(mark);
    }
    equal(await output(executor, 'echo still'), 'still\n');
  });

  it('are not started, or ended at once, when they are cancelled first', async () => {
    const executor = await open();
    failed(await executor.execute(run('echo no'), AbortSignal.abort()), 'cancelled');
    const mark = marked();
    const controller = new AbortController();
    const running = executor.execute(run(`sleep ${mark}`), controller.signal);
    setImmediate(() => controller.abort());
    failed(await running, 'cancelled');
    await untilGone(mark);
  });

  it('take their connection with them where the server passes no signals on', async () => {
    const deaf = await startSshd({ lines: ['ForceCommand sh -c "$SSH_ORIGINAL_COMMAND"'] });
    try {
      deaf.authorize(publicKey);
      const made = lab(deaf);
      const executor = await open(made);
      const mark = marked();
      failed(await executor.execute(run(`sleep ${mark}`, { timeoutMs: 300 }), never()), 'timedOut');
      for (let tries = 0; tries < 500 && deaf.sessions().length > 0; tries++) await pause(10);
      deepEqual(deaf.sessions(), []);
      equal(await output(await open(made), 'echo again'), 'again\n');
      // What a Unix server does not end, we do not leave to the machine of the tests.
      for (const pid of processesWith(mark)) process.kill(pid, 'SIGKILL');
    } finally {
      await deaf.stop();
    }
  });

  it('share one connection, a few at a time, all of twenty', async () => {
    const made = lab();
    const executors = await Promise.all(Array.from({ length: 20 }, () => open(made)));
    equal(started(server).sessions().length, 1);
    const outputs = await Promise.all(executors.map((executor, index) => output(executor, `sleep 0.1; echo ${index}`)));
    deepEqual(outputs, Array.from({ length: 20 }, (_, index) => `${index}\n`));
  });

  it('wait for each other where the server takes two', async () => {
    const executor = await open(lab(started(narrow)));
    const outputs = await Promise.all(Array.from({ length: 8 }, (_, index) => output(executor, `sleep 0.1; echo ${index}`)));
    deepEqual(outputs, Array.from({ length: 8 }, (_, index) => `${index}\n`));
  });

  it('are refused where the server takes none', async () => {
    const none = await startSshd({ lines: ['MaxSessions 0'] });
    try {
      none.authorize(publicKey);
      const executor = await open(lab(none));
      const results = await Promise.all([1, 2, 3].map(() => executor.execute(run('echo no'), never())));
      for (const result of results) failed(result, 'channelRefused');
    } finally {
      await none.stop();
    }
  });

  it('fail when the server is killed meanwhile, and the next opening connects anew', async () => {
    const made = lab();
    const executor = await open(made);
    const mark = marked();
    const running = executor.execute(run(`echo part; sleep ${mark}`), never());
    await untilRuns(mark);
    started(server).killSessions();
    failed(await running, 'connectionLost');
    failed(await executor.execute(run('echo no'), never()), 'connectionLost');
    equal(await output(await open(made), 'echo again'), 'again\n');
    for (const pid of processesWith(mark)) process.kill(pid, 'SIGKILL');
  });

  it('fail when the line is cut, at whatever byte', async () => {
    for (const dropAfter of [10, 500, 1500, 2500, 6000]) {
      const made = await over({ dropAfter });
      const result = await made.ssh.open('host', person(), never());
      if (!result.ok) {
        equal(result.failure.code === 'connectionLost' || result.failure.code === 'notSsh', true, result.failure.code);
        continue;
      }
      failed(await result.value.execute(run('yes | head -c 100000'), never()), 'connectionLost');
    }
  });

  it('fail when the line goes silent', async () => {
    const made = await over({ silentAfter: 5000 }, { serverAliveIntervalMs: 100, serverAliveCountMax: 2 });
    const executor = await open(made);
    failed(await executor.execute(run('yes | head -c 100000; sleep 50'), never()), 'connectionLost');
    const early = await over({ silentAfter: 1500 }, { connectTimeoutMs: 500 });
    failed(await early.ssh.open('host', person(), never()), 'timedOut');
  });

  it('come through a slow and through a narrow line', async () => {
    for (const line of [{ delayMs: 150 }, { bytesPerSecond: 20_000 }]) {
      const executor = await open(await over(line));
      const ended = value(await executor.execute(run('head -c 20000 /dev/zero'), never()));
      equal(ended.stdout.length, 20_000);
    }
  });

  it('leave a connection that nobody uses, and it ends', async () => {
    const made = lab(started(server), {}, 50);
    const executor = await open(made);
    executor.close();
    executor.close();
    const again = await open(made);
    equal(started(server).sessions().length, 1);
    await pause(100);
    equal(await output(again, 'echo kept'), 'kept\n');
    again.close();
    for (let tries = 0; tries < 500 && started(server).sessions().length > 0; tries++) await pause(10);
    deepEqual(started(server).sessions(), []);
  });

  it('bring what a login shell writes by itself, as it is', async () => {
    const shell = join(folder, 'noisy');
    writeFileSync(shell, '#!/bin/sh\necho "Welcome, all is logged"\nexec /bin/sh "$@"\n', { mode: 0o755 });
    chmodSync(folder, 0o755);
    const noisy = await createAccount(3, shell);
    const at = await startSshd();
    try {
      at.authorize(publicKey);
      const made = labOf({ host: settingsOf(at, noisy.name, { identityFiles: [key] }) }, judgeOf({ at, line: at.hostKey('ed25519') }));
      labs.push(made);
      equal(await output(await open(made), 'echo ours'), 'Welcome, all is logged\nours\n');
    } finally {
      await at.stop();
      noisy.remove();
    }
  });
});
