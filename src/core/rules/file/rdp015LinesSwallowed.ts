// A backslash too many at the end of hex data: the next line is taken for data and both are lost, even when it is a key line. Source:
// Wine's import tests, which pass on Windows.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp015LinesSwallowed = faultRule({
  code: 'RDP015',
  title: message('RDP015.title'),
  severity: 'error',
  kind: 'linesSwallowed',
  say: (words) => {
    const name = words.valueName(2);
    switch (words.variant(1)) {
      case 'value':
        return { message: message('RDP015.value', name) };
      case 'key':
        return { message: message('RDP015.key', name) };
      default:
        return { message: message('RDP015.text', name) };
    }
  },
});
