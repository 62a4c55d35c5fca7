// A value name with the two asterisks of group policy's own names that is none of them. Who applies policies is told to skip names it does
// not know (Microsoft's notes on control codes); what Windows does today was not tried.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp050SpecialNameUnknown = faultRule({
  code: 'RDP050',
  title: message('RDP050.title'),
  severity: 'warning',
  kind: 'specialNameUnknown',
  say: (words) => ({ message: message('RDP050.message', words.excerpt(0)) }),
});
