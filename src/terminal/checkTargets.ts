// Which listeners a check of many is about: the command line's own, and those of files and standard input. A file that cannot be read, or
// a line that is no host, is told and the rest is checked; the caller hears that it is not everything.

import type { ListenerAddress } from '../core/listener/address';
import { addressesIn, mostListeners, sizeOf, type ListenerRange } from '../core/listener/addressRange';
import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import { succeed, type Result } from '../core/result';
import type { ManyListeners } from './checkArguments';
import { failureText } from './failureText';
import { misuse } from './misuse';
import type { Files, Output } from './ports';
import { printable } from './printable';

export interface CheckTargets {
  readonly addresses: readonly ListenerAddress[];
  /** Everything that was named could be taken. */
  readonly whole: boolean;
}

export interface ListMachine {
  readonly files: Files;
  readonly output: Output;
  /** Standard input, to its end. */
  readonly readInput: () => Promise<Result<Uint8Array>>;
}

const INPUT = '-';

/** Fails where all of them together are more than one run may check. */
export async function checkTargets({ ranges, lists }: ManyListeners, { files, readInput, output }: ListMachine): Promise<Result<CheckTargets>> {
  const all: ListenerRange[] = [...ranges];
  let whole = true;
  const complain = (text: string): void => {
    whole = false;
    output.complain(printable(text));
  };
  for (const path of new Set(lists)) {
    const { readHostList } = await import('../core/servers/importers');
    const bytes = await (path === INPUT ? readInput() : files.read(path));
    const list = bytes.ok ? readHostList(bytes.value, path) : bytes;
    if (!list.ok) {
      complain(failureText(list.failure));
      continue;
    }
    for (const { what, line, why } of list.value.leftOut) {
      const where = line === undefined ? path : `${path}:${String(line)}`;
      complain(english(message('hosts.leftOut', where, what, english(why))));
    }
    all.push(...list.value.ranges);
  }
  return sizeOf(all) > mostListeners ? misuse(message('command.tooMany', mostListeners)) : succeed({ addresses: addressesIn(all), whole });
}
