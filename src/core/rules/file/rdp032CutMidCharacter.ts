// The bytes end inside a character: a download or a copy that broke off. What
// is missing cannot be known, so there is no repair.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp032CutMidCharacter = faultRule({
  code: 'RDP032',
  title: message('RDP032.title'),
  severity: 'warning',
  kind: 'cutMidCharacter',
  say: () => ({ message: message('RDP032.message') }),
});
