// The check of a whole host as this program makes it (log in, collect, ask the listener, judge, write the report), against the ssh of this
// machine that gets the same script on standard input and leaves it at that, and against Ansible's raw module with as many hosts at once. Raw cannot send a script on standard input
// and finds it there as a file. Everybody logs in anew for each host, and nobody keeps a connection.

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { expect, HOSTS, median, never, nobody, runSsh, sshParts, timed, withHosts } from './hosts.mjs';

const require = createRequire(import.meta.url);
const AT_ONCE = 10;
const KIND = '"kind":"rdpsnapshot"';

/** The collector asks for Windows and here it gets an engine on another system, which answers for every section that it is not there. */
const elsewhere = (shell) => ({ ...shell, run: (script, signal) => shell.run({ ...script, system: 'any' }, signal) });

/** Nothing listens on 3389 here: the answer is a refusal, at once. */
function requestFor(address) {
  const { english } = require('../../out/src/core/messages/english.js');
  const onRuleError = (_code, error) => {
    throw error;
  };
  return { address, port: 3389, timeoutMs: 5000, from: 'bench', document: address, say: english, severities: new Map(), onRuleError, files: [], via: 'ssh' };
}

async function ours(place, hosts) {
  const { createShellOpener } = require('../../out/src/node/shells.js');
  const { collectSnapshot } = require('../../out/src/core/snapshot/collect.js');
  const { checkServer } = require('../../out/src/core/servers/serverCheck.js');
  const { clock } = require('../../out/src/node/clock.js');
  const { createConnector } = require('../../out/src/node/sockets.js');
  const connector = createConnector();
  const opener = createShellOpener({ ssh: sshParts(place) });
  const atOnce = pLimit(AT_ONCE);
  const check = async ({ host }) => {
    const opened = await opener.open({ kind: 'ssh', target: host }, nobody(), never());
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    const collect = (options, signal) => collectSnapshot(elsewhere(opened.value), options, signal);
    const checked = await checkServer(requestFor(host), { connector, clock, collect }, never());
    opened.value.close();
    if (!checked.ok || checked.value.collected?.ok !== true) throw new Error(JSON.stringify(checked));
  };
  try {
    await Promise.all(hosts.map((host) => atOnce(check, host)));
  } finally {
    opener.dispose();
  }
}

async function throughSsh(place, hosts) {
  const { inputFor } = require('../../out/src/core/shell/bootstrap.js');
  const { fixedCommands } = require('../../out/src/core/shell/fixedCommands.js');
  const { collectScript } = require('../../out/src/core/snapshot/collect.js');
  const input = inputFor({ ...collectScript({}), system: 'any' }, '0123456789abcdef');
  const atOnce = pLimit(AT_ONCE);
  const run = async (host) => {
    const said = await runSsh(place, host, fixedCommands.powershell.line, input);
    expect('a snapshot over ssh', said.includes(KIND), true);
  };
  await Promise.all(hosts.map((host) => atOnce(run, host)));
}

function ansiblePlace({ folder, hosts, key, known, user }) {
  const { collectorText } = require('../../out/src/core/snapshot/collect.js');
  const home = join(folder, 'ansible');
  mkdirSync(home);
  const script = join(folder, 'collect.ps1');
  writeFileSync(script, collectorText);
  const lines = hosts.map(({ host, port }) => `${host} ansible_port=${port}\n`);
  writeFileSync(join(home, 'inventory'), ['[hosts]\n', ...lines, '[hosts:vars]\n', `ansible_user=${user}\n`, `ansible_ssh_private_key_file=${key}\n`].join(''));
  writeFileSync(join(home, 'ansible.cfg'), '');
  const options = ['-F', 'none', '-o', 'ControlMaster=no', '-o', 'IdentitiesOnly=yes', '-o', `UserKnownHostsFile=${known}`];
  const env = {
    PATH: process.env.PATH,
    LC_ALL: 'C.UTF-8',
    ANSIBLE_CONFIG: join(home, 'ansible.cfg'),
    ANSIBLE_HOME: home,
    ANSIBLE_LOCAL_TEMP: join(home, 'tmp'),
    ANSIBLE_SSH_ARGS: options.join(' '),
    ANSIBLE_NOCOLOR: '1',
  };
  return { env, home, script };
}

function throughAnsible({ env, home, script }, hosts) {
  const command = `powershell -NoProfile -NonInteractive -File ${script}`;
  const limit = hosts.map(({ host }) => host).join(',');
  const args = ['-i', join(home, 'inventory'), '-f', String(AT_ONCE), '-m', 'raw', '-a', command, limit];
  const child = spawn('ansible', args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    const out = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.once('error', reject);
    child.once('close', () => {
      const said = Buffer.concat(out).toString();
      const snapshots = said.split(KIND).length - 1;
      if (snapshots === hosts.length) resolve();
      else reject(new Error(`ansible brought ${snapshots} snapshots of ${hosts.length}:\n${said.slice(0, 2000)}`));
    });
  });
}

/** In turn, so that a busy machine is busy for all. @param ways name and work, ours first */
async function compare(label, runs, ways) {
  const times = ways.map(() => []);
  for (let run = 0; run < runs; run++) for (const [index, { work }] of ways.entries()) times[index].push(await timed(work));
  const [our, ...others] = times.map(median);
  console.log(`${label}: ${(our / 1000).toFixed(1)} s (${runs === 1 ? 'one run' : `medians of ${runs}`})`);
  for (const [index, time] of others.entries()) {
    console.log(`  ${ways[index + 1].name}: ${(time / 1000).toFixed(1)} s; ratio ours / its ${(our / time).toFixed(2)}`);
  }
}

export function benchCheck() {
  return withHosts('check', ['ansible'], async (place, missing) => {
    if (missing.includes('dotnet')) {
      console.log('check: skipped: needs a .NET SDK');
      return;
    }
    console.log('check: the other side is a PowerShell 7 engine on this machine, without anything of Windows: starting it and reading the script is');
    console.log('  nearly all of the time, for everybody, and the processors are shared with it. A ratio near 1 says no more than that we add little.');
    console.log('  ssh and ours send the script, ansible has it there as a file; only ours reads and judges what comes back.');
    const ansible = missing.includes('ansible') ? undefined : ansiblePlace(place);
    if (ansible === undefined) console.log('  ansible: skipped: needs ansible');
    const waysTo = (hosts) => [
      { name: 'ours', work: () => ours(place, hosts) },
      { name: 'ssh', work: () => throughSsh(place, hosts) },
      ...(ansible === undefined ? [] : [{ name: 'ansible -m raw', work: () => throughAnsible(ansible, hosts) }]),
    ];
    await ours(place, [place.hosts[0]]); // warms up
    await compare('check of one host', 3, waysTo([place.hosts[0]]));
    await compare(`check of ${HOSTS} hosts, ${AT_ONCE} at once`, 1, waysTo(place.hosts));
  });
}
