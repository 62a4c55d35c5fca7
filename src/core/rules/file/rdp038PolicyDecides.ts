// A value of the server's own under a policy of the same source that says something else: the policy wins, and the line does nothing
// while the policy is there. Exports of a managed server hold both, hence information, and nothing about what Windows has anyway. The
// two words for "unlimited sessions" are the same thing said twice. Source: the policies' own explanations in TerminalServer.admx.

import { message } from '../../messages/message';
import { dwordOf } from '../../registry/valueData';
import type { Rule } from '../rule';

const UNLIMITED_LOCAL = 0xffff_ffff;
const UNLIMITED_POLICY = 999_999;

export const rdp038PolicyDecides: Rule = {
  code: 'RDP038',
  title: message('RDP038.title'),
  severity: 'information',
  symptom: null,
  *check(statements) {
    for (const seen of statements.allFinal) {
      // On a server both stand there by design, and the report shows which one counts.
      if (seen.observation.origin === 'live') continue;
      const policy = statements.policyOver(seen);
      // A policy of the user's is weaker than the computer's and may belong to somebody else.
      if (policy === undefined || policy.observation.place.key.hive !== 'HKEY_LOCAL_MACHINE') continue;
      const [own, decided] = [dwordOf(seen.observation.data), dwordOf(policy.observation.data)];
      if (own === undefined || decided === undefined || own === decided || own === seen.setting.standard) continue;
      if (own === UNLIMITED_LOCAL && decided === UNLIMITED_POLICY) continue;
      const { place, evidence } = seen.observation;
      yield {
        message: message('RDP038.message', place.name, own, decided),
        evidence,
        places: [place],
        related: [{ message: message('RDP038.related'), evidence: policy.observation.evidence }],
      };
    }
  },
};
