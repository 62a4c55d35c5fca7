// `lint --explain-import FILE`: what `reg import` does with each line.

import { explainImport, type ImportExplanation, type ImportOperation } from '../core/formats/reg/explain';
import { detectFormat } from '../core/formats/detect';
import { english, message } from '../core/messages/message';
import { typeName } from '../core/registry/valueData';
import { decodeText } from '../core/text/decode';
import type { OutputFormat } from './arguments';
import { exitCode, type ExitCode } from './exitCode';
import { failureText } from './failureText';
import type { Files, Output } from './ports';

export interface ExplainOptions {
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

/** One file gives its explanation; several give, as JSON, a list with the path of each. */
export async function explainCommand(options: ExplainOptions, files: Files, output: Output): Promise<ExitCode> {
  let code: ExitCode = exitCode.clean;
  const rows: ({ readonly path: string } & ImportExplanation)[] = [];
  for (const path of options.paths) {
    const bytes = await files.read(path);
    if (!bytes.ok || detectFormat(decodeText(bytes.value.subarray(0, 65_536)).text, path) !== 'reg') {
      output.complain(bytes.ok ? english(message('command.onlyReg', path)) : failureText(bytes.failure));
      code = exitCode.failed;
      continue;
    }
    const explanation = explainImport(bytes.value);
    rows.push({ path, ...explanation });
    if (options.format === 'text') {
      if (options.paths.length > 1) output.print(`${path}:`);
      for (const line of explanationLines(explanation)) output.print(line);
    }
  }
  const [only] = rows;
  if (options.format === 'json') {
    if (options.paths.length > 1) output.print(JSON.stringify({ files: rows }));
    else if (only !== undefined) {
      const { path: _path, ...explanation } = only;
      output.print(JSON.stringify(explanation));
    }
  }
  return code;
}
