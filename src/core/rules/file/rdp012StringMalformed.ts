// Text that is not one quoted string with the two escapes there are: the value is dropped, or another text is stored. A path with
// single backslashes is the common case, and never arrives as written.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp012StringMalformed = faultRule({
  code: 'RDP012',
  title: message('RDP012.title'),
  severity: 'error',
  kind: 'stringMalformed',
  say: (words) => {
    const name = words.valueName(2);
    switch (words.variant(0)) {
      case 'badEscape':
        return { message: message('RDP012.badEscape', name, words.excerpt(1)) };
      case 'noClosingQuote':
        return { message: message('RDP012.noClosingQuote', name) };
      case 'curlyQuotes':
        return { message: message('RDP012.curlyQuotes', name) };
      default:
        return { message: message('RDP012.strayQuote', name) };
    }
  },
});
