// One check over real sockets, as the doors make it.

import { probeListener, type ProbeOptions } from '../../src/core/listener/probe';
import type { ListenerVerdict } from '../../src/core/listener/verdict';
import { english } from '../../src/core/messages/english';
import { clock } from '../../src/node/clock';
import { createConnector } from '../../src/node/sockets';

/** Far above what loopback needs: only a server that does not answer may reach them. */
export const patient: ProbeOptions = { connectTimeoutMs: 10_000, answerTimeoutMs: 10_000, totalTimeoutMs: 30_000 };

export async function checkOf(host: string, port: number, options: ProbeOptions = patient): Promise<ListenerVerdict> {
  const checked = await probeListener({ host, port }, { connector: createConnector(), clock }, new AbortController().signal, options);
  if (!checked.ok) throw new Error(english(checked.failure.message));
  return checked.value;
}
