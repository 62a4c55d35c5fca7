// The certificate that the listener presents is not for the name that was asked, as clients compare them (RFC 6125). Of an address only
// where the certificate is for addresses at all: nobody gets one for an address by default, and whoever connects by one knows the
// question. A self-signed certificate leads to that question in any case; a name of this machine itself is a tunnel.

import { hostNames, judgeName, type NameMatch } from '../../listener/certificateJudgement';
import type { CertificateFacts } from '../../listener/certificate';
import { isIpv4, isIpv6 } from '../../listener/ipAddress';
import { message, type Message } from '../../messages/message';
import { presented } from '../listener/presented';
import type { Rule } from '../rule';

const shownNames = 4;

export const rdp326PresentedName: Rule = {
  code: 'RDP326',
  title: message('RDP326.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    const shown = presented(statements);
    if (shown === undefined) return;
    const { listener, facts } = shown;
    const { host } = listener.address;
    const match = judgeName(facts, host);
    const said = isThisMachine(host) ? undefined : sayingOf(match, facts, host);
    if (said === undefined) return;
    const weighs = match !== 'shortForm' && !facts.selfSigned && !isAddress(host);
    yield { message: said, why: message('RDP326.why'), evidence: listener.evidence.certificateNames, ...(weighs ? {} : { severity: 'information' as const }) };
  },
};

function sayingOf(match: NameMatch, facts: CertificateFacts, host: string): Message | undefined {
  switch (match) {
    case 'match':
      return undefined;
    case 'shortForm':
    case 'mismatch':
      return isAddress(host) ? message('RDP326.address', host) : message('RDP326.message', namesText(hostNames(facts)), host);
    case 'unnamed':
      return isAddress(host) ? undefined : message('RDP326.unnamed', facts.subject, host);
  }
}

function isAddress(host: string): boolean {
  return isIpv4(host) || isIpv6(host);
}

function isThisMachine(host: string): boolean {
  return /^localhost$/i.test(host);
}

function namesText(names: readonly string[]): string {
  const more = names.length - shownNames;
  return more > 0 ? `${names.slice(0, shownNames).join(', ')} +${String(more)}` : names.join(', ');
}
