import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { settingNotes } from '../../../src/core/language/settingNotes';

const namesIn = (line: string): readonly string[] => settingNotes(line).map(({ start, end }) => line.slice(start, end));

describe('the settings a line of a report names', () => {
  it('are found by the name Windows gives the value, and told as in a file', () => {
    const [note] = settingNotes('   Remote Desktop   allowed   fDenyTSConnections = 0 (local), policy not set');
    ok(note);
    ok(note.heading.startsWith('fDenyTSConnections: '), note.heading);
    ok(note.facts.length > 2);
  });

  it('are told once, and never for a word that is no value', () => {
    deepEqual(namesIn('PortNumber = 3389; PortNumber = 3390 does not count'), ['PortNumber']);
    deepEqual(namesIn('the port number is allowed and enabled'), []);
  });

  it('cannot be asked anything that breaks them', () => {
    fc.assert(fc.property(fc.string(), (line) => settingNotes(line).every(({ start, end }) => start >= 0 && end <= line.length)), { seed: 7, numRuns: 500 });
  });
});
