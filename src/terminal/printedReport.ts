// A report as a terminal shows it: its text, and below it what was found, since no squiggle tells it there. The end of what is printed is
// what a person sees first, so the findings come last.

import { byWeight } from '../core/diagnosis/headline';
import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import type { Finding } from '../core/rules/rule';
import type { ServerReport } from '../core/servers/report';
import { printable } from './printable';

const INDENT = '         ';

function findingLines({ code, severity, message: said, why, unseen }: Finding): readonly string[] {
  return [
    `   ${severity} ${code}  ${english(said)}`,
    ...(why === undefined ? [] : [`${INDENT}${english(why)}`]),
    ...unseen.map((text) => `${INDENT}${english(text)}`),
  ];
}

/** Errors and warnings with the cause first, then the rest in the order of the report. */
export function printedReport({ text, findings }: ServerReport): string {
  const heavy = byWeight(findings);
  const all = [...heavy, ...findings.filter((finding) => !heavy.includes(finding))];
  const found = all.length === 0 ? [] : ['', english(message('command.findings')), ...all.flatMap(findingLines)];
  return printable([text.trimEnd(), ...found].join('\n'));
}
