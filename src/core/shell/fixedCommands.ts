// Every command line this program ever runs on another machine, in one closed list. They are constants: what varies (scripts and their
// parameters) goes through standard input. A test holds each to letters that mean the same in cmd, PowerShell and bash.

import { bootstrapBase64 } from './bootstrap';

export interface FixedCommand {
  /** For messages and logs. */
  readonly name: 'powershell' | 'pwsh' | 'whichShell' | 'tools';
  /** As a login shell takes it. */
  readonly line: string;
  /** As an operating system takes it: the program, then its arguments. */
  readonly words: readonly string[];
}

function command(name: FixedCommand['name'], line: string): FixedCommand {
  return { name, line, words: line.split(/ +/) };
}

// Two blanks before the last option: only cmd.exe hands a line on as it was typed, so a PowerShell that still sees them knows its shell.
const options = '-NoProfile -NonInteractive  -EncodedCommand';

export const fixedCommands = {
  /** Windows PowerShell, which every Windows since 7 has. */
  powershell: command('powershell', `powershell ${options} ${bootstrapBase64}`),
  /** PowerShell 7, where Windows PowerShell was taken out. */
  pwsh: command('pwsh', `pwsh ${options} ${bootstrapBase64}`),
  /** Asked after a failure only: cmd.exe puts in `Windows_NT`, a Unix shell its own name, PowerShell nothing. */
  whichShell: command('whichShell', 'echo %OS% $0'),
  /** Where no PowerShell can run a script: cmd.exe takes lines from its standard input (core/snapshot/tools/batches.ts), and echoes none. */
  tools: command('tools', 'cmd /d /q'),
} as const satisfies Readonly<Record<FixedCommand['name'], FixedCommand>>;
