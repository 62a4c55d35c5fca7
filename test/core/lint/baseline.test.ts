// Files of accepted findings: written the same whatever order the findings came in, and read exactly or not at all.

import { deepEqual, equal } from 'node:assert/strict';
import { readBaseline, writeBaseline, type AcceptedFinding } from '../../../src/core/lint/baseline';
import { english } from '../../../src/core/messages/english';

const entry = (path: string, code: string, digit: string): AcceptedFinding => ({ path, code, fingerprint: `${digit.repeat(32)}:1`, message: `${code} in ${path}` });
const [first, second, third] = [entry('a.reg', 'RDP201', 'f'), entry('b/c.reg', 'RDP014', '0'), entry('b/c.reg', 'RDP201', '0')] as const;
const written = writeBaseline([third, first, second], JSON.stringify);

describe('a baseline', () => {
  it('has one finding a line, in an order of its own', () => {
    deepEqual(written.split('\n'), [
      '{"kind":"rdp-diagnostics-baseline","version":1,"findings":[',
      `{"path":"a.reg","code":"RDP201","fingerprint":"${'f'.repeat(32)}:1","message":"RDP201 in a.reg"},`,
      `{"path":"b/c.reg","code":"RDP014","fingerprint":"${'0'.repeat(32)}:1","message":"RDP014 in b/c.reg"},`,
      `{"path":"b/c.reg","code":"RDP201","fingerprint":"${'0'.repeat(32)}:1","message":"RDP201 in b/c.reg"}`,
      ']}',
      '',
    ]);
    equal(writeBaseline([second, first, third], JSON.stringify), written);
  });

  it('is read as it was written, also an empty one', () => {
    deepEqual(readBaseline(written), { ok: true, accepted: [first, second, third] });
    deepEqual(readBaseline(writeBaseline([], JSON.stringify)), { ok: true, accepted: [] });
  });

  for (const [name, text, why] of [
    ['nothing', '', 'it is not what --write-baseline writes'],
    ['half of one', written.slice(0, 100), 'it is not what --write-baseline writes'],
    ['another JSON', '{"findings":[]}', 'it is not what --write-baseline writes'],
    ['one without findings', '{"kind":"rdp-diagnostics-baseline","version":1}', 'it is not what --write-baseline writes'],
    ['one of a later version', written.replace('"version":1', '"version":2'), 'it is of another version than 1'],
    ['a missing field', written.replace('"code":"RDP014",', ''), 'entry 2 of it is damaged'],
    ['a fingerprint of another kind', written.replace(`${'f'.repeat(32)}:1`, 'f'), 'entry 1 of it is damaged'],
    ['an entry that is no object', '{"kind":"rdp-diagnostics-baseline","version":1,"findings":[null]}', 'entry 1 of it is damaged'],
  ] as const) {
    it(`is refused where the file holds ${name}`, () => {
      const reading = readBaseline(text);
      equal(reading.ok ? 'read' : english(reading.why), why);
    });
  }
});
