// Where the sections of a snapshot stand in its text, so that a finding about a snapshot file can point into it. The text is JSON that was
// already read (readSnapshot.ts); of any other text nothing is found. RFC 8259.

import type { TextRange } from '../text/range';
import type { SectionName } from './snapshot';

const sectionOf: Readonly<Record<string, SectionName>> = {
  host: 'host', edition: 'host', clock: 'host', value: 'registry', port: 'registry', listener: 'registry', service: 'services',
  socket: 'sockets', sessions: 'sessions', firewall: 'firewall', certificate: 'certificates', certificates: 'certificates',
  right: 'rights', group: 'groups', power: 'power', licensing: 'licensing', event: 'events',
};

/** The section that holds a fact, by the fact's id (serverSeen.ts); undefined where none does. */
export function sectionOfFact(factId: string): string | undefined {
  const [kind = '', rest = ''] = factId.split(':', 2);
  return kind === 'unseen' ? rest : sectionOf[kind];
}

/** The name of each section as it is spelled in the text, with its quotes. */
export function sectionPlaces(text: string): ReadonlyMap<string, TextRange> {
  const places = new Map<string, TextRange>();
  const names: string[] = [];
  const token = /["{}[\]]/g;
  let depth = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    if (found[0] === '{' || found[0] === '[') depth += 1;
    else if (found[0] === '"') {
      // Over the whole string: a brace or a colon inside one is text.
      const end = endOfString(text, found.index);
      token.lastIndex = end;
      if (depth > 2 || !isName(text, end)) continue;
      const name = text.slice(found.index + 1, end - 1);
      names[depth] = name;
      if (depth === 2 && names[1] === 'sections') places.set(name, { start: found.index, end });
    } else depth -= 1;
  }
  return places;
}

// By hand: a pattern for a whole string runs out of stack on one of some megabytes.
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

/** A string that a colon follows is a name. */
function isName(text: string, end: number): boolean {
  const colon = /\s*:/y;
  colon.lastIndex = end;
  return colon.test(text);
}
