// What came back from a batch of programs that one cmd.exe ran (batches.ts): after each stands a mark with its name and exit code.
// The text of a program is kept one letter a byte, because its code page is not known yet and everything that decides is ASCII. A
// mark that is missing is a program nobody heard the end of; it is never taken for one that found nothing.

export interface ToolAnswer {
  /** As cmd.exe has it: 9009 where there is no such program. */
  readonly code: number;
  /** One letter a byte, without the zero bytes of programs that write UTF-16. */
  readonly text: string;
}

/** By the name that stands in the mark. */
export type ToolAnswers = ReadonlyMap<string, ToolAnswer>;

const MARK = 'rdp-diagnostics';
const PIECE = 8192;

/** The line of a batch that says how the program before it ended. */
export function markLine(name: string): string {
  return `echo ${MARK}:${name}:%errorlevel%:`;
}

/** Any bytes. Of a name that comes twice the first counts, so that what a program prints last cannot stand in for another one. */
export function readAnswers(stdout: Uint8Array): ToolAnswers {
  const all = letters(stdout);
  const answers = new Map<string, ToolAnswer>();
  let from = 0;
  for (const mark of all.matchAll(/rdp-diagnostics:([\w.-]{1,60}):(-?\d{1,10}):/g)) {
    const [whole, name = '', code] = mark;
    if (!answers.has(name)) answers.set(name, { code: Number(code), text: all.slice(from, mark.index).replaceAll('\0', '') });
    from = mark.index + whole.length;
  }
  return answers;
}

export function letters(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return pieces.join('');
}

/** Lines without their ends; programs end them with one CR, some with two. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r*\n/);
}
