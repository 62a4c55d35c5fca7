// gpresult without elevation writes a whole document that has no part of the computer: the policies of Remote Desktop are in that part, and
// their absence says nothing about them.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp066RsopWithoutComputer = faultRule({
  code: 'RDP066',
  title: message('RDP066.title'),
  severity: 'warning',
  kind: 'rsopWithoutComputer',
  say: () => ({ message: message('RDP066.message') }),
});
