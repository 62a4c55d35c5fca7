// `dword:00003389`: the digits of the port that was meant, read by Windows as hexadecimal, which is port 13193. Only around the default
// port; further away such a number is as likely to be meant (rdp/portNumber.ts). Source: Microsoft, Change the listening port.

import { message } from '../../messages/message';
import { dwordSpelling, intendedPort } from '../../rdp/portNumber';
import { dwordOf } from '../../registry/valueData';
import type { Rule } from '../rule';
import { setPort } from './setPort';

export const rdp201PortTrap: Rule = {
  code: 'RDP201',
  title: message('RDP201.title'),
  severity: 'error',
  symptom: 2,
  *check(statements) {
    for (const { observation } of statements.final('listener.portNumber')) {
      const { place, data, evidence } = observation;
      const value = dwordOf(data);
      const port = value === undefined ? undefined : intendedPort(value);
      if (value === undefined || port === undefined) continue;
      yield {
        message: message('RDP201.message', value.toString(16), value, port, dwordSpelling(port)),
        evidence,
        places: [place],
        remedies: [setPort(place, port, true)],
      };
    }
  },
};
