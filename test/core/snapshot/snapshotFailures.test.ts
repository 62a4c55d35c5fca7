// Why a file is no snapshot: each fault says what is wrong, where, and what to do.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { english } from '../../../src/core/messages/english';
import type { SnapshotFault } from '../../../src/core/snapshot/readSnapshot';
import { snapshotFailure } from '../../../src/core/snapshot/snapshotFailures';

describe('a file that is no snapshot', () => {
  const said = (fault: SnapshotFault): string => english(snapshotFailure(fault, 'a.rdpsnapshot.json').message);

  it('is told from others', () => {
    equal(said({ kind: 'notJson' }), 'a.rdpsnapshot.json is no snapshot: it is not JSON, or it is cut off.');
    equal(said({ kind: 'notSnapshot' }), 'a.rdpsnapshot.json is JSON and no snapshot.');
    equal(said({ kind: 'otherSchema', schema: 9 }), 'a.rdpsnapshot.json is a snapshot of schema 9; this version reads schema 1.');
    equal(
      said({ kind: 'damaged', at: 'sections.host' }),
      'a.rdpsnapshot.json is a snapshot and damaged: sections.host is not what the collector writes there.',
    );
    ok(said({ kind: 'damaged', at: '' }).includes('damaged: $ is'), 'the whole document has a name too');
  });

  it('has a code and a remedy of its own kind', () => {
    const facts = (fault: SnapshotFault): readonly unknown[] => {
      const { code, remedy, retry } = snapshotFailure(fault, 'a');
      return [code, remedy.key, retry];
    };
    deepEqual(facts({ kind: 'notJson' }), ['invalidInput', 'snapshotFile.remedy', false]);
    deepEqual(facts({ kind: 'notSnapshot' }), ['invalidInput', 'snapshotFile.remedy', false]);
    deepEqual(facts({ kind: 'damaged', at: 'x' }), ['invalidInput', 'snapshotFile.damaged.remedy', false]);
    deepEqual(facts({ kind: 'otherSchema', schema: 2 }), ['unsupportedHere', 'snapshotFile.otherSchema.remedy', false]);
  });
});
