// The bound certificate has expired, is not valid yet, or expires within thirty days, by the clock of the server, which decides.
// Source: Microsoft, Remote Desktop listener certificate configurations; events 1052 and 1053.

import { message } from '../../messages/message';
import { dataOf } from '../snapshotFacts';
import { boundCertificateRule } from './boundCertificateRule';

const DAY = 86_400_000;
const SOON_DAYS = 30;

export const rdp314CertificateDates = boundCertificateRule({
  code: 'RDP314',
  title: message('RDP314.title'),
  say: ({ subject, notBefore, notAfter }, { snapshot }) => {
    const clock = Date.parse(dataOf(snapshot.sections.host)?.clock ?? snapshot.collection.at);
    const left = Date.parse(notAfter) - clock;
    if (left <= 0) return { message: message('RDP314.expired', subject, notAfter) };
    if (Date.parse(notBefore) > clock) return { message: message('RDP314.early', subject, notBefore) };
    if (left < SOON_DAYS * DAY) return { message: message('RDP314.soon', subject, notAfter), severity: 'information' };
    return undefined;
  },
});
