// The key of the service TermService is deleted and not written again: there is no service left that could listen. ImagePath is what a
// service cannot do without. Source: the service key as Windows 10 brings it along.

import { message } from '../../messages/message';
import type { Observation } from '../../registry/observation';
import { keyIdentity } from '../../registry/place';
import type { Rule } from '../rule';

const SERVICE = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\services\\termservice';

export const rdp116ServiceDeleted: Rule = {
  code: 'RDP116',
  title: message('RDP116.title'),
  severity: 'error',
  symptom: 1,
  *check({ observations }) {
    const written = observations.findLastIndex(isProgramOfService);
    for (const [index, observation] of observations.entries()) {
      if (observation.kind !== 'keyDeleted' || index < written || keyIdentity(observation.key) !== SERVICE) continue;
      yield {
        message: message('RDP116.message'),
        evidence: observation.evidence,
        remedies: [{ title: message('RDP116.fix'), effect: 'changes-behaviour', preferred: false, actions: [{ kind: 'removeStatement' }] }],
      };
    }
  },
};

function isProgramOfService(observation: Observation): boolean {
  return observation.kind === 'set' && observation.place.name.toLowerCase() === 'imagepath' && keyIdentity(observation.place.key) === SERVICE;
}
