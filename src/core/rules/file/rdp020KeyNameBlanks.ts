// Blanks before the closing bracket belong to the last key name, so Windows creates a key of another name and changes nothing in the
// one that was meant. Source: Wine's import tests, which pass on Windows.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp020KeyNameBlanks = faultRule({
  code: 'RDP020',
  title: message('RDP020.title'),
  severity: 'warning',
  kind: 'keyNameBlanks',
  say: (words) => ({ message: message('RDP020.message', words.excerpt(0)) }),
});
