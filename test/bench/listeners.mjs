// The check of a listener from outside, against nmap's scripts for RDP and, for TLS and certificates, sslscan: how long each takes for 1, 50
// and 200 listeners, and who is right about listeners whose configuration is known. Everybody is a program that a shell starts.

import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { median, timed } from './hosts.mjs';
import { startKnown, startTimed } from './listenerLab.mjs';
import { NMAP_TUNING, nmap, nmapSays, runProgram, sslscan, sslscanSays } from './listenerPeers.mjs';
import { ensureComponents } from '../lab/setup.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const checker = fileURLToPath(new URL('checkListeners.mjs', import.meta.url));

/** As it is shipped: one file. */
async function bundle() {
  const { build } = await import('esbuild');
  const contents = [
    "export { createListenerPorts } from './src/node/listenerPorts';",
    "export { probeListener } from './src/core/listener/probe';",
    "export { usualManner } from './src/core/listener/probeManner';",
  ].join('\n');
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile: 'out/bench/listener.js',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    tsconfig: 'tsconfig.base.json',
    minify: true,
  });
}

/** @param {'quick' | 'full' | 'bare'} mode @param {number} [connections] to each, where they are bare */
async function ours(addresses, mode, connections = 0) {
  const found = JSON.parse(await runProgram(process.execPath, [checker, mode, String(connections), ...addresses]));
  const silent = found.verdicts.filter(({ state }) => state !== 'rdp');
  if (silent.length > 0) console.log(`  ours (${mode}): ${silent.length} listeners are ${silent[0].state} to it, ${silent[0].address} for one`);
  return found;
}

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const connectionsOf = ({ verdicts }) => verdicts.reduce((sum, { connections }) => sum + connections, 0);

/** In turn, so that a busy machine is busy for all. */
async function compare(addresses, runs) {
  const hosts = addresses.map((address) => address.split(':')[0]);
  const found = { quick: [], full: [] };
  const check = async (mode) => found[mode].push(await ours(addresses, mode));
  const each = Math.round(connectionsOf(await ours(addresses, 'full')) / addresses.length); // and warms up
  const ways = {
    'ours, quick': () => check('quick'),
    'ours, full': () => check('full'),
    [`${each} bare requests to each`]: () => ours(addresses, 'bare', each),
    'nmap, default': () => nmap(hosts, []),
    'nmap, best tuning': () => nmap(hosts, NMAP_TUNING),
    'sslscan, versions and certificate': () => sslscan(addresses),
  };
  const times = new Map(Object.keys(ways).map((name) => [name, []]));
  for (let run = 0; run < runs; run++) for (const [name, work] of Object.entries(ways)) times.get(name).push(await timed(work));
  const [quick, full] = [...times.values()].map(median);
  console.log(`${addresses.length} listener${addresses.length === 1 ? '' : 's'} (medians of ${runs}; load ${loadavg()[0].toFixed(1)}):`);
  for (const [name, all] of times) {
    const time = median(all);
    const ratios = name.startsWith('ours') ? '' : `; ours / its: quick ${(quick / time).toFixed(2)}, full ${(full / time).toFixed(2)}`;
    console.log(`  ${name}: ${seconds(time)} (${all.map(seconds).join(', ')})${ratios}`);
  }
  for (const [mode, runsOf] of Object.entries(found)) {
    const inside = (key) => seconds(median(runsOf.map((run) => run[key])));
    console.log(`  our ${mode} check: ${connectionsOf(runsOf[0])} connections in ${inside('wallMs')}, ${inside('processorMs')} of our processor time`);
  }
}

async function benchTimes() {
  const lab = await startTimed();
  try {
    console.log(`listeners: ${availableParallelism()} processors, which the servers share. Bare requests are the floor: what the servers alone take.`);
    for (const [count, runs] of [[1, 5], [50, 3], [200, 3]]) await compare(lab.addresses.slice(0, count), runs);
  } finally {
    await lab.stop();
  }
}

