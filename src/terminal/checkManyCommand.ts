// `check` of many listeners: so many at a time, a line for each as soon as it is done, as text or as JSON, and at the end what it came to.
// Nothing is kept of a listener that has been printed.

import { renderAddress, type ListenerAddress } from '../core/listener/address';
import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import { checkListener, type ListenerCheckOutcome } from '../core/servers/listenerCheck';
import { manyAtOnce, type Attempt } from '../core/servers/manyAtOnce';
import type { ManyListeners } from './checkArguments';
import { checkRequest, type CheckMachine, type Printing } from './checkRequest';
import { createCheckSum, type CheckSum } from './checkSum';
import { checkTargets, type ListMachine } from './checkTargets';
import { exitCode, type ExitCode } from './exitCode';
import { failureText } from './failureText';
import { listenerLine } from './listenerJson';
import { listenerRow } from './listenerRow';
import { printable } from './printable';

export interface CheckManyMachine extends CheckMachine, ListMachine {
  /** Makes ready for so many checks at a time, and says how many of them the system bears. */
  atMost(atOnce: number): Promise<number>;
}

/** The system's words for a process, or a machine, that has no file or no memory left for a socket. */
const EXHAUSTED: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOBUFS']);

/** A longer name shifts its own line. */
const WIDEST = 48;

const PROGRESS_MS = 100;

function isExhausted({ verdict: { exchanges } }: ListenerCheckOutcome): boolean {
  return exchanges.some(({ answer }) => answer.kind === 'notConnected' && EXHAUSTED.has(answer.systemCode));
}

async function checkAll(addresses: readonly ListenerAddress[], atOnce: number, { asking, format }: ManyListeners & Printing, machine: CheckManyMachine, sum: CheckSum): Promise<void> {
  const { output, clock, signal } = machine;
  const width = addresses.reduce((widest, address) => Math.max(widest, Math.min(WIDEST, renderAddress(address).length)), 0);
  let shownAt = 0;
  const progress = (): void => {
    if (clock.now() - shownAt < PROGRESS_MS) return;
    shownAt = clock.now();
    output.showProgress?.(english(message('command.checking', sum.checked(), addresses.length, sum.answering())));
  };
  const check = async (address: ListenerAddress, last: boolean): Promise<Attempt> => {
    const checked = await checkListener(checkRequest(address, asking, machine), machine, signal);
    // Cancelled: it is among those that were not checked.
    if (!checked.ok) return 'done';
    if (!last && isExhausted(checked.value)) return 'exhausted';
    sum.add(checked.value);
    output.print(format === 'json' ? listenerLine(address, checked.value) : listenerRow(address, checked.value, width));
    progress();
    return 'done';
  };
  progress();
  await manyAtOnce(addresses, atOnce, check, signal);
  output.showProgress?.('');
}

export async function checkManyCommand(wish: ManyListeners & Printing, machine: CheckManyMachine): Promise<ExitCode> {
  const { output } = machine;
  const atOnce = await machine.atMost(wish.atOnce);
  if (atOnce < wish.atOnce) output.complain(english(message('command.fewerAtOnce', atOnce)));
  const targets = await checkTargets(wish, machine);
  if (!targets.ok) {
    output.complain(printable(failureText(targets.failure)));
    return exitCode.failed;
  }
  const { addresses, whole } = targets.value;
  const sum = createCheckSum(wish.failOn);
  await checkAll(addresses, atOnce, wish, machine, sum);
  const unchecked = addresses.length - sum.checked();
  if (wish.format === 'text' && addresses.length > 0) output.print(`\n${sum.text()}`);
  if (unchecked > 0) output.complain(english(message('command.stopped', unchecked, addresses.length)));
  return whole && unchecked === 0 ? sum.exitCode() : exitCode.failed;
}
