// The certificate that the listener presents has expired, is not valid yet, or expires within thirty days, by the clock here: that of a
// client. Windows renews its own certificate when it has expired, so the last thirty days of such a one are not worth a word.
// Source: RFC 5280 4.1.2.5; Microsoft, Remote Desktop listener certificate configurations.

import { judgeValidity } from '../../listener/certificateJudgement';
import { message } from '../../messages/message';
import { isToldInside, presented } from '../listener/presented';
import type { Rule } from '../rule';

export const rdp325PresentedDates: Rule = {
  code: 'RDP325',
  title: message('RDP325.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    const shown = presented(statements);
    if (shown === undefined || isToldInside(statements, shown.certificate)) return;
    const { listener, facts } = shown;
    const evidence = listener.evidence.certificateDates;
    const why = message('RDP325.why');
    switch (judgeValidity(facts, listener.at)) {
      case 'expired':
        yield { message: message('RDP325.expired', facts.subject, facts.notAfter), why, evidence };
        break;
      case 'early':
        yield { message: message('RDP325.early', facts.subject, facts.notBefore), why, evidence };
        break;
      case 'soon':
        if (!facts.selfSigned) yield { message: message('RDP325.soon', facts.subject, facts.notAfter), evidence, severity: 'information' };
        break;
      case 'valid':
        break;
    }
  },
};
