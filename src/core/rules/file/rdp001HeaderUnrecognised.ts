// The first line is none of the headers Windows accepts: `reg import` ends with an error and does nothing. The comparison is exact and
// minds the case of letters. Source: Wine's import tests, which pass on Windows.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp001HeaderUnrecognised = faultRule({
  code: 'RDP001',
  title: message('RDP001.title'),
  severity: 'error',
  kind: 'headerUnrecognised',
  say: (words) => {
    switch (words.variant(1)) {
      case 'wrongCase':
        return { message: message('RDP001.wrongCase', words.excerpt(0)) };
      case 'wrongVersion':
        return { message: message('RDP001.wrongVersion', words.excerpt(0)) };
      case 'blankFirst':
        return { message: message('RDP001.blankFirst') };
      case 'missing':
        return { message: message('RDP001.missing') };
      case 'trailing':
        // Wine refuses the file; Windows was not seen to.
        return { message: message('RDP001.trailing'), severity: 'warning' };
      case 'empty':
        return { message: message('RDP001.empty') };
      default:
        return { message: message('RDP001.other', words.excerpt(0)) };
    }
  },
});
