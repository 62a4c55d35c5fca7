// The report of a check as a document for others: Markdown for a ticket, JSON for a program. Both hold the text a person saw and the
// findings that stand in it; neither adds a fact.

import type { Message } from '../messages/message';
import { message } from '../messages/message';
import type { Finding } from '../rules/rule';
import type { Snapshot } from '../snapshot/snapshot';
import type { ServerReport } from './report';

export type Say = (text: Message) => string;

export interface ExportedReport {
  /** What the report is about, as the person knows it. */
  readonly name: string;
  readonly report: ServerReport;
  /** Undefined where the host itself was not seen. */
  readonly snapshot: Snapshot | undefined;
}

const severityTexts = {
  error: message('export.error'),
  warning: message('export.warning'),
  information: message('export.information'),
  hint: message('export.hint'),
} as const;

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Text of others stays text: no link, no emphasis, no HTML. */
const escape = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

function row(text: string, { code, severity, message: says, why, unseen, evidence }: Finding, say: Say): string {
  const sentences = [says, ...(why === undefined ? [] : [why]), ...unseen].map((part) => escape(say(part)));
  return `- **${say(severityTexts[severity])}** ${code}: ${sentences.join(' ')} (${say(message('export.line', lineAt(text, evidence.range.start)))})`;
}

/** A fence longer than any run of backticks in the text. */
function fenceFor(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(Math.max(3, longest + 1));
}

export function reportMarkdown({ name, report: { text, findings } }: ExportedReport, say: Say): string {
  const fence = fenceFor(text);
  return [
    `# ${escape(name)}`,
    '',
    ...(findings.length === 0 ? [say(message('export.noFindings'))] : findings.map((finding) => row(text, finding, say))),
    '',
    `${fence}text`,
    text.trimEnd(),
    fence,
    '',
  ].join('\n');
}

/** `{ name, report, findings, snapshot }`: `report` is a list of lines, `line` of a finding counts them from 1; `snapshot` may be null. */
export function reportJson({ name, report: { text, findings }, snapshot }: ExportedReport, say: Say): string {
  const rows = findings.map(({ code, severity, symptom, message: says, why, unseen, certainty, evidence }) => ({
    code,
    severity,
    symptom,
    message: say(says),
    why: why === undefined ? null : say(why),
    unseen: unseen.map(say),
    certainty,
    line: lineAt(text, evidence.range.start),
  }));
  const document = { name, report: text.trimEnd().split('\n'), findings: rows, snapshot: snapshot ?? null };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
