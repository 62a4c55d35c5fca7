// No certificate is bound, so Windows presents the one it made itself, and NETWORK SERVICE may not read its private key or there is none:
// TLS and NLA fail. Where Windows logged that it could not make or use it, RDP317 speaks. Source: Microsoft, Remote Desktop listener
// certificate configurations; "Failed to access the private key" (events 1057 and 36870).

import { message } from '../../messages/message';
import { hexText } from '../../registry/valueData';
import { dataOf } from '../../snapshot/sectionData';
import type { Rule } from '../rule';
import type { Statements } from '../statements';
import { openFailures } from './ownCertificate';

const OWN_STORE = 'Remote Desktop';

export const rdp324OwnKeyUnreadable: Rule = {
  code: 'RDP324',
  title: message('RDP324.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    const { server } = statements;
    if (server === undefined || isBound(statements)) return;
    if (openFailures(server).length > 0) return;
    const own = (dataOf(server.snapshot.sections.certificates)?.certificates ?? []).filter(({ store }) => store === OWN_STORE);
    // One that works is enough.
    if (own.some(({ hasPrivateKey, keyReadable }) => hasPrivateKey && keyReadable !== false)) return;
    for (const { thumbprint, hasPrivateKey } of own) {
      yield {
        message: hasPrivateKey ? message('RDP324.unreadable', thumbprint) : message('RDP324.none', thumbprint),
        why: message('RDP324.why'),
        evidence: server.evidence(`certificate:${thumbprint}`),
      };
    }
  },
};

/** To any certificate, the one Windows made included, whose binding is named by RDP313 to RDP316. */
function isBound(statements: Statements): boolean {
  return statements.final('listener.certificateHash').some(({ observation: { data } }) => !/^0*$/.test(hexText(data.bytes)));
}
