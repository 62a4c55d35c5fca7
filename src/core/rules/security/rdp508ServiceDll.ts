// ServiceDll of TermService other than termsrv.dll in System32: wrappers that lift the limit of sessions do this, and so does malware.
// Either way, the code that accepts connections is not Windows' own. Sources: the service key as Windows 10 brings it along; detection
// rules for this change.

import { message } from '../../messages/message';
import { stringData, textOf, valueType } from '../../registry/valueData';
import type { Rule } from '../rule';
import { serviceOf } from '../snapshotFacts';

const ORIGINAL = '%SystemRoot%\\System32\\termsrv.dll';
const SYSTEM_DLL = /^(?:%systemroot%|%windir%|[a-z]:\\windows)\\system32\\termsrv\.dll$/i;

export const rdp508ServiceDll: Rule = {
  code: 'RDP508',
  title: message('RDP508.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    const set = statements.final('service.dll');
    for (const { observation } of set) {
      const { place, data, evidence } = observation;
      const dll = textOf(data);
      if (dll === undefined || SYSTEM_DLL.test(dll.trim())) continue;
      yield {
        message: message('RDP508.message', dll),
        why: message('RDP508.why'),
        evidence,
        places: [place],
        remedies: [
          {
            title: message('RDP508.fix', ORIGINAL),
            effect: 'changes-behaviour',
            preferred: false,
            actions: [{ kind: 'setValue', place, data: stringData(ORIGINAL, valueType.expandSz) }],
          },
        ],
      };
    }
    const { server } = statements;
    const dll = server === undefined ? null : (serviceOf(server, 'TermService')?.serviceDll ?? null);
    if (server === undefined || set.length > 0 || dll === null || SYSTEM_DLL.test(dll.trim())) return;
    yield { message: message('RDP508.message', dll), why: message('RDP508.why'), evidence: server.evidence('service:TermService') };
  },
};
