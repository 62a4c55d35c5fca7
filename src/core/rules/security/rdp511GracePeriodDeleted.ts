// RCM\GracePeriod holds the 120 days a session host may run without licences. Deleting it starts them again, which goes around licensing
// and needs the key's owner changed first; no fix is offered that does such a thing, only one that leaves it out. Known from many guides
// and from no document of Microsoft's, hence assumed.

import { message } from '../../messages/message';
import type { Observation } from '../../registry/observation';
import { keyIdentity } from '../../registry/place';
import type { Rule } from '../rule';

const RCM = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\control\\terminal server\\rcm';
const GRACE_PERIOD = `${RCM}\\graceperiod`;

export const rdp511GracePeriodDeleted: Rule = {
  code: 'RDP511',
  title: message('RDP511.title'),
  severity: 'warning',
  symptom: 4,
  *check({ observations }) {
    for (const observation of observations) {
      if (!deletesGracePeriod(observation)) continue;
      yield {
        message: message('RDP511.message'),
        evidence: observation.evidence,
        certainty: 'assumed',
        remedies: [{ title: message('RDP511.fix'), effect: 'changes-behaviour', preferred: false, actions: [{ kind: 'removeStatement' }] }],
      };
    }
  },
};

function deletesGracePeriod(observation: Observation): boolean {
  // The key goes with the one above it. Whoever deletes even more than that has RDP115.
  if (observation.kind === 'keyDeleted') return [GRACE_PERIOD, RCM].includes(keyIdentity(observation.key));
  return observation.kind === 'valueDeleted' && keyIdentity(observation.place.key) === GRACE_PERIOD;
}
