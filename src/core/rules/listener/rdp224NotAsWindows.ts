// The source reference of the Connection Confirm is 0x1234 from every Windows that was seen; FreeRDP and what is
// built on it send zero; xrdp copies Windows. A hint at who answers, and no document says that it has to be so: information.

import { message } from '../../messages/message';
import { windowsReference } from '../../rdp/wireCodes';
import type { Rule } from '../rule';

export const rdp224NotAsWindows: Rule = {
  code: 'RDP224',
  title: message('RDP224.title'),
  severity: 'information',
  symptom: 2,
  *check({ listener }) {
    const reference = listener?.verdict.sourceReference ?? null;
    if (listener === undefined || reference === null || reference === windowsReference) return;
    yield { message: message('RDP224.message', listener.address.host, `0x${reference.toString(16).padStart(4, '0')}`), why: message('RDP224.why'), evidence: listener.evidence.sourceReference, certainty: 'assumed' };
  },
};
