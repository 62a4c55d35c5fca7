// Fifty hosts on loopback: real sshd on addresses of their own, one account whose PATH has a PowerShell where one can be built. One key
// lets in everywhere, every host key is known, so nothing is ever asked.

import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureComponents } from '../lab/setup.mjs';

const require = createRequire(import.meta.url);
export const HOSTS = 50;
// One sshd listens on at most 16 addresses.
const HOSTS_OF_A_SERVER = 10;

export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function expect(what, found, wanted) {
  if (found !== wanted) throw new Error(`${what}: ${JSON.stringify(found)} where ${JSON.stringify(wanted)} was expected`);
}

/** ssh as a person would start it, with nothing of this user's configuration. */
export function runSsh({ key, known, user }, { host, port }, line, input) {
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
export function nobody() {
  const refuse = () => Promise.reject(new Error('a question was asked'));
  const log = { info: () => undefined, warn: console.log, error: console.log };
  return { log, progress: { phase: () => undefined }, hostKey: refuse, secret: refuse, accepted: () => undefined };
}

export const never = () => new AbortController().signal;

/** What connecting takes, without a library: for `createSshExecutors` and `createShellOpener` alike. */
export function sshParts({ key, known, user, hosts }) {
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
  return { resolve, judge: createHostKeyJudge(store), store, agents: { platform: process.platform, env: {} } };
}

/**
 * Runs `work` on the hosts, or says what it needs that is not here.
 * @param {string} label of the bench
 * @param {readonly string[]} components beside sshd and what builds a PowerShell
 * @param {(place: object, missing: readonly string[]) => Promise<void>} work
 */
export async function withHosts(label, components, work) {
  const missing = await ensureComponents(['sshd', 'dotnet', ...components]);
  const absent = [...missing.filter((name) => name === 'sshd'), ...(process.getuid?.() === 0 ? [] : ['root'])];
  if (absent.length > 0) {
    console.log(`${label}: skipped: needs ${absent.join(', ')}`);
    return;
  }
  const { createAccount, makeKey, startSshd } = require('../../out/test/lab/sshd.js');
  const { preparePowerShell } = require('../../out/test/lab/powershell.js');
  const folder = mkdtempSync(join(tmpdir(), 'rdp-bench-ssh-'));
  // The account reads a script from it.
  chmodSync(folder, 0o755);
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
    const place = { folder, hosts, key, known, user: account.name };
    await work(place, missing);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    account.remove();
    powershell?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
