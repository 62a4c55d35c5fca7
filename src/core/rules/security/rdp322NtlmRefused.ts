// NLA is required and the server refuses NTLM: CredSSP is left with Kerberos, which needs a domain account, the server's name and a domain
// controller the client reaches. In a workgroup nobody is left. Source: Microsoft, Network security: Restrict NTLM: Incoming NTLM traffic.

import { message } from '../../messages/message';
import { dwordOf } from '../../registry/valueData';
import { dataOf } from '../../snapshot/sectionData';
import { finalValuesAt } from '../finalValues';
import type { Rule } from '../rule';
import { effectiveNumber } from '../settingRule';
import { unseenOf } from '../snapshotFacts';

const NTLM = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\control\\lsa\\msv1_0';
const REQUIRED = 1;
const NONE_ACCEPTED = 2;

export const rdp322NtlmRefused: Rule = {
  code: 'RDP322',
  title: message('RDP322.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    const { server } = statements;
    if (server === undefined || effectiveNumber(statements, 'listener.userAuthentication', 'RDP-Tcp') !== REQUIRED) return;
    const inDomain = dataOf(server.snapshot.sections.host)?.domainJoined ?? null;
    for (const { place, data, evidence } of finalValuesAt(statements, NTLM, 'RestrictReceivingNTLMTraffic')) {
      if (dwordOf(data) !== NONE_ACCEPTED) continue;
      yield {
        message: inDomain === false ? message('RDP322.workgroup') : message('RDP322.domain'),
        why: message('RDP322.why'),
        evidence,
        // Accounts of Entra ID need neither.
        certainty: 'assumed',
        places: [place],
        unseen: inDomain === null ? unseenOf(server, 'host') : [],
        // Hardened domains mean it.
        ...(inDomain === false ? {} : { severity: 'information' as const }),
      };
    }
  },
};
