// One run of the command line: arguments to a command, a command to an exit code.

import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import { readArguments, type Command } from './arguments';
import { checkCommand, type CheckMachine } from './checkCommand';
import { exitCode, type ExitCode } from './exitCode';
import { explainCommand } from './explainCommand';
import { failureText } from './failureText';
import { lintCommand } from './lintCommand';
import type { Files } from './ports';

export interface Machine extends CheckMachine {
  readonly version: string;
  readonly files: Files;
}

function carryOut(command: Command, machine: Machine): Promise<ExitCode> | ExitCode {
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
      return explainCommand(command, files, output);
    case 'check':
      return checkCommand(command, machine);
  }
}

/** @param words the arguments after the program's name */
export async function run(words: readonly string[], machine: Machine): Promise<ExitCode> {
  const command = readArguments(words);
  if (command.ok) return carryOut(command.value, machine);
  machine.output.complain(failureText(command.failure));
  return exitCode.failed;
}
