// Two lines of one template about the same value, right, service or group. The fault is on the earlier one; taking it out changes nothing
// only where both say the same.

import { message } from '../../messages/message';
import { createLineMap } from '../../text/lineMap';
import type { TextRange } from '../../text/range';
import type { FaultSeen } from './lineFaults';
import { placeText, sameStored } from './registryValueLine';
import { removeLine } from './spelling';
import type { ListLine, TemplateStatement } from './statements';

type Read = Exclude<TemplateStatement, { readonly kind: 'refused' }>;

interface Pair {
  readonly earlier: TextRange;
  readonly later: TextRange;
  readonly name: string;
  readonly same: boolean;
}

export class RepeatedStatements {
  private readonly last = new Map<string, { readonly line: TextRange; readonly statement: Read }>();
  private readonly pairs: Pair[] = [];

  constructor(private readonly text: string) {}

  add(line: TextRange, statement: Read): void {
    const about = `${statement.kind} ${this.nameOf(statement).toLowerCase()}`;
    const before = this.last.get(about);
    if (before !== undefined) {
      this.pairs.push({ earlier: before.line, later: line, name: this.shortName(before.statement), same: this.saysTheSame(before.statement, statement) });
    }
    this.last.set(about, { line, statement });
  }

  found(): readonly FaultSeen[] {
    if (this.pairs.length === 0) return [];
    const lines = createLineMap(this.text);
    return this.pairs.map(({ earlier, later, name, same }) => ({
      at: { start: earlier.start, end: earlier.end },
      args: [name, same ? 'same' : 'different', lines.positionAt(later.start).line + 1],
      related: { start: later.start, end: later.end },
      remedies: same
        ? [{ title: message('repair.removeRepeated'), effect: 'cosmetic', preferred: true, actions: [{ kind: 'editText', edits: [removeLine(this.text, earlier)] }] }]
        : [],
    }));
  }

  private nameOf(statement: Read): string {
    switch (statement.kind) {
      case 'registry':
        return placeText(statement.value);
      case 'service':
        return statement.service.name;
      case 'right':
        return this.written(statement.right.name);
      case 'group':
        return `${statement.group.sid ?? statement.group.name ?? ''} ${statement.relation}`;
    }
  }

  private shortName(statement: Read): string {
    if (statement.kind === 'registry') return statement.value.name;
    return statement.kind === 'group' ? this.written(statement.members.name) : this.nameOf(statement);
  }

  private saysTheSame(a: Read, b: Read): boolean {
    if (a.kind === 'registry' && b.kind === 'registry') return sameStored(a.value, b.value);
    if (a.kind === 'right' && b.kind === 'right') return this.listed(a.right) === this.listed(b.right);
    if (a.kind === 'group' && b.kind === 'group') return this.listed(a.members) === this.listed(b.members);
    // Permissions are compared as written: the rest of the line.
    if (a.kind === 'service' && b.kind === 'service') return this.afterName(a) === this.afterName(b);
    return false;
  }

  private listed({ principals }: ListLine): string {
    return principals.map(({ sid, name }) => (sid ?? name ?? '').toLowerCase()).sort().join(',');
  }

  private afterName({ service: { modeRange, end } }: Extract<Read, { kind: 'service' }>): string {
    return this.written({ start: modeRange.start, end });
  }

  private written({ start, end }: TextRange): string {
    return this.text.slice(start, end);
  }
}
