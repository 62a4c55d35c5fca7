// A value line whose name cannot be read: Windows ignores the line and says nothing. Source: Wine's import tests, which pass on
// Windows (typographic quotes: Wine).

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp010ValueNameDamaged = faultRule({
  code: 'RDP010',
  title: message('RDP010.title'),
  severity: 'error',
  kind: 'valueNameDamaged',
  say: (words) => {
    switch (words.variant(0)) {
      case 'unquoted':
        return { message: message('RDP010.unquoted') };
      case 'noClosingQuote':
        return { message: message('RDP010.noClosingQuote') };
      case 'curlyQuotes':
        return { message: message('RDP010.curlyQuotes') };
      default:
        return { message: message('RDP010.noEquals') };
    }
  },
});
