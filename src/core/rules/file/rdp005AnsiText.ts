// 8-bit text outside ASCII: Windows reads it in the code page of the machine that imports the file, whatever an editor shows. ASCII
// text in an 8-bit file is safe and stays silent.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp005AnsiText = faultRule({
  code: 'RDP005',
  title: message('RDP005.title'),
  severity: 'warning',
  kind: 'ansiText',
  say: (words) => ({ message: message('RDP005.message', words.excerpt(0)) }),
});
