// PowerShell on this computer. The program is a file at a place Windows keeps for it: neither the current folder nor PATH decides which.

import { existsSync } from 'node:fs';
import { hostname, type as systemName } from 'node:os';
import { join } from 'node:path';
import { message } from '../core/messages/message';
import type { Execution, Executor } from '../core/ports';
import { fail, succeed, type Failure, type Result } from '../core/result';
import type { FixedCommand } from '../core/shell/fixedCommands';
import { runProgram, windowsProgram } from './processes';

export type LocalPrograms = Readonly<Partial<Record<FixedCommand['name'], string>>>;

export interface LocalSetup {
  readonly platform: NodeJS.Platform;
  /** Absolute paths. */
  readonly programs: LocalPrograms;
}

export const thisComputer: LocalSetup = { platform: process.platform, programs: windowsPrograms() };

function windowsPrograms(): LocalPrograms {
  const programFiles = process.env['ProgramFiles'] ?? '';
  return {
    powershell: windowsProgram('WindowsPowerShell', 'v1.0', 'powershell.exe'),
    pwsh: join(/^[A-Za-z]:[\\/]/.test(programFiles) ? programFiles : 'C:\\Program Files', 'PowerShell', '7', 'pwsh.exe'),
    tools: windowsProgram('cmd.exe'),
  };
}

/** Fails with `unsupportedHere` on anything but Windows. */
export function openLocal({ platform, programs }: LocalSetup = thisComputer): Result<Executor> {
  const machine = hostname();
  if (platform !== 'win32') return fail(notWindows(machine));
  return succeed({
    machine,
    async execute({ command, ...limits }: Execution, signal: AbortSignal) {
      const file = programs[command.name];
      // There is no shell in between that could be asked which one it is.
      if (file === undefined || !existsSync(file)) return fail(absent(command.name, file, machine));
      return runProgram({ file, args: command.words.slice(1), ...limits }, signal);
    },
    // Nothing is kept open.
    close: () => undefined,
  });
}

function notWindows(machine: string): Failure {
  return {
    code: 'unsupportedHere',
    message: message('shell.local.unsupported', machine, systemName()),
    remedy: message('shell.local.unsupported.remedy'),
    retry: false,
  };
}

function absent(name: string, file: string | undefined, machine: string): Failure {
  return {
    code: 'powerShellMissing',
    message: message('shell.local.missing', file ?? name, machine),
    remedy: message('shell.missing.remedy'),
    retry: false,
  };
}
