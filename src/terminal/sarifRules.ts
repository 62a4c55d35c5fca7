// The rules of a SARIF log: those that found something, with their pages as help.

import type { ReportingDescriptor, Result as SarifResult } from 'sarif';
import { english } from '../core/messages/english';
import type { Rule, RuleCode, Severity } from '../core/rules/rule';
import { rules } from '../core/rules/table';
import { decodeText } from '../core/text/decode';
import type { Files } from './ports';

export const sarifLevels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Readonly<Record<Severity, SarifResult.level>>;

// As code scanning sorts its alerts.
const weights = { error: 'error', warning: 'warning', information: 'recommendation', hint: 'recommendation' } as const satisfies Readonly<Record<Severity, string>>;

/** The paragraphs below a heading of a page, without the marks of Markdown. */
function section(page: string, heading: string): string | undefined {
  const lines = page.split(/\r?\n/);
  const at = lines.indexOf(`## ${heading}`);
  if (at < 0) return undefined;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  return (end < 0 ? rest : rest.slice(0, end)).join(' ').replace(/[`*]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\s+/g, ' ').trim();
}

function tagsOf({ code, symptom }: Rule): string[] {
  return ['remote-desktop', ...(symptom === null ? [] : [`symptom-${String(symptom)}`]), ...(code.startsWith('RDP5') ? ['security'] : [])];
}

function descriptor(rule: Rule, page: string | undefined): ReportingDescriptor {
  const title = english(rule.title);
  const says = page === undefined ? undefined : section(page, 'What it says');
  const matters = page === undefined ? undefined : section(page, 'Why it matters');
  const text = [says, matters].filter((part) => part !== undefined).join(' ');
  return {
    id: rule.code,
    shortDescription: { text: title },
    fullDescription: { text: says ?? title },
    help: page === undefined ? { text: title } : { text: text === '' ? title : text, markdown: page },
    defaultConfiguration: { level: sarifLevels[rule.severity] },
    properties: { symptom: rule.symptom, tags: tagsOf(rule), 'problem.severity': weights[rule.severity], precision: 'high' },
  };
}

export interface RulePages {
  readonly files: Files;
  /** Where the page of a rule is on this machine; one that is not there is done without. */
  rulePage(code: string): string;
}

export async function ruleDescriptors(codes: ReadonlySet<RuleCode>, pages: RulePages): Promise<ReportingDescriptor[]> {
  const descriptors: ReportingDescriptor[] = [];
  for (const rule of rules) {
    if (!codes.has(rule.code)) continue;
    const page = await pages.files.read(pages.rulePage(rule.code));
    descriptors.push(descriptor(rule, page.ok ? decodeText(page.value).text : undefined));
  }
  return descriptors;
}
