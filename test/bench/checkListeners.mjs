// Our check as a process of its own, as a shell would start it: the peers are programs too. Arguments: mode, whether the hosts are asked for
// their names, and addresses (HOST:PORT). Prints what it found, what it took from its first line on, and the processor's part of that. The
// mode `bare` is the floor: as many connections as a full check made, each a request and whatever comes back first, and nothing else.

import { connect } from 'node:net';
import { createRequire } from 'node:module';
import pLimit from 'p-limit';

const started = performance.now();
const { createListenerPorts, probeListener, usualManner } = createRequire(import.meta.url)('../../out/bench/listener.js');
/** The command line's own number. */
const atOnce = pLimit(64);
const [mode, connections, ...addresses] = process.argv.slice(2);
const options = { connectTimeoutMs: 5000, answerTimeoutMs: 5000, totalTimeoutMs: 30_000, ...usualManner, mode };
const ports = createListenerPorts();

async function check(address) {
  const [host, port] = address.split(':');
  const checked = await probeListener({ host, port: Number(port) }, ports, new AbortController().signal, options);
  if (!checked.ok) throw new Error(JSON.stringify(checked.failure));
  const { exchanges, ...verdict } = checked.value;
  return { address, connections: exchanges.length, ...verdict };
}

/** TLS or CredSSP, [MS-RDPBCGR] 2.2.1.1. */
const request = Buffer.from('030000130ee000000000000100080003000000', 'hex');

function askBarely(address) {
  const [host, port] = address.split(':');
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port), noDelay: true }, () => socket.write(request));
    socket.once('data', () => socket.destroy());
    socket.once('error', reject);
    socket.once('close', resolve);
  });
}

async function askManyTimes(address) {
  for (let connection = 0; connection < Number(connections); connection++) await askBarely(address);
  return { address, state: 'rdp', connections: Number(connections) };
}

const verdicts = await Promise.all(addresses.map((address) => atOnce(mode === 'bare' ? askManyTimes : check, address)));
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ verdicts, wallMs: performance.now() - started, processorMs: (user + system) / 1000 }));
