// TermService with another account than NT Authority\NetworkService: it shares a process with services of that account and then fails to
// start with error 1079, unless Windows gives it a process of its own; hence assumed. Sources: the service key as Windows 10 brings it
// along; Microsoft, Remote Desktop Services isn't starting on an Azure VM.

import { message } from '../../messages/message';
import { isNetworkService } from '../../rdp/networkService';
import { stringData, textOf } from '../../registry/valueData';
import type { Rule } from '../rule';
import { serviceOf } from '../snapshotFacts';

const ACCOUNT = 'NT Authority\\NetworkService';

export const rdp117ServiceAccount: Rule = {
  code: 'RDP117',
  title: message('RDP117.title'),
  severity: 'warning',
  symptom: 1,
  *check(statements) {
    const set = statements.final('service.objectName');
    for (const { observation } of set) {
      const { place, data, evidence } = observation;
      const account = textOf(data);
      if (account === undefined || isNetworkService(account)) continue;
      yield {
        message: message('RDP117.message', account),
        why: message('RDP117.why'),
        evidence,
        places: [place],
        certainty: 'assumed',
        remedies: [
          {
            title: message('RDP117.fix', ACCOUNT),
            effect: 'changes-behaviour',
            preferred: false,
            actions: [{ kind: 'setValue', place, data: stringData(ACCOUNT, data.type) }],
          },
        ],
      };
    }
    const { server } = statements;
    const account = server === undefined ? null : (serviceOf(server, 'TermService')?.account ?? null);
    if (server === undefined || set.length > 0 || account === null || isNetworkService(account)) return;
    yield { message: message('RDP117.message', account), why: message('RDP117.why'), evidence: server.evidence('service:TermService'), certainty: 'assumed' };
  },
};
