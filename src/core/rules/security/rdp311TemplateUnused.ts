// A certificate template by policy together with a certificate given by its thumbprint: the thumbprint wins, and the template does
// nothing. Sources: TerminalServer.admx, "Server authentication certificate template".

import { message } from '../../messages/message';
import { textOf, valueType } from '../../registry/valueData';
import type { Rule } from '../rule';

const TEMPLATE_POLICY = 'policy.TS_CERTIFICATE_TEMPLATE_POLICY';

export const rdp311TemplateUnused: Rule = {
  code: 'RDP311',
  title: message('RDP311.title'),
  severity: 'information',
  symptom: 3,
  *check(statements) {
    const hash = statements.final('listener.certificateHash').find(({ observation }) => observation.data.type === valueType.binary);
    if (hash === undefined) return;
    for (const { observation } of statements.allFinal.filter(({ setting }) => setting.id === TEMPLATE_POLICY)) {
      const { place, data, evidence } = observation;
      const template = textOf(data) ?? '';
      if (template === '') continue;
      yield {
        message: message('RDP311.message', template),
        evidence,
        places: [place],
        related: [{ message: message('RDP311.related', hash.listener ?? ''), evidence: hash.observation.evidence }],
      };
    }
  },
};
