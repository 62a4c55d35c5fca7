// `lint PATH…`: every file is reported, also when another one cannot be read, and under the name of its GPO.

import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import { detectFormat } from '../core/formats/detect';
import { lintBytes } from '../core/lint/linter';
import { succeed } from '../core/result';
import type { Finding } from '../core/rules/rule';
import { decodeText } from '../core/text/decode';
import { createLineMap } from '../core/text/lineMap';
import { exitCode, exitCodeFor, type ExitCode } from './exitCode';
import { findDocuments, type FoundDocument } from './documents';
import { failureText } from './failureText';
import { findingLine, findingRow, type FindingRow } from './findingText';
import type { LintOptions } from './lintArguments';
import type { LintedDocument } from './lintedDocument';
import { openRecipients, type LintRecipients, type RecipientsMachine } from './lintRecipients';
import type { Output } from './ports';
import { printable, printableJson } from './printable';
import { ruleErrorText } from './ruleErrorText';

interface FileRow {
  readonly path: string;
  readonly format: string;
  /** The display name of the GPO it belongs to. */
  readonly gpo?: string;
  /** A report: the files of the same backup were checked instead. */
  readonly leftOut?: true;
  readonly findings: readonly FindingRow[];
  readonly error?: string;
}

interface LintedFile {
  readonly row: FileRow;
  readonly named: boolean;
  readonly findings: readonly Finding[];
}

export interface LintMachine extends RecipientsMachine {
  readonly output: Output;
  readonly signal: AbortSignal;
}

function unreadable(path: string, error: string): LintedFile {
  return { row: { path, format: 'unknown', findings: [], error }, named: false, findings: [] };
}

const SNIFFED_BYTES = 65_536;

type Opened = { readonly document: LintedDocument } | { readonly error: string };

async function openFile({ path, gpo, off }: FoundDocument, { files, output }: LintMachine): Promise<Opened> {
  const bytes = await files.read(path);
  if (!bytes.ok) return { error: failureText(bytes.failure) };
  const onRuleError = (code: string, error: unknown): void => {
    output.complain(ruleErrorText(code, error));
  };
  const read = { path, gpo, bytes: bytes.value };
  if (detectFormat(decodeText(bytes.value.subarray(0, SNIFFED_BYTES)).text, path) === 'snapshot') {
    const { lintSnapshot } = await import('./serverCommands');
    const linted = lintSnapshot(path, bytes.value, onRuleError);
    if (!linted.ok) return { error: failureText(linted.failure) };
    return { document: { ...read, ...linted.value, format: 'snapshot', offsets: 'sections', editsFor: () => undefined } };
  }
  const { text, result } = lintBytes({ document: path, bytes: bytes.value, off, severities: new Map(), onRuleError });
  return { document: { ...read, ...result, text } };
}

async function lintFile(found: FoundDocument, machine: LintMachine, recipients: LintRecipients): Promise<LintedFile> {
  const { path, named, gpo, leftOut } = found;
  const about = gpo === undefined ? {} : { gpo };
  if (leftOut) return { row: { path, format: found.format, ...about, leftOut, findings: [] }, named, findings: [] };
  const opened = await openFile(found, machine);
  if ('error' in opened) return unreadable(path, opened.error);
  const { text, format, offsets } = opened.document;
  const findings = recipients.tell(opened.document);
  const lines = offsets === 'bytes' ? undefined : createLineMap(findings.length === 0 ? '' : text);
  return { row: { path, format, ...about, findings: findings.map((finding) => findingRow(finding, lines)) }, named, findings };
}

async function lintAll(paths: readonly string[], machine: LintMachine, recipients: LintRecipients): Promise<readonly LintedFile[]> {
  const linted: LintedFile[] = [];
  for (const found of await findDocuments(paths, machine)) {
    // Between files only: reading one is not interrupted, but a folder of a thousand must be.
    if (machine.signal.aborted) break;
    linted.push('error' in found ? unreadable(found.path, found.error) : await lintFile(found, machine, recipients));
  }
  return linted;
}

function textOf({ path, gpo, findings, error }: FileRow): readonly string[] {
  return error === undefined ? findings.map((row) => findingLine(path, row, gpo)) : [error];
}

function printText(rows: readonly FileRow[], output: Output): void {
  for (const row of rows) {
    for (const line of textOf(row)) {
      if (row.error === undefined) output.print(printable(line));
      else output.complain(printable(line));
    }
  }
}

/** Whether what a baseline has to say, or to write, could be done. */
async function closeBaseline({ baseline }: LintRecipients, complete: boolean, output: Output): Promise<boolean> {
  const closed = (await baseline?.close(complete)) ?? succeed([]);
  if (closed.ok) for (const text of closed.value) output.complain(printable(english(text)));
  else output.complain(printable(failureText(closed.failure)));
  return closed.ok;
}

export async function lintCommand(options: LintOptions, machine: LintMachine): Promise<ExitCode> {
  const { output, signal } = machine;
  const opened = await openRecipients(options, machine);
  if (!opened.ok) {
    output.complain(printable(failureText(opened.failure)));
    return exitCode.failed;
  }
  const recipients = opened.value;
  const { sarif } = recipients;
  const linted = await lintAll(options.paths, machine, recipients);
  const rows = linted.map(({ row }) => row);
  const complete = !signal.aborted && rows.every((row) => row.error === undefined);
  for (const { path, error } of rows) if (error !== undefined) sarif?.notify('error', path, error);
  // Silence would read as "clean".
  const unknown = linted.filter(({ row, named }) => named && row.error === undefined && row.format === 'unknown').map(({ row: { path } }) => ({ path, text: english(message('command.unknownFormat', path)) }));
  for (const { path, text } of unknown) sarif?.notify('warning', path, text);
  if (sarif !== undefined) output.print(await sarif.close(complete));
  else if (options.format === 'json') output.print(printableJson({ files: rows }));
  else printText(rows, output);
  for (const { text } of unknown) output.complain(printable(text));
  const closed = await closeBaseline(recipients, complete, output);
  if (signal.aborted) output.complain(english(message('failure.cancelled')));
  return complete && closed ? exitCodeFor(linted.flatMap(({ findings }) => findings), options.failOn) : exitCode.failed;
}
