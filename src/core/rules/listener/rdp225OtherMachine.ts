// Who answers names itself in an NTLM challenge, and it is not the machine that was looked at from within: another name, or another build
// of Windows. A computer that was renamed may still answer by its old name until it restarts. [MS-NLMP] 2.2.1.2, 2.2.2.10.

import type { HostByChallenge } from '../../listener/verdictDetails';
import { message, type Message } from '../../messages/message';
import type { HostSeen } from '../../snapshot/hostSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { Rule } from '../rule';

export const rdp225OtherMachine: Rule = {
  code: 'RDP225',
  title: message('RDP225.title'),
  severity: 'warning',
  symptom: 2,
  *check({ server, listener }) {
    const claimed = listener?.verdict.host ?? null;
    const host = server === undefined ? undefined : dataOf(server.snapshot.sections.host);
    if (listener === undefined || claimed === null || host === undefined) return;
    const why = message('RDP225.why');
    const name = otherName(claimed, host);
    if (name !== undefined) yield { message: name, why, evidence: listener.evidence.challenge, certainty: 'assumed' };
    else if (isOtherBuild(claimed, host)) yield { message: message('RDP225.build', claimed.build ?? '', host.build), why, evidence: listener.evidence.challengeBuild, certainty: 'assumed' };
  },
};

/** The short names, and the long ones only where a short one is missing: the DNS suffix of a computer changes more easily than its name. */
function otherName({ netbiosName, dnsName }: HostByChallenge, host: HostSeen): Message | undefined {
  if (netbiosName !== null && host.name !== '') return same(netbiosName, host.name) ? undefined : message('RDP225.name', netbiosName, host.name);
  if (dnsName === null || host.dnsName === null || same(dnsName, host.dnsName)) return undefined;
  return message('RDP225.name', dnsName, host.dnsName);
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function isOtherBuild({ build }: HostByChallenge, host: HostSeen): boolean {
  const number = build?.split('.')[2];
  return number !== undefined && host.build > 0 && Number(number) !== host.build;
}
