// REG_DWORD and REG_QWORD given as bytes of another number than four or eight. Importers store what they are given; what a program
// makes of it is its own affair, hence assumed.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp021NumberLength = faultRule({
  code: 'RDP021',
  title: message('RDP021.title'),
  severity: 'warning',
  kind: 'numberLength',
  say: (words) => ({ message: message('RDP021.message', words.valueName(3), words.excerpt(0), words.count(1), words.count(2)) }),
});
