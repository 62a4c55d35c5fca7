// Standard output and error of the command line, and the end of the process. A reader that has seen enough (`| head`) is no error.

interface StandardStreams {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
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

export function openStandardStreams(): StandardStreams {
  endOnFailure(process.stdout);
  endOnFailure(process.stderr);
  return {
    print: (text) => void process.stdout.write(`${text}\n`),
    complain: (text) => void process.stderr.write(`${text}\n`),
    // Not left to the event loop: a resolver that never answers would keep the process alive long after its verdict.
    leave: (code) => {
      process.exitCode = code;
      process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
    },
  };
}
