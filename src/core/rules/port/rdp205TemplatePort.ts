// The port below Wds\rdpwd\Tds\tcp is a template for listeners made later; changing it moves no listener. Guides list both places, so a
// source that gives RDP-Tcp the same port is left alone, as is the standard port. Known from exports, hence assumed.

import { message } from '../../messages/message';
import { STANDARD_PORT } from '../../rdp/portNumber';
import { dwordOf } from '../../registry/valueData';
import type { Rule } from '../rule';

export const rdp205TemplatePort: Rule = {
  code: 'RDP205',
  title: message('RDP205.title'),
  severity: 'warning',
  symptom: 2,
  *check(statements) {
    const ports = statements.final('listener.portNumber').map(({ observation }) => dwordOf(observation.data));
    for (const { observation } of statements.final('template.portNumber')) {
      const { place, data, evidence } = observation;
      const port = dwordOf(data);
      if (port === undefined || port === STANDARD_PORT || ports.includes(port)) continue;
      yield { message: message('RDP205.message', port), evidence, places: [place], certainty: 'assumed', ...(observation.origin === 'live' ? { severity: 'information' as const } : {}) };
    }
  },
};
