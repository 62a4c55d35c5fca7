// Our check as a process of its own, as a shell would start it: the peers are programs too. Arguments: mode, whether the hosts are asked for
// their names, and addresses (HOST:PORT). Prints what it found, what it took from its first line on, and the processor's part of that.

import { createRequire } from 'node:module';
import pLimit from 'p-limit';

const started = performance.now();
const { createListenerPorts, probeListener, usualManner } = createRequire(import.meta.url)('../../out/bench/listener.js');
/** The command line's own number. */
const atOnce = pLimit(64);
const [mode, askHost, ...addresses] = process.argv.slice(2);
const options = { connectTimeoutMs: 5000, answerTimeoutMs: 5000, totalTimeoutMs: 30_000, ...usualManner, mode, askHost: askHost === 'askHost' };
const ports = createListenerPorts();

const check = async (address) => {
  const [host, port] = address.split(':');
  const checked = await probeListener({ host, port: Number(port) }, ports, new AbortController().signal, options);
  if (!checked.ok) throw new Error(JSON.stringify(checked.failure));
  const { exchanges, ...verdict } = checked.value;
  return { address, connections: exchanges.length, ...verdict };
};
const verdicts = await Promise.all(addresses.map((address) => atOnce(check, address)));
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ verdicts, wallMs: performance.now() - started, processorMs: (user + system) / 1000 }));
