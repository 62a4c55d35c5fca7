// fDenyTSConnections = 1 in the final state: the one switch behind most "cannot connect". The policy value wins over the local one, so
// a local 1 under a policy that decides otherwise in the same source says nothing. Source: TerminalServer.admx.
// An error on a server, where it is so; a warning in a file, where it may be meant. The repair is never the preferred one: in a hardening file the 1 is what somebody wanted.

import { message } from '../../messages/message';
import { dwordData, dwordOf } from '../../registry/valueData';
import type { Rule } from '../rule';
import { weight } from '../settingRule';

const REFUSED = 1;
const ACCEPTED = 0;

export const rdp101ConnectionsRefused: Rule = {
  code: 'RDP101',
  title: message('RDP101.title'),
  severity: 'error',
  symptom: 1,
  *check(statements) {
    for (const seen of statements.final('denyConnections')) {
      const { place, data, evidence } = seen.observation;
      if (dwordOf(data) !== REFUSED || statements.policyOver(seen) !== undefined) continue;
      yield {
        message: seen.side === 'policy' ? message('RDP101.policy') : message('RDP101.local'),
        why: message('RDP101.why'),
        evidence,
        places: [place],
        severity: weight(seen),
        remedies: [
          {
            title: message('RDP101.fix'),
            effect: 'changes-behaviour',
            preferred: false,
            actions: [{ kind: 'setValue', place, data: dwordData(ACCEPTED) }],
          },
        ],
      };
    }
  },
};
