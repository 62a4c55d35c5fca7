// The key of the presented certificate is short, or it was signed over a broken hash. Of a self-signed one the signature proves nothing
// either way, so that is information. Source: NIST SP 800-131A; Microsoft, security advisory 2661254 (keys below 1024 bits are refused).

import { weaknesses, type Weakness } from '../../listener/certificateJudgement';
import { message } from '../../messages/message';
import { presented, type Presented } from '../listener/presented';
import type { Found, Rule } from '../rule';

export const rdp327PresentedWeak: Rule = {
  code: 'RDP327',
  title: message('RDP327.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    const shown = presented(statements);
    if (shown === undefined) return;
    for (const weakness of weaknesses(shown.facts)) yield foundOf(weakness, shown);
  },
};

function foundOf(weakness: Weakness, { listener: { evidence }, facts }: Presented): Found {
  switch (weakness.kind) {
    case 'key':
      return { message: message('RDP327.key', facts.subject, weakness.keyType, weakness.keyBits, weakness.leastBits), why: message('RDP327.keyWhy'), evidence: evidence.certificateKey };
    case 'signature':
      return {
        message: message('RDP327.signature', facts.subject, weakness.hash),
        why: message(facts.selfSigned ? 'RDP327.selfSignedWhy' : 'RDP327.signatureWhy'),
        evidence: evidence.certificateSignature,
        ...(facts.selfSigned ? { severity: 'information' as const } : {}),
      };
  }
}
