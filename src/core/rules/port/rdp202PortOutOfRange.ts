// PortNumber 0 or above 65535. What the listener does then is not documented, so assumed; there is no port it could mean. Above the
// range the hexadecimal digits often are the decimal port that was meant (0x13389), which is then offered first.

import { message } from '../../messages/message';
import { isPort, portReadAsDecimal, STANDARD_PORT } from '../../rdp/portNumber';
import { dwordOf } from '../../registry/valueData';
import type { Rule } from '../rule';
import { setPort } from './setPort';

export const rdp202PortOutOfRange: Rule = {
  code: 'RDP202',
  title: message('RDP202.title'),
  severity: 'error',
  symptom: 2,
  *check(statements) {
    for (const { observation, listener = '' } of statements.final('listener.portNumber')) {
      const { place, data, evidence } = observation;
      const value = dwordOf(data);
      if (value === undefined || isPort(value)) continue;
      const meant = portReadAsDecimal(value);
      yield {
        message: value === 0 ? message('RDP202.zero', listener) : message('RDP202.tooHigh', listener, value),
        evidence,
        places: [place],
        remedies:
          meant === undefined || meant === STANDARD_PORT
            ? [setPort(place, STANDARD_PORT, true)]
            : [setPort(place, meant, true), setPort(place, STANDARD_PORT, false)],
        certainty: 'assumed',
      };
    }
  },
};
