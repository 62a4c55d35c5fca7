// `redact SNAPSHOT`: the snapshot without what names somebody, to be given away. Printed, so that the original stays what it was.

import { redact } from '../core/snapshot/redact';
import { snapshotText } from '../core/snapshot/snapshotFile';
import { exitCode, type ExitCode } from './exitCode';
import { failureText } from './failureText';
import type { Files, Output } from './ports';
import { printable } from './printable';
import { readSnapshotFile } from './snapshotFiles';

export async function redactCommand(path: string, files: Files, output: Output): Promise<ExitCode> {
  const read = await readSnapshotFile(path, files);
  if (!read.ok) {
    output.complain(printable(failureText(read.failure)));
    return exitCode.failed;
  }
  output.print(snapshotText(redact(read.value)).trimEnd());
  return exitCode.clean;
}
