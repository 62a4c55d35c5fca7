// `lint PATH…`: every file is reported, also when another one cannot be read.

import { english, message } from '../core/messages/message';
import { lintBytes } from '../core/lint/linter';
import type { Finding, Severity } from '../core/rules/rule';
import { createLineMap } from '../core/text/lineMap';
import type { OutputFormat } from './arguments';
import { exitCode, exitCodeFor, type ExitCode } from './exitCode';
import { failureText } from './failureText';
import { findingLine, findingRow, type FindingRow } from './findingText';
import type { Files, Output } from './ports';
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

export interface LintOptions {
  readonly paths: readonly string[];
  readonly format: OutputFormat;
  readonly failOn: Severity;
}

function unreadable(path: string, error: string): LintedFile {
  return { row: { path, format: 'unknown', findings: [], error }, findings: [] };
}

async function lintFile(path: string, files: Files, output: Output): Promise<LintedFile> {
  const bytes = await files.read(path);
  if (!bytes.ok) return unreadable(path, failureText(bytes.failure));
  const onRuleError = (code: string, error: unknown): void => {
    output.complain(ruleErrorText(code, error));
  };
  const { text, result } = lintBytes({ document: path, bytes: bytes.value, severities: new Map(), onRuleError });
  const lines = createLineMap(result.findings.length === 0 ? '' : text);
  const findings = result.findings.map((finding) => findingRow(finding, lines));
  return { row: { path, format: result.format, findings }, findings: result.findings };
}

async function lintPath(path: string, files: Files, output: Output): Promise<readonly LintedFile[]> {
  const found = await files.find(path);
  if (!found.ok) return [unreadable(path, failureText(found.failure))];
  if (found.value.length === 0) return [unreadable(path, english(message('command.noFiles', path)))];
  const linted: LintedFile[] = [];
  for (const file of found.value) linted.push(await lintFile(file, files, output));
  return linted;
}

function textOf({ path, findings, error }: FileRow): readonly string[] {
  return error === undefined ? findings.map((row) => findingLine(path, row)) : [`${path}: ${error}`];
}

export async function lintCommand(options: LintOptions, files: Files, output: Output): Promise<ExitCode> {
  const linted: LintedFile[] = [];
  for (const path of options.paths) linted.push(...(await lintPath(path, files, output)));
  const rows = linted.map(({ row }) => row);
  if (options.format === 'json') output.print(JSON.stringify({ files: rows }));
  else {
    for (const row of rows) {
      for (const line of textOf(row)) {
        if (row.error === undefined) output.print(line);
        else output.complain(line);
      }
    }
  }
  if (rows.some((row) => row.error !== undefined)) return exitCode.failed;
  return exitCodeFor(linted.flatMap(({ findings }) => findings), options.failOn);
}
