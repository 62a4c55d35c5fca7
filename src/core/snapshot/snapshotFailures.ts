// Why a file is no snapshot that can be read, as a failure: what is wrong and where, and what to do about it.

import { message } from '../messages/message';
import type { Failure } from '../result';
import type { SnapshotFault } from './readSnapshot';
import { schemaVersion } from './snapshot';

/** `name` is the file as the person knows it. `unsupportedHere` for a schema of another version, `invalidInput` for all else. */
export function snapshotFailure(fault: SnapshotFault, name: string): Failure {
  switch (fault.kind) {
    case 'notJson':
      return invalid(message('snapshotFile.notJson', name), message('snapshotFile.remedy'));
    case 'notSnapshot':
      return invalid(message('snapshotFile.notSnapshot', name), message('snapshotFile.remedy'));
    case 'damaged':
      return invalid(message('snapshotFile.damaged', name, fault.at === '' ? '$' : fault.at), message('snapshotFile.damaged.remedy'));
    case 'otherSchema': {
      const text = message('snapshotFile.otherSchema', name, fault.schema, schemaVersion);
      return { code: 'unsupportedHere', message: text, remedy: message('snapshotFile.otherSchema.remedy'), retry: false };
    }
  }
}

function invalid(text: Failure['message'], remedy: Failure['remedy']): Failure {
  return { code: 'invalidInput', message: text, remedy, retry: false };
}
