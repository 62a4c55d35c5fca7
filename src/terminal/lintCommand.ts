// `lint PATH…`: every file is reported, also when another one cannot be read.

import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import { detectFormat } from '../core/formats/detect';
import { lintBytes } from '../core/lint/linter';
import type { Finding, Severity } from '../core/rules/rule';
import { decodeText } from '../core/text/decode';
import { createLineMap } from '../core/text/lineMap';
import type { OutputFormat } from './arguments';
import { exitCode, exitCodeFor, type ExitCode } from './exitCode';
import { failureText } from './failureText';
import { findingLine, findingRow, type FindingRow } from './findingText';
import type { Files, Output } from './ports';
import { printable, printableJson } from './printable';
import { ruleErrorText } from './ruleErrorText';

interface FileRow {
  readonly path: string;
  readonly format: string;
  readonly findings: readonly FindingRow[];
  readonly error?: string;
}

interface LintedFile {
  readonly row: FileRow;
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
  return { row: { path, format: 'unknown', findings: [], error }, findings: [] };
}

const SNIFFED_BYTES = 65_536;

async function lintFile(path: string, { files, output }: LintMachine): Promise<LintedFile> {
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
    return { row: { path, format: 'snapshot', findings: rows }, findings };
  }
  const { text, result } = lintBytes({ document: path, bytes: bytes.value, severities: new Map(), onRuleError });
  const lines = createLineMap(result.findings.length === 0 ? '' : text);
  const findings = result.findings.map((finding) => findingRow(finding, lines));
  return { row: { path, format: result.format, findings }, findings: result.findings };
}

async function lintPath(path: string, machine: LintMachine): Promise<readonly LintedFile[]> {
  const found = await machine.files.find(path, '.reg');
  const linted = found.failures.map((failed) => unreadable(failed.path, failureText(failed.failure)));
  if (found.files.length === 0 && linted.length === 0) return [unreadable(path, english(message('command.noFiles', path)))];
  for (const file of found.files) {
    // Between files only: reading one is not interrupted, but a folder of a thousand must be.
    if (machine.signal.aborted) break;
    linted.push(await lintFile(file, machine));
  }
  return linted;
}

function textOf({ path, findings, error }: FileRow): readonly string[] {
  return error === undefined ? findings.map((row) => findingLine(path, row)) : [error];
}

export async function lintCommand(options: LintOptions, machine: LintMachine): Promise<ExitCode> {
  const { output, signal } = machine;
  const linted: LintedFile[] = [];
  for (const path of options.paths) linted.push(...(await lintPath(path, machine)));
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
  for (const row of rows) if (row.error === undefined && row.format === 'unknown') output.complain(printable(english(message('command.unknownFormat', row.path))));
  if (signal.aborted) {
    output.complain(english(message('failure.cancelled')));
    return exitCode.failed;
  }
  if (rows.some((row) => row.error !== undefined)) return exitCode.failed;
  return exitCodeFor(linted.flatMap(({ findings }) => findings), options.failOn);
}
