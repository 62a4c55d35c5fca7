// A type of data outside the seven that policy files have. Source: [MS-GPREG] 2.2.1.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp046TypeNotInPolicy = faultRule({
  code: 'RDP046',
  title: message('RDP046.title'),
  severity: 'warning',
  kind: 'typeNotInPolicy',
  say: (words) => ({ message: message('RDP046.message', words.valueName(0), words.excerpt(1)) }),
});
