// `ControlSet001` where CurrentControlSet is meant. Right for a hive that is loaded offline, where CurrentControlSet does not exist, and
// for exports taken from the numbered key, hence information. CurrentControlSet is a link to the set named in SYSTEM\Select.

import { message } from '../../messages/message';
import { isRdpKey } from '../../rdp/rdpKeys';
import type { Observation } from '../../registry/observation';
import { perKey } from '../../registry/perKey';
import { keyText, numberedControlSet, type RegistryKey } from '../../registry/place';
import type { Rule } from '../rule';

export const rdp030NumberedControlSet: Rule = {
  code: 'RDP030',
  title: message('RDP030.title'),
  severity: 'information',
  symptom: null,
  *check({ observations }) {
    // Once per key line; a spelling without key lines names the key with each value, there once per key.
    const told = new Set<string>();
    const setOf = perKey((key) => (isRdpKey(key) ? numberedControlSet(key) : undefined));
    for (const observation of observations) {
      const key = keyOf(observation);
      const set = setOf(key);
      if (set === undefined) continue;
      const onKeyLine = observation.kind === 'keyNamed' || observation.kind === 'keyDeleted';
      if (!onKeyLine && told.has(keyText(key))) continue;
      told.add(keyText(key));
      yield {
        message: message('RDP030.message', set, Number(set.slice(-3))),
        evidence: observation.evidence,
        certainty: 'assumed',
        remedies: [
          {
            title: message('RDP030.fix', set),
            effect: 'changes-behaviour',
            preferred: false,
            actions: [{ kind: 'renameKey', from: key, to: inCurrentSet(key, set) }],
          },
        ],
      };
    }
  },
};

function keyOf(observation: Observation): RegistryKey {
  return observation.kind === 'keyNamed' || observation.kind === 'keyDeleted' ? observation.key : observation.place.key;
}

function inCurrentSet(key: RegistryKey, set: string): RegistryKey {
  return { hive: key.hive, path: key.path.replace(set, 'CurrentControlSet') };
}
