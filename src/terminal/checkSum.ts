// What many checks come to: how many listeners there were in each state, and how many of them a rule has something to say about.

import type { ListenerState } from '../core/listener/verdict';
import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import type { Severity } from '../core/rules/rule';
import type { ListenerCheckOutcome } from '../core/servers/listenerCheck';
import { checkedExitCode } from './checkRequest';
import { exitCode, type ExitCode } from './exitCode';

export interface CheckSum {
  add(checked: ListenerCheckOutcome): void;
  checked(): number;
  /** How many answer as Remote Desktop. */
  answering(): number;
  exitCode(): ExitCode;
  text(): string;
}

const states: readonly ListenerState[] = ['rdp', 'notRdp', 'refused', 'timeout', 'unreachable', 'unresolved'];

export function createCheckSum(failOn: Severity): CheckSum {
  const counts = new Map<ListenerState, number>();
  const count = (state: ListenerState): number => counts.get(state) ?? 0;
  const checked = (): number => states.reduce((sum, state) => sum + count(state), 0);
  let faulty = 0;
  let code: ExitCode = exitCode.clean;
  return {
    add({ verdict, report: { findings } }) {
      counts.set(verdict.state, count(verdict.state) + 1);
      if (findings.some(({ severity }) => severity === 'error' || severity === 'warning')) faulty++;
      if (checkedExitCode(verdict, findings, failOn) !== exitCode.clean) code = exitCode.found;
    },
    checked,
    answering: () => count('rdp'),
    exitCode: () => code,
    text: () => {
      const told = states.filter((state) => count(state) > 0).map((state) => `${String(count(state))} ${state}`);
      const rows = [english(message('command.listeners', [String(checked()), ...told].join(', '))), english(message('command.faulty', faulty))];
      return rows.join('\n');
    },
  };
}
