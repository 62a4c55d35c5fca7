// AuthenticationLevel = 0 by policy: the Remote Desktop client of this computer connects although it cannot tell which server it talks
// to. A setting of the client, which files for servers carry along. Source: TerminalServer.admx, "Configure server authentication for
// client".

import { message } from '../../messages/message';
import { dwordOf } from '../../registry/valueData';
import type { Rule } from '../rule';
import { changeTo } from '../settingRule';

const POLICY = 'policy.TS_SERVER_AUTH';
const CONNECT_ANYWAY = 0;
const REFUSE = 1;
const WARN = 2;

export const rdp513ServerNotChecked: Rule = {
  code: 'RDP513',
  title: message('RDP513.title'),
  severity: 'warning',
  symptom: 3,
  *check({ allFinal }) {
    for (const seen of allFinal) {
      const { place, data, evidence } = seen.observation;
      if (seen.setting.id !== POLICY || dwordOf(data) !== CONNECT_ANYWAY) continue;
      const remedies = [changeTo(seen, WARN, message('RDP513.fixWarn')), changeTo(seen, REFUSE, message('RDP513.fixRefuse'))];
      yield { message: message('RDP513.message'), evidence, places: [place], remedies };
    }
  },
};
