// What the lab starts ends with the lab: asked to, with its grandchildren, and when the lab itself is killed.
import { equal, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { run, startSupervised } from '../lab/processes.mjs';

const PROCESSES = new URL('../lab/processes.mjs', import.meta.url).href;
/** A child that starts a grandchild and prints the grandchild's pid. */
const PARENT = `const c = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
console.log('pid ' + c.pid); setInterval(() => {}, 1000);`;

describe('a supervised process', () => {
  it('gives its output and its exit code', async () => {
    const { code, output } = await run(process.execPath, ['-e', 'console.log("done"); process.exitCode = 3']);
    equal(code, 3);
    ok(output.includes('done'));
  });

  it('that cannot be started says so', async () => {
    const { code, output } = await run('/nonexistent/program', []);
    equal(code, 127);
    ok(output.includes('could not be started'));
  });

  it('is ended when it takes too long, and that is no success', async () => {
    const { code, output } = await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 300 });
    ok(code !== 0);
    ok(output.includes('did not end within'));
  });

  it('takes its children with it', async () => {
    const { pid, text } = await firstPid((onText) => {
      const child = startSupervised(process.execPath, ['-e', PARENT], { onText });
      return () => child.end();
    });
    ok(await isGone(pid), text);
  });

  it('ends when its owner is killed', async () => {
    const owner = `import { startSupervised } from ${JSON.stringify(PROCESSES)};
startSupervised(process.execPath, ['-e', ${JSON.stringify(PARENT)}], { onText: (text) => process.stdout.write(text) });`;
    const { pid, text } = await firstPid((onText) => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', owner], { stdio: ['ignore', 'pipe', 'inherit'] });
      child.stdout.on('data', (data) => onText(String(data)));
      return () => child.kill('SIGKILL');
    });
    ok(await isGone(pid), text);
  });
});

/**
 * Starts something, waits until it has printed a pid, then ends it.
 * @param {(onText: (text: string) => void) => () => unknown} start returns what ends it
 */
async function firstPid(start) {
  let text = '';
  const end = start((more) => (text += more));
  while (!/pid \d+\n/u.test(text)) await pause(20);
  await end();
  return { pid: Number(/pid (\d+)\n/u.exec(text)?.[1]), text };
}

/** @param {number} pid */
async function isGone(pid) {
  for (let tries = 0; tries < 500; tries += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return true; // no such process
    }
    await pause(20);
  }
  return false;
}
