// `DWORD:` and `HEX:` in capital letters: Wine drops such a value, Windows is not confirmed, so this is a warning and assumed.
// Exporters write lower case only.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp018TypeUpperCase = faultRule({
  code: 'RDP018',
  title: message('RDP018.title'),
  severity: 'warning',
  kind: 'typeUpperCase',
  say: (words) => ({ message: message('RDP018.message', words.excerpt(0)) }),
});
