// Text after the data that is not a `;` comment: the value is dropped. `#` is the usual one, brought along from other formats. Source:
// Wine's import tests, which pass on Windows.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp016TrailingText = faultRule({
  code: 'RDP016',
  title: message('RDP016.title'),
  severity: 'error',
  kind: 'trailingText',
  say: (words) => {
    const name = words.valueName(1);
    return { message: words.variant(2) === 'hash' ? message('RDP016.hash', name) : message('RDP016.text', name, words.excerpt(0)) };
  },
});
