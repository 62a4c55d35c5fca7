// A number of a preference is hexadecimal, also where the editor shows it as decimal. Eight digits are what the editor writes; fewer, all
// decimal, in an item shown as decimal, look like a number somebody typed into the file.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp063PreferenceRadix = faultRule({
  code: 'RDP063',
  title: message('RDP063.title'),
  severity: 'warning',
  kind: 'preferenceRadix',
  say: (words) => ({ message: message('RDP063.message', words.excerpt(0), words.count(1), words.count(2)) }),
});
