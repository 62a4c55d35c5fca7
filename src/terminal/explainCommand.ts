// `explain CODE-OR-MESSAGE`: what a code or a message can mean, the likeliest first, and the pages that say more. Nothing known is said so.

import { english } from '../core/messages/english';
import { explain } from '../core/rdp/explain';
import type { Explanation } from '../core/rdp/explanation';
import { explanationText } from '../core/rdp/explanationText';
import type { OutputFormat } from './arguments';
import { exitCode, type ExitCode } from './exitCode';
import type { Output } from './ports';
import { printable, printableJson } from './printable';

export interface ExplainOptions {
  readonly text: string;
  readonly format: OutputFormat;
}

export interface ExplainMachine {
  readonly output: Output;
  /** Where the page of a rule is on this machine. */
  rulePage(code: string): string;
}

function explanationJson({ kind, name, meaning, details, symptom, certainty, source, rules }: Explanation): object {
  return { kind, name, meaning: english(meaning), details: details.map(english), symptom, certainty, source, rules };
}

function pageLines(explanations: readonly Explanation[], machine: ExplainMachine): readonly string[] {
  const codes = [...new Set(explanations.flatMap(({ rules }) => rules))].sort();
  return codes.length === 0 ? [] : ['', ...codes.map((code) => `${code}  ${machine.rulePage(code)}`)];
}

export function explainCommand({ text, format }: ExplainOptions, machine: ExplainMachine): ExitCode {
  const { output } = machine;
  const explanations = explain(text);
  if (format === 'json') output.print(printableJson({ explanations: explanations.map(explanationJson) }));
  else {
    const said = printable([explanationText(explanations, english).trimEnd(), ...pageLines(explanations, machine)].join('\n'));
    if (explanations.length === 0) output.complain(said);
    else output.print(said);
  }
  return explanations.length === 0 ? exitCode.found : exitCode.clean;
}
