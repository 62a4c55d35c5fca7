// Standard input of the command line, whole. Read only where somebody asked for it: nobody types what a pipe is for.

import { message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';

/** A list of hosts that is larger was not meant. */
const LARGEST = 64 * 1024 * 1024;
const MB = 1_000_000;

export async function readInput(): Promise<Result<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LARGEST) {
      const [read, most] = [Math.round(size / MB), Math.round(LARGEST / MB)];
      return fail({ code: 'fileTooLarge', message: message('command.fileTooLarge', '-', read, most), remedy: message('failure.fileUnreadable.remedy'), retry: false });
    }
    chunks.push(chunk);
  }
  return succeed(Buffer.concat(chunks));
}
