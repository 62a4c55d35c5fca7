// RDP answers and accepts none of RDP security, TLS and CredSSP: the listener is there and nobody gets in. A missing certificate has
// the same effect and is RDP214. Symptom 3 of the article, in spite of the number. [MS-RDPBCGR] 2.2.1.2.2.

import { refusesEverything } from '../../listener/verdict';
import { message } from '../../messages/message';
import type { Rule } from '../rule';

export const rdp215EveryProtocolRefused: Rule = {
  code: 'RDP215',
  title: message('RDP215.title'),
  severity: 'error',
  symptom: 3,
  *check({ listener }) {
    if (listener === undefined || listener.verdict.certificateMissing) return;
    if (!refusesEverything(listener.verdict.protocols)) return;
    yield { message: message('RDP215.message', listener.address.host), evidence: listener.evidence.answer };
  },
};
