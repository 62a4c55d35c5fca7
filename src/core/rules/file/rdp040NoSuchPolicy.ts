// A value that Windows has as a setting of its own, written to the policy key, where no template has a policy of that name: the port, the
// switch of the listener and their like cannot be set by policy. Information and assumed, because that Windows reads no undocumented
// value there cannot be shown. Source: TerminalServer.admx and its like, every policy of them.

import { message } from '../../messages/message';
import { findSetting, isListenerValue } from '../../rdp/lookup';
import { TERMINAL_SERVICES } from '../../rdp/policies/policy';
import { keyIdentity } from '../../registry/place';
import { finalValues } from '../finalValues';
import type { Rule } from '../rule';

const POLICIES = keyIdentity({ hive: 'HKEY_LOCAL_MACHINE', path: TERMINAL_SERVICES });
const OWN_KEY = { hive: 'HKEY_LOCAL_MACHINE', path: 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server' } as const;

export const rdp040NoSuchPolicy: Rule = {
  code: 'RDP040',
  title: message('RDP040.title'),
  severity: 'information',
  symptom: null,
  *check(statements) {
    for (const { place, evidence } of finalValues(statements, (key) => keyIdentity(key) === POLICIES)) {
      const { name } = place;
      if (findSetting(place) !== undefined) continue;
      const where = isListenerValue(name) ? 'RDP040.listener' : findSetting({ key: OWN_KEY, name }) === undefined ? undefined : 'RDP040.server';
      if (where === undefined) continue;
      yield {
        message: message(where, name),
        evidence,
        places: [place],
        certainty: 'assumed',
        remedies: [{ title: message('RDP040.fix'), effect: 'changes-behaviour', preferred: false, actions: [{ kind: 'removeStatement' }] }],
      };
    }
  },
};
