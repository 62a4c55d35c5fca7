// A line of LGPO text over the length its predecessor read. Whether LGPO.exe still cuts there is not known, hence assumed.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp049LgpoLineTooLong = faultRule({
  code: 'RDP049',
  title: message('RDP049.title'),
  severity: 'warning',
  kind: 'lgpoLineTooLong',
  say: (words) => ({ message: message('RDP049.message', words.count(0), words.count(1)) }),
});
