// One run of the command line: arguments to a command, a command to an exit code. What knows servers, and what shows files, is loaded when it is
// asked for.

import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import { readArguments, type Command } from './arguments';
import type { CheckManyMachine } from './checkManyCommand';
import { exitCode, type ExitCode } from './exitCode';
import type { ExplainMachine } from './explainCommand';
import { explainImportCommand } from './explainImportCommand';
import { failureText } from './failureText';
import type { HostCheckMachine } from './hostCheckCommand';
import { lintCommand, type LintMachine } from './lintCommand';

export type Machine = CheckManyMachine & HostCheckMachine & ExplainMachine & LintMachine;

const serverCommands = () => import('./serverCommands');

async function carryOut(command: Command, machine: Machine): Promise<ExitCode> {
  const { output, files } = machine;
  switch (command.name) {
    case 'help':
      output.print(english(message('command.usage')));
      return exitCode.clean;
    case 'version':
      output.print(machine.version);
      return exitCode.clean;
    case 'lint':
      return lintCommand(command, machine);
    case 'explainImport':
      return explainImportCommand(command, files, output);
    case 'show':
      return (await import('./showCommand')).showCommand(command, machine);
    case 'check':
      return (await serverCommands()).checkCommand(command, machine);
    case 'diagnose':
      return (await serverCommands()).diagnoseCommand(command, machine);
    case 'diff':
      return (await serverCommands()).diffCommand(command, files, output);
    case 'redact':
      return (await serverCommands()).redactCommand(command.path, files, output);
    case 'collector':
      return (await serverCommands()).collectorCommand(output);
    case 'explain':
      return (await serverCommands()).explainCommand(command, machine);
  }
}

/** @param words the arguments after the program's name */
export async function run(words: readonly string[], machine: Machine): Promise<ExitCode> {
  const command = readArguments(words);
  if (command.ok) return carryOut(command.value, machine);
  machine.output.complain(failureText(command.failure));
  return exitCode.failed;
}
