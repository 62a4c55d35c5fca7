// `collector --print`: the script on standard output exactly as it would be sent, so that it can be redirected into a file; how to run it
// on standard error, so that it does not end up in that file.

import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import { collectorText } from '../core/snapshot/collect';
import { exitCode, type ExitCode } from './exitCode';
import type { Output } from './ports';

export function collectorCommand(output: Output): ExitCode {
  // Printing ends the last line.
  output.print(collectorText.replace(/\r?\n$/, ''));
  output.complain(english(message('collector.usage')));
  return exitCode.clean;
}
