// Accounts and groups as a template lists them: `*S-1-…` for a SID, anything else is a name, and whose name is not asked here.
// Follows templates of real backups.

import type { DocumentId } from '../../registry/observation';
import type { TextRange } from '../../text/range';
import type { Principal } from '../entry';
import { fieldsOf } from './fields';

const SID = /^S-1-\d{1,15}(?:-\d{1,10})+$/i;

interface PrincipalList {
  readonly principals: readonly Principal[];
  /** Where the comment starts, or the end. */
  readonly end: number;
  readonly open: boolean;
}

export function principalsIn(text: string, range: TextRange, document: DocumentId): PrincipalList {
  const { fields, end, open } = fieldsOf(text, range, { comments: true });
  const principals = fields
    .filter((field) => field.text !== '')
    .map((field): Principal => ({ ...identified(field.text), evidence: { document, range: { start: field.start, end: field.end } } }));
  return { principals, end, open };
}

/** A SID, or a name. A SID without its star is a name to Windows, and a star before a name makes it no SID. */
export function identified(written: string): Omit<Principal, 'evidence'> {
  const sid = written.startsWith('*') ? written.slice(1) : undefined;
  return sid !== undefined && SID.test(sid) ? { sid: sid.toUpperCase(), name: undefined } : { sid: undefined, name: written };
}

export function isSidWithoutStar(name: string): boolean {
  return SID.test(name);
}

/** As a template spells it; a name with what would end it stands in quotes. */
export function spelledPrincipal(principal: string): string {
  if (SID.test(principal)) return `*${principal.toUpperCase()}`;
  return /[",;]|^[ \t]|[ \t]$/.test(principal) ? `"${principal.replaceAll('"', '""')}"` : principal;
}