const FACTS = ['rdp', 'tls', 'nla', 'level', 'methods', 'versions', 'certificate'];

function ourFacts({ protocols, nativeEncryption, tls }) {
  return {
    ...protocols,
    level: nativeEncryption?.level ?? null,
    methods: nativeEncryption?.methods ?? [],
    versions: (tls?.versions ?? []).map((version) => version.replace('TLSv', '')),
    certificate: tls?.chain[0]?.sha1 ?? null,
  };
}

/** Saying nothing of what is not there is right. */
const isNothing = (value) => value === undefined || value === null || (Array.isArray(value) && value.length === 0);

function judge(said, truth) {
  if (isNothing(said)) return isNothing(truth) ? 'right' : 'silent';
  return JSON.stringify(said) === JSON.stringify(truth) ? 'right' : 'wrong';
}

const short = (value) => (typeof value === 'string' && value.length === 40 ? `${value.slice(0, 8)}…` : Array.isArray(value) ? `[${value.join(' ')}]` : String(value));

/** @param {string} name of who says it @param {object} said by fact @param {readonly string[]} about which facts it speaks at all */
function cell(name, said, truth, about) {
  const judged = about.map((fact) => ({ fact, is: judge(said[fact], truth[fact]) }));
  const wrong = judged.filter(({ is }) => is === 'wrong').map(({ fact }) => `${fact} ${short(said[fact])}, is ${short(truth[fact])}`);
  const silent = judged.filter(({ is }) => is === 'silent').map(({ fact }) => fact);
  const right = judged.length - wrong.length - silent.length;
  const failed = said.failed === undefined ? [] : [`failed: ${said.failed}`];
  const faults = [...failed, ...(wrong.length > 0 ? [`WRONG: ${wrong.join('; ')}`] : []), ...(silent.length > 0 ? [`silent: ${silent.join(', ')}`] : [])];
  return { name, right, wrong: wrong.length, silent: silent.length, text: [`${right}/${judged.length}`, ...faults].join(' ') };
}

async function benchTruth(withShadows) {
  const lab = await startKnown(withShadows);
  const sums = new Map();
  try {
    const { verdicts } = await ours(lab.rows.map(({ address }) => address), 'full');
    console.log(`Who is right, of ${lab.rows.length} listeners; right answers of all that it speaks about, then what is not right:`);
    for (const [index, { name, truth, address }] of lab.rows.entries()) {
      const cells = [
        cell('ours', ourFacts(verdicts[index]), truth, FACTS),
        cell('nmap', await nmapSays(address), truth, ['rdp', 'tls', 'nla', 'level', 'methods', 'certificate']),
        cell('sslscan', await sslscanSays(address), truth, ['versions', 'certificate']),
      ];
      console.log(`  ${name}: ${cells.map((each) => `${each.name} ${each.text}`).join(' | ')}`);
      for (const each of cells) {
        const sum = sums.get(each.name) ?? { right: 0, wrong: 0, silent: 0 };
        sums.set(each.name, { right: sum.right + each.right, wrong: sum.wrong + each.wrong, silent: sum.silent + each.silent });
      }
    }
    for (const [name, { right, wrong, silent }] of sums) console.log(`  ${name} in all: ${right} right, ${wrong} wrong, ${silent} silent`);
  } finally {
    await lab.stop();
  }
}

export async function benchListeners() {
  const missing = await ensureComponents(['xrdp', 'openssl', 'shadow', 'nmap', 'sslscan']);
  const absent = [...missing.filter((name) => name !== 'shadow'), ...(process.getuid?.() === 0 ? [] : ['root'])];
  if (absent.length > 0) {
    console.log(`listeners: skipped: needs ${absent.join(', ')}`);
    return;
  }
  await bundle();
  await benchTimes();
  await benchTruth(!missing.includes('shadow'));
}
