// TermService with another account than NT Authority\NetworkService: it shares a process with services of that account and then fails to
// start with error 1079, unless Windows gives it a process of its own; hence assumed. Sources: the service key as Windows 10 brings it
// along; Microsoft, Remote Desktop Services isn't starting on an Azure VM.

import { message } from '../../messages/message';
import { stringData, textOf } from '../../registry/valueData';
import type { Rule } from '../rule';

const ACCOUNT = 'NT Authority\\NetworkService';

export const rdp117ServiceAccount: Rule = {
  code: 'RDP117',
  title: message('RDP117.title'),
  severity: 'warning',
  symptom: 1,
  *check(statements) {
    for (const { observation } of statements.final('service.objectName')) {
      const { place, data, evidence } = observation;
      const account = textOf(data);
      if (account === undefined || /^nt authority\\network ?service$/i.test(account.trim())) continue;
      yield {
        message: message('RDP117.message', account),
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
  },
};
