// `lint PATH…`: every file is reported, also when another one cannot be read, and under the name of its GPO.

import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import { detectFormat } from '../core/formats/detect';
import { lintBytes } from '../core/lint/linter';
import type { Finding, Severity } from '../core/rules/rule';
import { decodeText } from '../core/text/decode';
import { createLineMap } from '../core/text/lineMap';
import type { OutputFormat } from './arguments';
import { exitCode, exitCodeFor, type ExitCode } from './exitCode';
import { findDocuments, type FoundDocument } from './documents';
import { failureText } from './failureText';
import { findingLine, findingRow, type FindingRow } from './findingText';
import type { Files, Output } from './ports';
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

export interface LintMachine {
  readonly files: Files;
  readonly output: Output;
  readonly signal: AbortSignal;
}

export interface LintOptions {
  readonly paths: readonly string[];
  readonly format: OutputFormat;
  readonly failOn: Severity;
}

function unreadable(path: string, error: string): LintedFile {
  return { row: { path, format: 'unknown', findings: [], error }, named: false, findings: [] };
}

const SNIFFED_BYTES = 65_536;

async function lintFile({ path, named, gpo, leftOut, format }: FoundDocument, { files, output }: LintMachine): Promise<LintedFile> {
  const about = gpo === undefined ? {} : { gpo };
  if (leftOut) return { row: { path, format, ...about, leftOut, findings: [] }, named, findings: [] };
  const bytes = await files.read(path);
  if (!bytes.ok) return unreadable(path, failureText(bytes.failure));
  const onRuleError = (code: string, error: unknown): void => {
    output.complain(ruleErrorText(code, error));
  };
  if (detectFormat(decodeText(bytes.value.subarray(0, SNIFFED_BYTES)).text, path) === 'snapshot') {
    const { lintSnapshot } = await import('./serverCommands');
    const linted = lintSnapshot(path, bytes.value, onRuleError);
    if (!linted.ok) return unreadable(path, failureText(linted.failure));
    const { rows, findings } = linted.value;
    return { row: { path, format: 'snapshot', findings: rows }, named, findings };
  }
  const { text, result } = lintBytes({ document: path, bytes: bytes.value, severities: new Map(), onRuleError });
  const lines = result.offsets === 'bytes' ? undefined : createLineMap(result.findings.length === 0 ? '' : text);
  const findings = result.findings.map((finding) => findingRow(finding, lines));
  return { row: { path, format: result.format, ...about, findings }, named, findings: result.findings };
}

async function lintAll(paths: readonly string[], machine: LintMachine): Promise<readonly LintedFile[]> {
  const linted: LintedFile[] = [];
  for (const found of await findDocuments(paths, machine)) {
    // Between files only: reading one is not interrupted, but a folder of a thousand must be.
    if (machine.signal.aborted) break;
    linted.push('error' in found ? unreadable(found.path, found.error) : await lintFile(found, machine));
  }
  return linted;
}

function textOf({ path, gpo, findings, error }: FileRow): readonly string[] {
  return error === undefined ? findings.map((row) => findingLine(path, row, gpo)) : [error];
}

export async function lintCommand(options: LintOptions, machine: LintMachine): Promise<ExitCode> {
  const { output, signal } = machine;
  const linted = await lintAll(options.paths, machine);
  const rows = linted.map(({ row }) => row);
  if (options.format === 'json') output.print(printableJson({ files: rows }));
  else {
    for (const row of rows) {
      for (const line of textOf(row)) {
        if (row.error === undefined) output.print(printable(line));
        else output.complain(printable(line));
      }
    }
  }
  // Silence would read as "clean".
  for (const { row, named } of linted) if (named && row.format === 'unknown') output.complain(printable(english(message('command.unknownFormat', row.path))));
  if (signal.aborted) {
    output.complain(english(message('failure.cancelled')));
    return exitCode.failed;
  }
  if (rows.some((row) => row.error !== undefined)) return exitCode.failed;
  return exitCodeFor(linted.flatMap(({ findings }) => findings), options.failOn);
}
