// The report of the last check of a server, as it is kept between sessions: the text a person saw, and the findings that stand in it.
// What is read back is looked at before it is believed; remedies are not kept, they belong to a fresh check.

import * as v from 'valibot';
import type { Finding, RuleCode } from '../rules/rule';
import { messageSchema } from './check';

export interface ServerReport {
  readonly text: string;
  /** Every range lies in `text`. */
  readonly findings: readonly Finding[];
}

const rangeSchema = v.object({ start: v.pipe(v.number(), v.integer(), v.minValue(0)), end: v.pipe(v.number(), v.integer(), v.minValue(0)) });
const evidenceSchema = v.object({ document: v.string(), range: rangeSchema });

function reportSchema(isKey: (key: string) => boolean) {
  const message = messageSchema(isKey);
  const finding = v.object({
    code: v.custom<RuleCode>((code) => typeof code === 'string' && /^RDP\d{3}$/.test(code)),
    severity: v.picklist(['error', 'warning', 'information', 'hint']),
    symptom: v.nullable(v.picklist([1, 2, 3, 4])),
    message,
    evidence: evidenceSchema,
    related: v.array(v.object({ message, evidence: evidenceSchema })),
    tags: v.array(v.picklist(['unnecessary', 'deprecated'])),
    certainty: v.picklist(['confirmed', 'assumed']),
    why: v.optional(message),
    unseen: v.optional(v.array(message), []),
  });
  return v.object({ text: v.string(), findings: v.array(finding) });
}

/** A report as {@link keptReport} wrote it, with messages whose texts `isKey` knows, or undefined for any other text. */
export function readReport(json: string, isKey: (key: string) => boolean): ServerReport | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const read = v.safeParse(reportSchema(isKey), value);
  if (!read.success) return undefined;
  return { text: read.output.text, findings: read.output.findings.map((finding) => ({ ...finding, places: [], remedies: [], why: finding.why })) };
}

export function keptReport(report: ServerReport): string {
  return JSON.stringify(report);
}
