// NLA required and TLS refused in one source: CredSSP, which NLA is, runs inside TLS, so one of the two lines cannot do what it says.
// Which one wins is not documented, hence assumed. Sources: [MS-CSSP]; [MS-RDPBCGR] 2.2.1.2.2, SSL_NOT_ALLOWED_BY_SERVER.

import { message } from '../../messages/message';
import { dwordOf } from '../../registry/valueData';
import { effective, numberRule } from '../settingRule';

const REQUIRED = 1;
const REFUSED = 0;
const refusing = ['listener.securityLayer', 'listener.allowSecProtocolNegotiation'] as const;

export const rdp303NlaWithoutTls = numberRule({
  code: 'RDP303',
  title: message('RDP303.title'),
  severity: 'warning',
  symptom: 3,
  settings: ['listener.userAuthentication'],
  say: (nla, seen, statements) => {
    if (nla !== REQUIRED) return undefined;
    const refusal = refusing
      .map((id) => effective(statements, id, seen.listener ?? 'RDP-Tcp'))
      .find((other) => other !== undefined && dwordOf(other.observation.data) === REFUSED);
    if (refusal === undefined) return undefined;
    const { name } = refusal.observation.place;
    return {
      message: message('RDP303.message', name),
      why: message('RDP303.why'),
      certainty: 'assumed',
      related: [{ message: message('RDP303.related', name), evidence: refusal.observation.evidence }],
    };
  },
});
