// The bound certificate has expired, is not valid yet, or expires within thirty days, by the clock of the server, which decides.
// Source: Microsoft, Remote Desktop listener certificate configurations; events 1052 and 1053.

import { message } from '../../messages/message';
import { datesOf } from './boundCertificate';
import { boundCertificateRule } from './boundCertificateRule';

export const rdp314CertificateDates = boundCertificateRule({
  code: 'RDP314',
  title: message('RDP314.title'),
  say: (certificate, server) => {
    const { subject, notBefore, notAfter } = certificate;
    switch (datesOf(certificate, server)) {
      case 'expired':
        return { message: message('RDP314.expired', subject, notAfter) };
      case 'early':
        return { message: message('RDP314.early', subject, notBefore) };
      case 'soon':
        return { message: message('RDP314.soon', subject, notAfter), severity: 'information' };
      case 'valid':
        return undefined;
    }
  },
});
