// RDP_NEG_FAILURE 3, SSL_CERT_NOT_ON_SERVER: the server says itself that it has no certificate it can use for TLS, so neither TLS nor
// NLA can be had: symptom 3 of the article, in spite of the number. Where it still takes RDP security, old clients get in and the finding
// is a warning. [MS-RDPBCGR] 2.2.1.2.2.

import { message } from '../../messages/message';
import type { Rule } from '../rule';

export const rdp214CertificateMissing: Rule = {
  code: 'RDP214',
  title: message('RDP214.title'),
  severity: 'error',
  symptom: 3,
  *check({ listener }) {
    if (listener?.verdict.certificateMissing !== true) return;
    const { host } = listener.address;
    const evidence = listener.evidence.answer;
    if (listener.verdict.protocols.rdp === true) yield { message: message('RDP214.rdpOnly', host), evidence, severity: 'warning' };
    else yield { message: message('RDP214.message', host), evidence };
  },
};
