// The one spawner, with Node itself as the program that is run: endings, limits, and that nothing is left behind.

import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Executed } from '../../src/core/ports';
import type { Result } from '../../src/core/result';
import { runProgram, windowsProgram, type ProgramRun } from '../../src/node/processes';
import { isAlive } from '../lab/processTable';
import { needsSystem } from '../needs';

const never = new AbortController().signal;
const script = (text: string, changes: Partial<ProgramRun> = {}): ProgramRun => ({
  file: process.execPath,
  args: ['-e', text],
  input: new Uint8Array(),
  timeoutMs: 60_000,
  mostBytes: 1_000_000,
  ...changes,
});

function ended(result: Result<Executed>): Executed {
  ok(result.ok, JSON.stringify(result));
  return result.value;
}

function codeOf(result: Result<Executed>): string {
  return result.ok ? 'ended' : result.failure.code;
}

async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(20);
}

/** Writes its own number and that of a grandchild to `file`, then waits for ever. */
const family = (file: string): string => `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
  require('node:fs').writeFileSync(${JSON.stringify(file)}, process.pid + ' ' + child.pid);
  console.log('ready');
  setInterval(() => {}, 1000);`;

describe('a program', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-processes-'));
  after(() => rmSync(folder, { recursive: true }));

  const pidsIn = async (file: string): Promise<readonly number[]> => {
    for (;;) {
      const pids = existsSync(file) ? readFileSync(file, 'utf8').split(' ').map(Number) : [];
      if (pids.length === 2) return pids;
      await pause(20);
    }
  };

  it('gets its input whole and its arguments as they are, and tells both outputs and its code', async () => {
    const input = Buffer.alloc(300_000, 'ü');
    const awkward = ['a b', '"', "'", '$HOME', '%OS%', '`id`', '; true', '*', '', '\\', '&&', 'ü'];
    const text = `
      const chunks = [];
      process.stdin.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
        process.stdout.write(Buffer.concat(chunks));
        process.stderr.write(JSON.stringify(process.argv.slice(1)));
        process.exitCode = 7;
      });`;
    const { stdout, stderr, ending } = ended(await runProgram(script(text, { input, args: ['-e', text, '--', ...awkward] }), never));
    deepEqual(Buffer.from(stdout), input);
    deepEqual(JSON.parse(Buffer.from(stderr).toString()), awkward);
    deepEqual(ending, { kind: 'exit', code: 7 });
  });

  it('may end without reading its input', async () => {
    const { ending } = ended(await runProgram(script('process.exit(0)', { input: Buffer.alloc(4_000_000) }), never));
    deepEqual(ending, { kind: 'exit', code: 0 });
  });

  it('that was ended by a signal says by which', async function () {
    needsSystem(this, 'Unix');
    const { ending } = ended(await runProgram(script('process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)'), never));
    deepEqual(ending, { kind: 'signal', signal: 'TERM' });
  });

  it('that is not there, or no program, fails with the reason', async () => {
    equal(codeOf(await runProgram(script('', { file: join(folder, 'nothing') }), never)), 'unsupportedHere');
    const noProgram = join(folder, 'text.txt');
    writeFileSync(noProgram, 'text');
    const refused = await runProgram(script('', { file: noProgram }), never);
    ok(!refused.ok);
    equal(refused.failure.code, 'unsupportedHere');
    equal(refused.failure.message.args[0], noProgram);
  });

  it('is refused by a name that would be looked up', async () => {
    await rejects(runProgram(script('', { file: 'node' }), never), /absolute/);
  });

  it('whose arguments the system does not take fails', async function () {
    needsSystem(this, 'Linux');
    equal(codeOf(await runProgram(script('', { args: ['x'.repeat(3_000_000)] }), never)), 'unsupportedHere');
  });

  it('that goes on too long is ended, with what it started', async () => {
    const file = join(folder, 'late');
    const result = await runProgram(script(family(file), { timeoutMs: 3000 }), never);
    equal(codeOf(result), 'timedOut');
    for (const pid of await pidsIn(file)) await gone(pid);
  });

  it('that is cancelled is ended, with what it started, before the answer', async () => {
    const file = join(folder, 'cancelled');
    const cancel = new AbortController();
    const running = runProgram(script(family(file)), cancel.signal);
    const pids = await pidsIn(file);
    ok(pids.every(isAlive));
    cancel.abort();
    equal(codeOf(await running), 'cancelled');
    for (const pid of pids) await gone(pid);
  });

  it('is not started once cancelled', async () => {
    const file = join(folder, 'never');
    equal(codeOf(await runProgram(script(family(file)), AbortSignal.abort())), 'cancelled');
    await rejects(async () => readFileSync(file), /ENOENT/);
  });

  it('that writes without end is ended', async () => {
    for (const stream of ['stdout', 'stderr']) {
      const endless = `const more = () => { while (process.${stream}.write('x'.repeat(65536))); process.${stream}.once('drain', more); }; more();`;
      equal(codeOf(await runProgram(script(endless), never)), 'outputTooLarge');
    }
  });

  it('may write exactly as much as is allowed', async () => {
    const { stdout } = ended(await runProgram(script('process.stdout.write("x".repeat(1000))', { mostBytes: 1000 }), never));
    equal(stdout.length, 1000);
    equal(codeOf(await runProgram(script('process.stdout.write("x".repeat(1001))', { mostBytes: 1000 }), never)), 'outputTooLarge');
  });

  it('that leaves something behind on its pipes is not waited for, and its own ending counts', async function () {
    needsSystem(this, 'Unix');
    const file = join(folder, 'left');
    const text = `${family(file)} setTimeout(() => process.exit(3), 100);`;
    const { ending, stdout } = ended(await runProgram(script(text), never));
    deepEqual(ending, { kind: 'exit', code: 3 });
    equal(Buffer.from(stdout).toString(), 'ready\n');
    for (const pid of await pidsIn(file)) await gone(pid);
  });

  it('of Windows is where Windows says, or where it always is', () => {
    const before = process.env['SystemRoot'];
    try {
      process.env['SystemRoot'] = 'relative';
      ok(windowsProgram('taskkill.exe').startsWith('C:\\Windows'));
      process.env['SystemRoot'] = 'D:\\Win';
      ok(windowsProgram('taskkill.exe').startsWith('D:\\Win'));
    } finally {
      if (before === undefined) delete process.env['SystemRoot'];
      else process.env['SystemRoot'] = before;
    }
  });
});
