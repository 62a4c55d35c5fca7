// Connecting and running, against the ssh of this machine doing the same: the same key, server and command line, the same bytes on standard
// input. Every run logs in anew. `cat` shows what SSH itself costs; a script of 1 KB in PowerShell what a check costs, most of it PowerShell.

import { createRequire } from 'node:module';
import { expect, HOSTS, median, never, nobody, runSsh, sshParts, timed, withHosts } from './hosts.mjs';

const require = createRequire(import.meta.url);

/** Medians of both, in turn, so that a busy machine is busy for both. */
async function compare(label, runs, ours, theirs) {
  const times = { ours: [], theirs: [] };
  for (let run = 0; run <= runs; run++) {
    const pair = [await timed(ours), await timed(theirs)];
    // The first run warms up.
    if (run > 0) times.ours.push(pair[0]), times.theirs.push(pair[1]);
  }
  const [our, their] = [median(times.ours), median(times.theirs)];
  console.log(`${label}: ${our.toFixed(0)} ms, ssh ${their.toFixed(0)} ms; ratio ours / ssh ${(our / their).toFixed(2)} (medians of ${runs})`);
}

/** Opens connections to all hosts at once, runs on each, and closes them. */
async function withExecutors(place, hosts, run) {
  const { createSshExecutors } = require('../../out/src/node/sshShell.js');
  const executors = createSshExecutors(sshParts(place));
  try {
    await Promise.all(
      hosts.map(async ({ host }) => {
        const opened = await executors.open(host, nobody(), never());
        if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
        await run(opened.value);
        opened.value.close();
      }),
    );
  } finally {
    executors.dispose();
  }
}

const input = Buffer.from('x'.repeat(1023) + '\n');
const cat = { name: 'whichShell', line: 'cat', words: ['cat'] };

async function throughCat(executor) {
  const executed = await executor.execute({ command: cat, input, timeoutMs: 60_000, mostBytes: 100_000 }, never());
  expect('cat', executed.ok && Buffer.from(executed.value.stdout).equals(input), true);
}

async function benchCat(place) {
  const theirs = async (host) => expect('ssh cat', (await runSsh(place, host, 'cat', input)).equals(input), true);
  await compare('connect and send 1 KB through cat', 9, () => withExecutors(place, [place.hosts[0]], throughCat), () => theirs(place.hosts[0]));
  await compare(
    `the same on ${HOSTS} hosts at once`,
    3,
    () => withExecutors(place, place.hosts, throughCat),
    () => Promise.all(place.hosts.map(theirs)),
  );
}

async function benchScript(place) {
  const { inputFor } = require('../../out/src/core/shell/bootstrap.js');
  const { fixedCommands } = require('../../out/src/core/shell/fixedCommands.js');
  const { shellOver } = require('../../out/src/core/shell/shell.js');
  const nonce = '0123456789abcdef';
  const script = { text: `# ${'-'.repeat(1000)}\n'done: ' + $Parameters`, parameters: 1, system: 'any', timeoutMs: 60_000, mostBytes: 10_000 };
  const run = async (executor) => {
    const answer = await shellOver(executor, () => nonce).run(script, never());
    expect('the script', answer.ok ? Buffer.from(answer.value.output).toString().trim() : answer.failure, 'done: 1');
  };
  const theirs = async () => {
    const out = await runSsh(place, place.hosts[0], fixedCommands.powershell.line, inputFor(script, nonce));
    expect('the script over ssh', out.includes(Buffer.from('done: 1').toString('base64')) || out.includes('done: 1'), true);
  };
  await compare('connect and run a script of 1 KB in PowerShell', 5, () => withExecutors(place, [place.hosts[0]], run), theirs);
}

export function benchSsh() {
  return withHosts('ssh', [], async (place, missing) => {
    await benchCat(place);
    if (missing.includes('dotnet')) console.log('ssh: the script in PowerShell was skipped: needs a .NET SDK');
    else await benchScript(place);
  });
}
