// `diagnose SNAPSHOT…`: saved snapshots, one file or a fleet in a folder, each with its report. A file that cannot be read is reported and
// the others go on.

import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import type { Severity } from '../core/rules/rule';
import { diagnoseSnapshot } from '../core/servers/snapshotDiagnosis';
import { snapshotEnding } from '../core/snapshot/snapshotFile';
import type { OutputFormat } from './arguments';
import { exitCode, exitCodeFor, type ExitCode } from './exitCode';
import { failureText } from './failureText';
import { findingsText } from './findingsText';
import { fleetText } from './fleetText';
import type { Files, Output } from './ports';
import { printable, printableJson } from './printable';
import { ruleErrorText } from './ruleErrorText';
import { serverFindingJson, type ServerFindingJson } from './serverFindingJson';
import { readSnapshotFile, showsNothing, snapshotHead, unseenSections } from './snapshotFiles';

export interface DiagnoseOptions {
  readonly paths: readonly string[];
  readonly format: OutputFormat;
  readonly failOn: Severity;
}

export interface DiagnoseMachine {
  readonly files: Files;
  readonly output: Output;
  readonly signal: AbortSignal;
}

interface Row {
  readonly path: string;
  readonly host: string | null;
  readonly at: string | null;
  readonly findings: readonly ServerFindingJson[];
  /** Sections that were not seen. */
  readonly unseen: readonly string[];
  readonly error?: string;
}

interface Diagnosed {
  readonly row: Row;
  readonly text: string;
}

function unreadable(path: string, error: string): Diagnosed {
  return { row: { path, host: null, at: null, findings: [], unseen: [], error }, text: '' };
}

async function diagnoseFile(path: string, { files, output }: DiagnoseMachine): Promise<Diagnosed> {
  const snapshot = await readSnapshotFile(path, files);
  if (!snapshot.ok) return unreadable(path, failureText(snapshot.failure));
  const { text, findings } = diagnoseSnapshot({
    snapshot: snapshot.value,
    name: path,
    document: path,
    say: english,
    severities: new Map(),
    files: [],
    onRuleError: (code, error) => output.complain(ruleErrorText(code, error)),
  });
  // Without a finding, and without a reason to think that there is none.
  const error = showsNothing(snapshot.value) ? { error: english(message('command.showsNothing', path)) } : {};
  return { row: { path, ...snapshotHead(snapshot.value), findings: findings.map(serverFindingJson), unseen: unseenSections(snapshot.value), ...error }, text: `${text.trimEnd()}${findingsText(findings)}` };
}

/** One after the other: of a fleet only the findings are kept. */
async function* diagnoseAll(paths: readonly string[], machine: DiagnoseMachine): AsyncGenerator<Diagnosed> {
  for (const path of paths) {
    const found = await machine.files.find(path, snapshotEnding);
    for (const failed of found.failures) yield unreadable(failed.path, failureText(failed.failure));
    if (found.files.length === 0 && found.failures.length === 0) yield unreadable(path, english(message('command.noSnapshots', path, snapshotEnding)));
    for (const file of found.files) {
      if (machine.signal.aborted) return;
      yield await diagnoseFile(file, machine);
    }
  }
}

export async function diagnoseCommand({ paths, format, failOn }: DiagnoseOptions, machine: DiagnoseMachine): Promise<ExitCode> {
  const { output, signal } = machine;
  const rows: Row[] = [];
  let printed = false;
  for await (const { row, text } of diagnoseAll(paths, machine)) {
    if (format === 'text') {
      if (text !== '') output.print(printable(`${printed ? '\n' : ''}${text}`));
      printed ||= text !== '';
      if (row.error !== undefined) output.complain(printable(row.error));
    }
    rows.push(row);
  }
  const read = rows.filter(({ error }) => error === undefined);
  if (format === 'json') output.print(printableJson({ files: rows }));
  else if (read.length > 1) output.print(printable(`\n${fleetText(read)}`));
  if (signal.aborted) output.complain(english(message('failure.cancelled')));
  if (signal.aborted || read.length < rows.length) return exitCode.failed;
  return exitCodeFor(read.flatMap(({ findings }) => findings), failOn);
}
