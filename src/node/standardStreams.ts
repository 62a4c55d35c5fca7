// Standard output and error of the command line, and the end of the process. A reader that has seen enough (`| head`) is no error.

interface StandardStreams {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Only where standard error is a terminal: what is printed goes above it. */
  readonly showProgress?: (text: string) => void;
  /** Ends the process once everything is written. */
  readonly leave: (code: number) => void;
}

function endOnFailure(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode);
    // Standard error itself may be what failed: then nothing can be said, and the exit code is all there is.
    if (stream === process.stdout) process.stderr.write(`internal error: ${error.message}\n`);
    process.exit(2);
  });
}

/** To the start of the line, which is then empty. */
const CLEAR = '\r\x1b[K';

export function openStandardStreams(): StandardStreams {
  const { stdout, stderr } = process;
  endOnFailure(stdout);
  endOnFailure(stderr);
  let progress = '';
  const write = (stream: NodeJS.WriteStream, text: string): void => {
    if (progress !== '') stderr.write(CLEAR);
    stream.write(`${text}\n`);
    if (progress !== '') stderr.write(progress);
  };
  const showProgress = (text: string): void => {
    if (progress !== '') stderr.write(CLEAR);
    // A line that wraps could not be taken away again.
    progress = text.slice(0, Math.max(0, stderr.columns - 1));
    stderr.write(progress);
  };
  return {
    print: (text) => write(stdout, text),
    complain: (text) => write(stderr, text),
    ...(stderr.isTTY ? { showProgress } : {}),
    // Not left to the event loop: a resolver that never answers would keep the process alive long after its verdict.
    leave: (code) => {
      process.exitCode = code;
      stdout.write('', () => stderr.write('', () => process.exit(code)));
    },
  };
}
