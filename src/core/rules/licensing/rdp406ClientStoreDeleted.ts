// MSLicensing is where a client keeps the per-device licence it was given. Deleting it helps a client with a damaged licence and does
// nothing for a server that has none to give. Which of the two computers a file is for, the file does not say; hence information.
// Known from several guides and no document of Microsoft's that could be read, hence assumed.

import { message } from '../../messages/message';
import { keyIdentity } from '../../registry/place';
import type { Rule } from '../rule';

const STORE = 'HKEY_LOCAL_MACHINE\\software\\microsoft\\mslicensing';

export const rdp406ClientStoreDeleted: Rule = {
  code: 'RDP406',
  title: message('RDP406.title'),
  severity: 'information',
  symptom: 4,
  *check({ observations }) {
    for (const observation of observations) {
      if (observation.kind !== 'keyDeleted' || !`${keyIdentity(observation.key)}\\`.startsWith(`${STORE}\\`)) continue;
      yield { message: message('RDP406.message'), evidence: observation.evidence, certainty: 'assumed' };
    }
  },
};
