// The findings of a report, spelled out below it: an editor tells them where somebody points at their lines, a terminal has to print them.

import { byWeight } from '../core/diagnosis/headline';
import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import type { Finding } from '../core/rules/rule';

function block({ code, severity, symptom, message: says, why, unseen, certainty }: Finding): string {
  const below = [
    ...(why === undefined ? [] : [why]),
    ...unseen,
    ...(certainty === 'assumed' ? [message('reportDocument.assumed')] : []),
  ];
  const about = symptom === null ? '' : `, ${english(message('command.symptom', symptom))}`;
  return [`${severity} ${code}${about}: ${english(says)}`, ...below.map((text) => `   ${english(text)}`)].join('\n');
}

/** Those that explain most first, then what is only worth knowing; empty for none. Begins with an empty line. */
export function findingsText(findings: readonly Finding[]): string {
  const told = [...byWeight(findings), ...findings.filter(({ severity }) => severity === 'information')];
  return told.length === 0 ? '' : `\n\n${english(message('command.findings'))}\n${told.map(block).join('\n')}`;
}
