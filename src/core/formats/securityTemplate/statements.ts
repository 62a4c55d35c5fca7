// One line of a section that is read here, taken apart: a registry value, a right, a service or the members of a group. Lines of other
// sections are nobody's business. What the lines mean for each other (repeated, missing) is reading.ts.

import type { DocumentId } from '../../registry/observation';
import type { TextRange } from '../../text/range';
import type { Principal } from '../entry';
import { trimmed, type TemplateLine } from './lines';
import { identified, principalsIn } from './principals';
import { registryLine, type RegistryLine, type Refused } from './registryValueLine';
import { serviceLine, type BadService, type ServiceLine } from './serviceLine';

/** `name = list` in [Privilege Rights] and [Group Membership]. */
export interface ListLine {
  readonly name: TextRange;
  /** Behind the equals sign, without a comment; empty at the end of the line where nothing is listed. */
  readonly list: TextRange;
  readonly principals: readonly Principal[];
}

export interface RefusedLine {
  readonly kind: 'refused';
  readonly why: Refused['why'] | BadService['why'] | 'group' | 'section';
  readonly at: TextRange;
}

export type TemplateStatement =
  | { readonly kind: 'registry'; readonly value: RegistryLine }
  | { readonly kind: 'right'; readonly right: ListLine }
  | { readonly kind: 'service'; readonly service: ServiceLine }
  | { readonly kind: 'group'; readonly members: ListLine; readonly group: Omit<Principal, 'evidence'>; readonly relation: 'members' | 'memberOf' }
  | RefusedLine;

/** Undefined for a line of a section that is not read. Total: any line gives an answer. */
export function statementIn(text: string, line: TemplateLine, document: DocumentId): TemplateStatement | undefined {
  switch (line.section) {
    case 'registry values': {
      const value = registryLine(text, line);
      return 'why' in value ? { kind: 'refused', ...value } : { kind: 'registry', value };
    }
    case 'privilege rights': {
      const right = listLine(text, line, document);
      return 'why' in right ? { kind: 'refused', ...right } : { kind: 'right', right };
    }
    case 'service general setting': {
      const service = serviceLine(text, line);
      return 'why' in service ? { kind: 'refused', ...service } : { kind: 'service', service };
    }
    case 'group membership': {
      const members = listLine(text, line, document);
      return 'why' in members ? { kind: 'refused', ...members } : groupLine(text, members);
    }
    default:
      return undefined;
  }
}

function listLine(text: string, line: TextRange, document: DocumentId): ListLine | Refused {
  const equals = text.slice(line.start, line.end).indexOf('=');
  const name = trimmed(text, { start: line.start, end: line.start + equals });
  if (equals < 0 || name.start === name.end) return { why: 'noEquals', at: line };
  const { principals, end, open } = principalsIn(text, { start: line.start + equals + 1, end: line.end }, document);
  if (open) return { why: 'quote', at: line };
  return { name, list: trimmed(text, { start: line.start + equals + 1, end }), principals };
}

function groupLine(text: string, members: ListLine): TemplateStatement {
  const { name } = members;
  const [, group, relation] = /^(.+)__(members|memberof)$/i.exec(text.slice(name.start, name.end)) ?? [];
  if (group === undefined || relation === undefined) return { kind: 'refused', why: 'group', at: name };
  return { kind: 'group', members, group: identified(group), relation: relation.toLowerCase() === 'members' ? 'members' : 'memberOf' };
}
