// What each part of a check collects: together all there is, and each what its rules look at.
import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPartNames, checkParts } from '../../../src/core/servers/checkParts';
import { readSnapshot } from '../../../src/core/snapshot/readSnapshot';
import { isSnapshotName, snapshotText } from '../../../src/core/snapshot/snapshotFile';
import { FIXTURES } from '../../places';

const read = readSnapshot(readFileSync(join(FIXTURES, 'snapshots/session-host-2022.rdpsnapshot.json')));

describe('the parts of a check', () => {
  it('are together every section there is', () => {
    ok(read.ok);
    deepEqual([...new Set(checkPartNames.flatMap((part) => checkParts[part]))].sort(), Object.keys(read.snapshot.sections).sort());
  });

  for (const part of checkPartNames) {
    it(`ask for no section twice, and for fewer than all: ${part}`, () => {
      const sections = checkParts[part];
      deepEqual([...new Set(sections)], sections);
      ok(sections.length < 13);
    });
  }
});

describe('a snapshot as a file', () => {
  it('is read back as it was', () => {
    ok(read.ok);
    const again = readSnapshot(new TextEncoder().encode(snapshotText(read.snapshot)));
    ok(again.ok);
    deepEqual(again.snapshot, read.snapshot);
  });

  it('is known by its name', () => {
    for (const name of ['a.rdpsnapshot.json', '/x/B.RDPSNAPSHOT.JSON']) ok(isSnapshotName(name), name);
    for (const name of ['a.json', 'rdpsnapshot.json.txt', 'x.reg']) ok(!isSnapshotName(name), name);
  });
});
