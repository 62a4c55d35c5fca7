// Whether who answers from outside is the machine that was looked at from within, as far as an NTLM challenge tells: by its name, else by
// its build of Windows. Where it is another, nothing that differs between the two is worth a word of its own. [MS-NLMP] 2.2.1.2, 2.2.2.10.

import type { ListenerFact } from '../../listener/seen';
import type { HostByChallenge } from '../../listener/verdictDetails';
import { message, type Message } from '../../messages/message';
import { kernelBuild } from '../../rdp/kernelBuild';
import type { HostSeen } from '../../snapshot/hostSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { Statements } from '../statements';

/** What tells the two apart; undefined where nothing does. */
export function answeringHost({ server, listener }: Statements): { readonly message: Message; readonly fact: ListenerFact } | undefined {
  const claimed = listener?.verdict.host ?? null;
  const host = server === undefined ? undefined : dataOf(server.snapshot.sections.host);
  if (claimed === null || host === undefined) return undefined;
  const name = otherName(claimed, host);
  if (name !== undefined) return { message: name, fact: 'challenge' };
  return isOtherBuild(claimed, host) ? { message: message('RDP225.build', claimed.build ?? '', host.build), fact: 'challengeBuild' } : undefined;
}

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
  return number !== undefined && host.build > 0 && kernelBuild(Number(number)) !== kernelBuild(host.build);
}
