// A security template (GptTmpl.inf of a GPO, or what secedit exports) as entries and faults. Sections that say nothing about the registry,
// rights, services or groups are left alone. Nobody was seen to say which of two lines about one thing counts, so both are entries, in
// their order. Follows MS-GPSB 2.2 and templates of real backups; total on any text, and linear in its length.

import type { DocumentId, Evidence } from '../../registry/observation';
import { firstNonAscii, type TextEncodingSeen } from '../../text/decode';
import type { TextRange } from '../../text/range';
import type { Entry } from '../entry';
import type { Fault, FaultKind } from '../fault';
import { inOrderOfText, type SourceReading } from '../source';
import { encodingVariant, headFault } from './head';
import { templateLines, type TemplateLine } from './lines';
import { principalFaults, refusedFault, rightFault, type FaultSeen } from './lineFaults';
import { RepeatedStatements } from './repeated';
import { meantRights } from './rightNames';
import { statementIn, type TemplateStatement } from './statements';

/** @param text decoded, without a byte order mark; evidence are offsets of it */
export function readSecurityTemplate(text: string, seenEncoding: TextEncodingSeen, document: DocumentId): SourceReading {
  const entries: Entry[] = [];
  const faults: Fault[] = [];
  const add = (kind: FaultKind, seen: FaultSeen): void => {
    const { at, related, ...rest } = seen;
    const to = related === undefined ? {} : { related: evidenceOf(document, related) };
    faults.push({ kind, evidence: evidenceOf(document, at), places: [], remedies: [], certainty: 'assumed', ...rest, ...to });
  };
  const encoding = encodingVariant(seenEncoding, firstNonAscii(text) >= 0);
  if (encoding !== undefined) add('templateEncoding', { at: { start: 0, end: 0 }, args: [encoding] });
  const template = templateLines(text);
  const head = headFault(text, template);
  if (head !== undefined) add('templateHead', head);
  for (const at of template.damaged) add('templateLine', refusedFault(text, { kind: 'refused', why: 'section', at }));
  const repeated = new RepeatedStatements(text);
  const meantRight = meantRights();
  for (const line of template.lines) {
    const statement = statementIn(text, line, document);
    if (statement === undefined) continue;
    if (statement.kind === 'refused') {
      add('templateLine', refusedFault(text, statement));
      continue;
    }
    entries.push(entryOf(text, line, statement, document));
    repeated.add(line, statement);
    for (const seen of principalFaults(text, statement)) add('templatePrincipal', seen);
    const misspelt = statement.kind === 'right' ? rightFault(text, statement.right, meantRight) : undefined;
    if (misspelt !== undefined) add('templateRight', misspelt);
  }
  for (const seen of repeated.found()) add('templateRepeated', seen);
  return { document, entries, faults: inOrderOfText(faults) };
}

function evidenceOf(document: DocumentId, { start, end }: TextRange): Evidence {
  return { document, range: { start, end } };
}

function entryOf(text: string, line: TemplateLine, statement: Exclude<TemplateStatement, { kind: 'refused' }>, document: DocumentId): Entry {
  const told = (nameRange: TextRange, dataRange: TextRange): { readonly evidence: Evidence } => ({
    evidence: { document, range: { start: line.start, end: Math.max(dataRange.end, nameRange.end) }, nameRange: { ...nameRange }, dataRange: { ...dataRange } },
  });
  switch (statement.kind) {
    case 'registry': {
      const { hive, key, name, type, bytes, path, data } = statement.value;
      return { kind: 'registry', hive, key, name, type, data: bytes, action: 'set', ...told(path, data) };
    }
    case 'right': {
      const { name, list, principals } = statement.right;
      return { kind: 'userRight', right: text.slice(name.start, name.end), principals, ...told(name, list) };
    }
    case 'service': {
      const { name, startMode, nameRange, modeRange, end } = statement.service;
      const { evidence } = told(nameRange, modeRange);
      return { kind: 'service', name, startMode, evidence: { ...evidence, range: { start: line.start, end } } };
    }
    case 'group': {
      const { members: { name, list, principals }, group, relation } = statement;
      return { kind: 'groupMember', group, relation, principals, ...told(name, list) };
    }
  }
}
