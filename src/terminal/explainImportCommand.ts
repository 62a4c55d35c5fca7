// `lint --explain-import FILE`: what `reg import` does with each line.

import { explainImport, type ImportExplanation, type ImportOperation } from '../core/formats/reg/explain';
import { detectFormat } from '../core/formats/detect';
import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import { typeName } from '../core/registry/valueData';
import { decodeText } from '../core/text/decode';
import type { OutputFormat } from './arguments';
import { exitCode, type ExitCode } from './exitCode';
import { failureText } from './failureText';
import type { Files, Output } from './ports';
import { printable, printableJson } from './printable';

const SNIFFED_BYTES = 65_536;

export interface ExplainImportOptions {
  readonly paths: readonly string[];
  readonly format: OutputFormat;
}

function operationText(operation: ImportOperation): string {
  const name = operation.name === undefined ? '' : ` ${operation.name === '' ? '(Default)' : `"${operation.name}"`}`;
  const data = operation.type === undefined ? '' : ` ${typeName(operation.type)} ${operation.data ?? ''}`;
  return `${operation.op} ${operation.key}${name}${data}`;
}

function explanationLines(explanation: ImportExplanation): readonly string[] {
  const assumed = (certainty: string): string => (certainty === 'assumed' ? ' (assumed)' : '');
  const rows = [
    ...explanation.operations.map((row) => ({ line: row.line, text: `${operationText(row)}${assumed(row.certainty)}` })),
    ...explanation.skipped.map((row) => ({ line: row.line, text: `skip: ${row.reason}${assumed(row.certainty)}` })),
  ].sort((a, b) => a.line - b.line);
  const verdict = explanation.accepted ? 'accepted' : 'rejected';
  return [`${verdict}${assumed(explanation.certainty)}`, ...rows.map((row) => `${String(row.line)}: ${row.text}`)];
}

interface Explained {
  readonly path: string;
  readonly explanation: ImportExplanation;
}

function jsonOf(explained: readonly Explained[], several: boolean): string | undefined {
  if (several) return printableJson({ files: explained.map(({ path, explanation }) => ({ path, ...explanation })) });
  const [only] = explained;
  return only === undefined ? undefined : printableJson(only.explanation);
}

/** One file gives its explanation; several give, as JSON, a list with the path of each. */
export async function explainImportCommand(options: ExplainImportOptions, files: Files, output: Output): Promise<ExitCode> {
  const several = options.paths.length > 1;
  const explained: Explained[] = [];
  for (const path of options.paths) {
    const bytes = await files.read(path);
    if (!bytes.ok) output.complain(failureText(bytes.failure));
    else if (detectFormat(decodeText(bytes.value.subarray(0, SNIFFED_BYTES)).text, path) !== 'reg') {
      output.complain(english(message('command.onlyReg', path)));
    } else explained.push({ path, explanation: explainImport(bytes.value) });
  }
  if (options.format === 'json') {
    const json = jsonOf(explained, several);
    if (json !== undefined) output.print(json);
  } else {
    for (const { path, explanation } of explained) {
      if (several) output.print(`${path}:`);
      for (const line of explanationLines(explanation)) output.print(printable(line));
    }
  }
  return explained.length === options.paths.length ? exitCode.clean : exitCode.failed;
}
