// Rows of ground truth: a real listener with a known configuration, and what is true of it. The files listenerTruth*.test.ts state the rows.

import type { Answer } from '../../src/core/listener/answer';
import { protocol } from '../../src/core/rdp/wireCodes';
import { startDisplay, startShadow, type Display, type ShadowSetup } from '../lab/shadow';
import { needs } from '../needs';
import { answerTo } from './check';

export interface TrueListener {
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** The questions of a row, in order: what requestedProtocols is, null for a request without negotiation data. */
const questions: readonly (number | null)[] = [
  null,
  protocol.PROTOCOL_RDP,
  protocol.PROTOCOL_SSL,
  protocol.PROTOCOL_HYBRID,
  protocol.PROTOCOL_SSL | protocol.PROTOCOL_HYBRID,
  protocol.PROTOCOL_RDSTLS,
  protocol.PROTOCOL_SSL | protocol.PROTOCOL_HYBRID | protocol.PROTOCOL_HYBRID_EX,
];

/** The answers to all of the questions, one connection after the other, each as one word: `plain`, `selects1`, `fails5`. */
export async function answersOf({ host, port }: TrueListener): Promise<string> {
  const words: string[] = [];
  for (const question of questions) words.push(wordOf(await answerTo(host, port, question)));
  return words.join(' ');
}

function wordOf(answer: Answer): string {
  if (answer.kind === 'selected') return `selects${String(answer.selectedProtocol)}`;
  return answer.kind === 'failure' ? `fails${String(answer.failureCode)}` : answer.kind;
}

/** Starts the listener of every row before the tests of a suite and stops them all after it, also where one does not start. */
export function startedForSuite<Row>(rows: readonly Row[], start: (row: Row) => Promise<TrueListener>): (row: Row) => TrueListener {
  const listeners = new Map<Row, TrueListener>();
  before(async () => {
    const starts = await Promise.allSettled(rows.map(async (row) => listeners.set(row, await start(row))));
    for (const started of starts) if (started.status === 'rejected') throw started.reason;
  });
  after(() => Promise.all([...listeners.values()].map((listener) => listener.stop())));
  return (row) => {
    const listener = listeners.get(row);
    if (listener === undefined) throw new Error('its listener is not there');
    return listener;
  };
}

/** The same for FreeRDP servers, each at addresses of its own in `network` (`127.0.42`). */
export function shadowsForSuite<Row extends ShadowSetup>(rows: readonly Row[], network: string): (row: Row) => TrueListener {
  let display: Display | undefined;
  before(async function () {
    needs(this, 'shadow');
    display = await startDisplay();
  });
  const listenerOf = startedForSuite(rows, (row) => {
    const number = String(rows.indexOf(row));
    if (display === undefined) throw new Error('there is no display');
    return startShadow(`${network}.1${number}`, `${network}.2${number}`, display, row);
  });
  after(() => display?.stop());
  return listenerOf;
}
