// `diff SNAPSHOT SNAPSHOT`: what differs between two snapshots. What one of them did not see is a difference too: nobody knows that it is
// the same.

import { english } from '../core/messages/english';
import type { Message } from '../core/messages/message';
import { compareSnapshots } from '../core/snapshot/compare';
import { comparisonText } from '../core/snapshot/comparisonText';
import type { SnapshotDifference } from '../core/snapshot/difference';
import type { OutputFormat } from './arguments';
import { exitCode, type ExitCode } from './exitCode';
import { failureText } from './failureText';
import type { Files, Output } from './ports';
import { printable, printableJson } from './printable';
import { readSnapshotFile, snapshotHead } from './snapshotFiles';

export interface DiffOptions {
  readonly before: string;
  readonly after: string;
  readonly format: OutputFormat;
}

const said = (text: Message | undefined): string | null => (text === undefined ? null : english(text));

function differenceJson({ fact, section, change, label, before, after, symptom }: SnapshotDifference): object {
  return { fact, section, change, label: english(label), before: said(before), after: said(after), symptom };
}

export async function diffCommand(options: DiffOptions, files: Files, output: Output): Promise<ExitCode> {
  const [before, after] = [await readSnapshotFile(options.before, files), await readSnapshotFile(options.after, files)];
  for (const read of [before, after]) if (!read.ok) output.complain(printable(failureText(read.failure)));
  if (!before.ok || !after.ok) return exitCode.failed;
  const differences = compareSnapshots(before.value, after.value);
  const text = (): string => printable(comparisonText(differences, options, english).trimEnd());
  const json = (): string =>
    printableJson({
      before: { path: options.before, ...snapshotHead(before.value) },
      after: { path: options.after, ...snapshotHead(after.value) },
      differences: differences.map(differenceJson),
    });
  output.print(options.format === 'json' ? json() : text());
  return differences.length === 0 ? exitCode.clean : exitCode.found;
}
