// A comment behind a key line that holds a bracket: the last bracket of the line ends the name (assumed), so the comment becomes part
// of the key. Read off importers; not confirmed on Windows.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp041BracketInKeyName = faultRule({
  code: 'RDP041',
  title: message('RDP041.title'),
  severity: 'warning',
  kind: 'bracketInKeyName',
  say: (words) => ({ message: message('RDP041.message', words.excerpt(0)) }),
});
