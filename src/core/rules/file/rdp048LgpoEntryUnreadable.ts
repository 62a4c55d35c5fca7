// An entry of LGPO text that is not its four lines. The tool's predecessor reads all of a file or applies nothing of it; that LGPO.exe
// does the same is assumed.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp048LgpoEntryUnreadable = faultRule({
  code: 'RDP048',
  title: message('RDP048.title'),
  severity: 'error',
  kind: 'lgpoEntryUnreadable',
  say: (words) => {
    switch (words.variant(0)) {
      case 'section':
        return { message: message('RDP048.section', words.excerpt(1)) };
      case 'lines':
        return { message: message('RDP048.lines', words.count(1)) };
      case 'number':
        return { message: message('RDP048.number', words.excerpt(1)) };
      case 'bytes':
        return { message: message('RDP048.bytes', words.excerpt(1)) };
      default:
        return { message: message('RDP048.action', words.excerpt(1)) };
    }
  },
});
