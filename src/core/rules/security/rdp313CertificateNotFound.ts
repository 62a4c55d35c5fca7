// SSLCertificateSHA1Hash names a certificate that is in no store of the machine: Windows presents its own instead (event 1051).
// Source: Microsoft, Remote Desktop listener certificate configurations.

import { message } from '../../messages/message';
import type { Rule } from '../rule';
import { CONNECTION_MANAGER, relatedEvents } from '../snapshotFacts';
import { boundCertificates, certificateEvents } from './boundCertificate';

export const rdp313CertificateNotFound: Rule = {
  code: 'RDP313',
  title: message('RDP313.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    for (const { server, seen, thumbprint, certificate } of boundCertificates(statements)) {
      if (certificate !== undefined) continue;
      const { evidence, place } = seen.observation;
      yield { message: message('RDP313.message', thumbprint), why: message('certificate.why'), evidence, places: [place], related: relatedEvents(server, CONNECTION_MANAGER, certificateEvents) };
    }
  },
};
