// `dword:` data that is not one to eight hexadecimal digits and nothing else: the value is dropped, also where the ninth digit is a
// zero. Source: Wine's import tests, which pass on Windows.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp011DwordMalformed = faultRule({
  code: 'RDP011',
  title: message('RDP011.title'),
  severity: 'error',
  kind: 'dwordMalformed',
  say: (words) => {
    const [name, data] = [words.valueName(2), words.excerpt(1)];
    switch (words.variant(0)) {
      case 'empty':
        return { message: message('RDP011.empty', name) };
      case 'tooLong':
        return { message: message('RDP011.tooLong', name, data) };
      case 'prefix0x':
        return { message: message('RDP011.prefix0x', name, data) };
      case 'continued':
        return { message: message('RDP011.continued', name) };
      case 'negative':
        return { message: message('RDP011.negative', name, data) };
      case 'trailing':
        return { message: message('RDP011.trailing', name, data) };
      default:
        return { message: message('RDP011.notHex', name, data) };
    }
  },
});
