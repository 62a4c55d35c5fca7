// Start = 4 of a service that TermService relies on: SessionEnv configures the listener and makes its certificate, UmRdpService redirects
// devices. Connections may still work, and files that trim Windows disable both on purpose, hence information.
// Sources: Microsoft, General Remote Desktop connection troubleshooting; RCDependentServices in exports.

import { message, type Message } from '../../messages/message';
import { keyIdentity } from '../../registry/place';
import { dwordData, dwordOf } from '../../registry/valueData';
import { finalValues } from '../finalValues';
import type { Rule } from '../rule';

const SERVICES = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\services\\';
const DISABLED = 4;
const ON_DEMAND = 3;

const facts: ReadonlyMap<string, Message> = new Map([
  [`${SERVICES}sessionenv`, message('RDP108.sessionEnv')],
  [`${SERVICES}umrdpservice`, message('RDP108.umRdpService')],
]);

export const rdp108HelperDisabled: Rule = {
  code: 'RDP108',
  title: message('RDP108.title'),
  severity: 'information',
  symptom: 1,
  *check(statements) {
    for (const { place, data, evidence } of finalValues(statements, (key) => facts.has(keyIdentity(key)))) {
      const fact = facts.get(keyIdentity(place.key));
      if (fact === undefined || place.name.toLowerCase() !== 'start' || dwordOf(data) !== DISABLED) continue;
      yield {
        message: fact,
        evidence,
        places: [place],
        remedies: [
          {
            title: message('RDP108.fix'),
            effect: 'changes-behaviour',
            preferred: false,
            actions: [{ kind: 'setValue', place, data: dwordData(ON_DEMAND) }],
          },
        ],
      };
    }
  },
};
