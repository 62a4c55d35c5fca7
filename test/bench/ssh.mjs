// Connecting and running, against the ssh of this machine doing the same: the same key, server and command line, the same bytes on standard
// input. Every run logs in anew. `cat` shows what SSH itself costs; a script of 1 KB in PowerShell what a check costs, most of it PowerShell.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureComponents } from '../lab/setup.mjs';

const require = createRequire(import.meta.url);
const HOSTS = 50;
// One sshd listens on at most 16 addresses.
const HOSTS_OF_A_SERVER = 10;

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

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

function expect(what, found, wanted) {
  if (found !== wanted) throw new Error(`${what}: ${JSON.stringify(found)} where ${JSON.stringify(wanted)} was expected`);
}

/** ssh as a person would start it, with nothing of this user's configuration. */
function runSsh({ key, known, user }, { host, port }, line, input) {
  const options = ['IdentitiesOnly=yes', 'BatchMode=yes', 'StrictHostKeyChecking=yes', `UserKnownHostsFile=${known}`].flatMap((option) => ['-o', option]);
  const child = spawn('ssh', ['-F', 'none', '-T', '-i', key, '-p', String(port), ...options, `${user}@${host}`, line], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  return new Promise((resolve, reject) => {
    const out = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(Buffer.concat(out)) : reject(new Error(`ssh ended with ${code}`))));
    child.stdin.end(input);
  });
}

/** Nothing is asked: the key is a file without a passphrase, the host key is in known_hosts. */
function nobody() {
  const refuse = () => Promise.reject(new Error('a question was asked'));
  const log = { info: () => undefined, warn: console.log, error: console.log };
  return { log, progress: { phase: () => undefined }, hostKey: refuse, secret: refuse, accepted: () => undefined };
}

function ours({ key, known, user, hosts }) {
  const { createSshExecutors } = require('../../out/src/node/sshShell.js');
  const { createHostKeyJudge } = require('../../out/src/node/hostKeys.js');
  const { createKeyMemory } = require('../../out/src/node/rememberedKeys.js');
  const store = createKeyMemory();
  const settings = {
    user,
    identityFiles: [key],
    identitiesOnly: true,
    identityAgent: 'none',
    proxyJump: [],
    serverAliveIntervalMs: 0,
    serverAliveCountMax: 3,
    strictHostKeyChecking: 'yes',
    userKnownHostsFiles: [known],
    globalKnownHostsFiles: [],
    source: 'configuration',
  };
  const portOf = new Map(hosts.map(({ host, port }) => [host, port]));
  const resolve = async (host) => ({ ok: true, value: { ...settings, alias: host, hostName: host, port: portOf.get(host) } });
  return createSshExecutors({ resolve, judge: createHostKeyJudge(store), store, agents: { platform: process.platform, env: {} } });
}

const never = () => new AbortController().signal;

/** Opens connections to all hosts at once, runs on each, and closes them. */
async function withExecutors(place, hosts, run) {
  const executors = ours(place);
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

export async function benchSsh() {
  const missing = await ensureComponents(['sshd', 'dotnet']);
  const absent = [...missing.filter((name) => name === 'sshd'), ...(process.getuid?.() === 0 ? [] : ['root'])];
  if (absent.length > 0) {
    console.log(`ssh: skipped: needs ${absent.join(', ')}`);
    return;
  }
  const { createAccount, makeKey, startSshd } = require('../../out/test/lab/sshd.js');
  const { preparePowerShell } = require('../../out/test/lab/powershell.js');
  const folder = mkdtempSync(join(tmpdir(), 'rdp-bench-ssh-'));
  const key = join(folder, 'key');
  const known = join(folder, 'known_hosts');
  const powershell = missing.includes('dotnet') ? undefined : preparePowerShell();
  const path = [...(powershell === undefined ? [] : [powershell.folder]), '/usr/bin', '/bin'].join(':');
  // Not whoever runs this: what a login shell reads at its start would be measured too.
  const account = await createAccount(1);
  const servers = [];
  try {
    const publicKey = makeKey(key, 'ed25519');
    const hosts = [];
    for (let first = 1; first <= HOSTS; first += HOSTS_OF_A_SERVER) {
      const names = Array.from({ length: HOSTS_OF_A_SERVER }, (_, index) => `127.0.9.${first + index}`);
      const addresses = names.slice(1).map((name) => `ListenAddress ${name}`);
      const server = await startSshd({ host: names[0], lines: ['MaxStartups 200', 'LogLevel ERROR', `SetEnv PATH=${path}`, ...addresses] });
      servers.push(server);
      server.authorize(publicKey);
      hosts.push(...names.map((host) => ({ host, port: server.port, hostKey: server.hostKey('ed25519') })));
    }
    writeFileSync(known, hosts.map(({ host, port, hostKey }) => `[${host}]:${port} ${hostKey}\n`).join(''));
    const place = { hosts, key, known, user: account.name };
    await benchCat(place);
    if (powershell === undefined) console.log('ssh: the script in PowerShell was skipped: needs a .NET SDK');
    else await benchScript(place);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    account.remove();
    powershell?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
