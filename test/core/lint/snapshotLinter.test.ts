// A snapshot file linted: the findings of its rules, each on the section of the file that shows it.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { lintSnapshotBytes, type SnapshotLint } from '../../../src/core/lint/snapshotLinter';
import { utf16Bytes } from '../../../src/core/registry/valueData';
import { sectionOfFact, sectionPlaces } from '../../../src/core/snapshot/sectionPlaces';
import { FIXTURES } from '../../places';

const healthy = readFileSync(join(FIXTURES, 'snapshots/session-host-2022.rdpsnapshot.json'), 'utf8');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const denied = healthy.replace(/("fDenyTSConnections",\s*"type": 4,\s*"data": ")00/, '$101');
const stopped = healthy.replace(/("TermService",\s*"installed": true,\s*"state": )4/, '$11');

function lint(bytes: Uint8Array): SnapshotLint {
  return lintSnapshotBytes({ document: 'x', bytes, severities: new Map(), onRuleError: (code, error) => { throw new Error(code, { cause: error }); } });
}

function shown(bytes: Uint8Array): readonly string[] {
  const linted = lint(bytes);
  ok(linted.ok);
  return linted.findings.map(({ code, evidence: { range } }) => `${code} ${linted.text.slice(range.start, range.end)}`);
}

describe('linting a snapshot', () => {
  it('finds nothing in a healthy server', () => {
    deepEqual(shown(bytesOf(healthy)), []);
  });

  it('points to the section that shows it, however the file is spelled', () => {
    ok(denied !== healthy && stopped !== healthy);
    ok(shown(bytesOf(denied)).includes('RDP101 "registry"'), shown(bytesOf(denied)).join());
    ok(shown(utf16Bytes(`\ufeff${JSON.stringify(JSON.parse(denied))}`)).includes('RDP101 "registry"'));
    ok(shown(bytesOf(stopped)).includes('RDP119 "services"'), shown(bytesOf(stopped)).join());
  });

  it('says why a file is none', () => {
    const cut = lint(bytesOf(healthy.slice(0, -9)));
    deepEqual(cut, { ok: false, fault: { kind: 'notJson' } });
  });
});

describe('the places of sections', () => {
  it('are the names below "sections", and nothing that only looks like one', () => {
    const text = '{"a":{"host":1},"sections":{"x":"\\"events\\":{","host":{"registry":[{"power":1}]},"events" :{}},"groups":2}';
    const places = sectionPlaces(text);
    deepEqual([...places].map(([name, { start, end }]) => [name, text.slice(start, end)]), [['x', '"x"'], ['host', '"host"'], ['events', '"events"']]);
  });

  it('are found for each fact', () => {
    for (const [fact, section] of [['value:HKEY_X\\y', 'registry'], ['event:P/1', 'events'], ['unseen:power', 'power'], ['firewall:rule:x', 'firewall'], ['licensing:server:a', 'licensing']] as const) {
      equal(sectionOfFact(fact), section);
    }
    equal(sectionOfFact('outside'), undefined);
  });

  it('lie in any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: fc.constantFrom('{', '}', '"', ':', '\\', '[', ']', 'a') })), (text) => {
        for (const { start, end } of sectionPlaces(text).values()) ok(start >= 0 && start < end && end <= text.length);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});
