// Strings given as bytes that are not whole UTF-16 text with its NULs. Windows adds one missing NUL; the second one of a list it does
// not add (Wine's import tests; Microsoft, Registry value types).

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp022StringBytes = faultRule({
  code: 'RDP022',
  title: message('RDP022.title'),
  severity: 'warning',
  kind: 'stringBytes',
  say: (words) => {
    const [name, type] = [words.valueName(2), words.excerpt(1)];
    switch (words.variant(0)) {
      case 'oddLength':
        return { message: message('RDP022.oddLength', name, type) };
      case 'noSecondNul':
        return { message: message('RDP022.noSecondNul', name, type) };
      default:
        return { message: message('RDP022.noNul', name, type) };
    }
  },
});
