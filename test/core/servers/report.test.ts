import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { message } from '../../../src/core/messages/message';
import { texts } from '../../../src/core/messages/table';
import type { Finding } from '../../../src/core/rules/rule';
import { keptReport, readReport } from '../../../src/core/servers/report';

const evidence = { document: 'rdp-report:/x.rdp-report?a', range: { start: 4, end: 9 } };
const finding: Finding = {
  code: 'RDP211',
  severity: 'error',
  symptom: 2,
  message: message('RDP211.message', 'rds-07', 3389),
  evidence,
  places: [],
  related: [{ message: message('RDP211.title'), evidence }],
  tags: [],
  remedies: [],
  certainty: 'confirmed',
  why: message('RDP211.title'),
  unseen: [message('server.fact.needsLogin')],
};

const isKey = (key: string): boolean => Object.hasOwn(texts, key);

describe('a kept report', () => {
  it('is read back with its findings', () => {
    deepEqual(readReport(keptReport({ text: 'a\nb', findings: [finding] }), isKey), { text: 'a\nb', findings: [finding] });
  });

  it('is not believed when anything in it is not what was written', () => {
    for (const bad of ['', '{', '[]', '{"text":1,"findings":[]}', keptReport({ text: '', findings: [finding] }).replace('RDP211.message', 'gone')]) {
      equal(readReport(bad, isKey), undefined, bad);
    }
    fc.assert(fc.property(fc.string(), (text) => readReport(text, isKey) === undefined), { seed: 4, numRuns: 200 });
  });
});
