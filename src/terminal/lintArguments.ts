// What comes behind `lint`.

import { message } from '../core/messages/message';
import { succeed, type Result } from '../core/result';
import type { Severity } from '../core/rules/rule';
import { choice, misuse } from './misuse';

export interface LintValues {
  readonly format?: string | undefined;
  readonly 'explain-import'?: boolean | undefined;
  readonly baseline?: string | undefined;
  readonly 'write-baseline'?: string | undefined;
}

export interface LintOptions {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json' | 'sarif';
  readonly failOn: Severity;
  /** The file of accepted findings, and the file to write them to: one of them at most. */
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
}

export type LintWish =
  | ({ readonly name: 'lint' } & LintOptions)
  | { readonly name: 'explainImport'; readonly paths: readonly string[]; readonly format: 'text' | 'json'; readonly failOn: Severity };

export function readLint(paths: readonly string[], values: LintValues, failOn: Severity): Result<LintWish> {
  if (paths.length === 0) return misuse(message('command.noPath'));
  if (values['explain-import'] === true) {
    const foreign = (['baseline', 'write-baseline'] as const).find((option) => values[option] !== undefined);
    if (foreign !== undefined) return misuse(message('command.foreignOption', 'lint --explain-import', foreign, 'lint'));
    const format = choice('format', values.format, ['text', 'json'], 'text');
    return format.ok ? succeed({ name: 'explainImport', paths, format: format.value, failOn }) : format;
  }
  const format = choice('format', values.format, ['text', 'json', 'sarif'], 'text');
  if (!format.ok) return format;
  const { baseline, 'write-baseline': writeBaseline } = values;
  if (baseline !== undefined && writeBaseline !== undefined) return misuse(message('baseline.both'));
  return succeed({ name: 'lint', paths, format: format.value, failOn, baseline, writeBaseline });
}
