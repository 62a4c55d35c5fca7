// Everything that stands between a script and its end, each as a failure of its own. What another machine said is shortened and freed of
// control characters before it comes here (complaints.ts).

import { message, type Message } from '../messages/message';
import type { Failure } from '../result';
import type { Ending } from './ending';

function failure(code: Failure['code'], what: Message, remedy: Message, retry = false): Failure {
  return { code, message: what, remedy, retry };
}

export function notWindowsSystem(machine: string, version: string, os: string): Failure {
  return failure('notWindows', message('shell.notWindows.system', machine, version, os), message('shell.notWindows.remedy'));
}

/** @param shell its name, or what it said */
export function notWindowsShell(machine: string, shell: string): Failure {
  return failure('notWindows', message('shell.notWindows.shell', machine, shell), message('shell.notWindows.remedy'));
}

export function missing(machine: string, answer: string): Failure {
  const what = answer === '' ? message('shell.missing', machine) : message('shell.missing.answer', machine, answer);
  return failure('powerShellMissing', what, message('shell.missing.remedy'));
}

export function tooOld(machine: string, version: string): Failure {
  return failure('powerShellTooOld', message('shell.tooOld', machine, version), message('shell.tooOld.remedy'));
}

export function constrained(machine: string, version: string, mode: string): Failure {
  return failure('powerShellConstrained', message('shell.constrained', machine, version, mode), message('shell.constrained.remedy'));
}

/** PowerShell started and complained before the bootstrap could say a word. */
export function notBegun(machine: string, complaint: string): Failure {
  return failure('scriptNotFinished', message('shell.notBegun', machine, complaint), message('shell.notBegun.remedy'));
}

export function cutOff(machine: string, arrived: number, sent: number): Failure {
  return failure('scriptNotFinished', message('shell.cut', machine, arrived, sent), message('shell.notFinished.remedy'), true);
}

export function damaged(machine: string): Failure {
  return failure('scriptNotFinished', message('shell.damaged', machine), message('shell.damaged.remedy'));
}

/** Begun, or not even that, and then no word of how it went on. */
export function broken(machine: string, ending: Ending): Failure {
  return failure('scriptNotFinished', brokenText(machine, ending), message('shell.notFinished.remedy'), true);
}

function brokenText(machine: string, ending: Ending): Message {
  switch (ending.kind) {
    case 'exit':
      return message('shell.notFinished.exit', machine, ending.code);
    case 'signal':
      return message('shell.notFinished.signal', machine, ending.signal);
    case 'unknown':
      return message('shell.notFinished.unknown', machine);
  }
}

export function failed(machine: string, why: string): Failure {
  return failure('scriptFailed', message('shell.failed', machine, why), message('shell.failed.remedy'));
}

export function tooLarge(machine: string, mostBytes: number): Failure {
  return failure('outputTooLarge', message('shell.tooLarge', machine, mostBytes), message('shell.tooLarge.remedy'));
}

/** cmd.exe was asked instead, and what answered is none. */
export function toolsSilent(machine: string, answer: string): Failure {
  return failure('scriptNotFinished', message('shell.tools.silent', machine, answer), message('shell.tools.silent.remedy'));
}

export interface PowerShellFound {
  readonly version: string | null;
  readonly languageMode: string | null;
}

/** The PowerShell behind a failure that says that no script will run there; undefined for any other failure. */
export function unusablePowerShell({ code, message: { key, args } }: Failure): PowerShellFound | undefined {
  const [, version = null, languageMode = null] = args.map(String);
  if (code === 'powerShellTooOld') return { version, languageMode: null };
  if (code === 'powerShellConstrained') return { version, languageMode };
  // A language mode may forbid even the words that would say so.
  return code === 'powerShellMissing' || key === 'shell.notBegun' ? { version: null, languageMode: null } : undefined;
}
