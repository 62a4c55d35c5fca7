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
  let depth = 0;
  // Whole strings first: a brace or a colon inside one is text. A string that a colon follows is a name.
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token.endsWith(':') && depth <= 2) {
      const end = token.lastIndexOf('"');
      names[depth] = token.slice(1, end);
      if (depth === 2 && names[1] === 'sections') places.set(token.slice(1, end), { start: index, end: index + end + 1 });
    }
  }
  return places;
}
