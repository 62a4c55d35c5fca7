// What the first answer of NTLM says about the machine: its names, its build, its clock. [MS-NLMP] 2.2.1.2 and 2.2.2.1. Only asked for where
// somebody wants it. A clock that is off by less than the way there and back is not told apart from one that is right.

import type { Exchange } from './answer';
import type { HostByChallenge } from './verdictDetails';

const MS_PER_SECOND = 1000;

/** Null where it was not asked for, or not answered. */
export function hostFacts(exchanges: readonly Exchange[]): HostByChallenge | null {
  for (const { further } of exchanges) {
    if (further?.kind !== 'handshake' || further.challenge?.kind !== 'challenge') continue;
    const { netbiosComputer, dnsComputer, dnsDomain, netbiosDomain, version, serverTime } = further.challenge;
    return {
      netbiosName: netbiosComputer,
      dnsName: dnsComputer,
      domain: dnsDomain ?? netbiosDomain,
      build: version === null ? null : [version.major, version.minor, version.build].join('.'),
      clockSkewSeconds: serverTime === null || further.challengedAt === null ? null : Math.round((serverTime - further.challengedAt) / MS_PER_SECOND),
    };
  }
  return null;
}
