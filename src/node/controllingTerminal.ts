// Questions at the terminal of the person who started the command: the controlling terminal, as ssh asks there, so that a pipe into
// standard input is never taken for an answer. Where there is none, nothing is asked.

import { openSync } from 'node:fs';
import { ReadStream, WriteStream } from 'node:tty';
import { onAbort } from './onAbort';
import { createTypedLine } from './typedLine';

interface Terminal {
  readonly input: ReadStream;
  readonly output: WriteStream;
  leave(): void;
}

/** Windows has no name for it that Node can open: there it is standard input and error, where those are a terminal. */
function openTerminal(): Terminal | undefined {
  if (process.platform === 'win32') {
    const { stdin, stderr } = process;
    if (!stdin.isTTY || !stderr.isTTY) return undefined;
    return { input: stdin, output: stderr, leave: () => void stdin.pause() };
  }
  const file = openForBoth('/dev/tty');
  if (file === undefined) return undefined;
  const input = new ReadStream(file);
  const output = new WriteStream(openSync('/dev/tty', 'w'));
  return { input, output, leave: () => [input, output].forEach((stream) => stream.destroy()) };
}

function openForBoth(path: string): number | undefined {
  try {
    return openSync(path, 'r+');
  } catch {
    return undefined; // this process has no terminal
  }
}

/** Asks, and resolves with the line that was typed; undefined where nobody can be asked, or who was asked gave up. */
export async function askAtTerminal(question: string, echo: boolean, signal: AbortSignal): Promise<string | undefined> {
  const terminal = signal.aborted ? undefined : openTerminal();
  if (terminal === undefined) return undefined;
  const { input, output } = terminal;
  try {
    // Raw: the system would show what is typed.
    input.setRawMode(true);
    output.write(question);
    return await new Promise((settle) => {
      const line = createTypedLine();
      const answer = (text: string | undefined): void => {
        unheard();
        settle(text);
      };
      const giveUp = (): void => answer(undefined);
      const unheard = onAbort(signal, giveUp);
      input.once('end', giveUp);
      input.once('error', giveUp);
      input.on('data', (bytes: Buffer) => {
        const typed = line.take(bytes);
        if (echo) output.write(typed.shown);
        // The signal gives up, once it has arrived everywhere: an answer before that would be one of somebody who goes on.
        if (typed.state === 'interrupted') process.kill(process.pid, 'SIGINT');
        else if (typed.state !== 'open') answer(typed.state === 'entered' ? line.text() : undefined);
      });
    });
  } finally {
    input.removeAllListeners('data');
    input.setRawMode(false);
    output.write('\r\n');
    terminal.leave();
  }
}
