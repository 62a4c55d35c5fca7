// A security template that is not UTF-16LE with a byte order mark. The specification asks for that; what Windows does with other files was
// not seen, hence assumed, and plain ASCII is only information. An edit cannot change an encoding. Source: MS-GPSB 2.2.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp054TemplateEncoding = faultRule({
  code: 'RDP054',
  title: message('RDP054.title'),
  severity: 'warning',
  kind: 'templateEncoding',
  say: (words) => {
    switch (words.variant(0)) {
      case 'utf16WithoutBom':
        return { message: message('RDP054.utf16WithoutBom') };
      case 'utf16BigEndian':
        return { message: message('RDP054.utf16BigEndian') };
      case 'utf8Bom':
        return { message: message('RDP054.utf8Bom') };
      case 'ansi':
        return { message: message('RDP054.ansi') };
      default:
        return { message: message('RDP054.ascii'), severity: 'information' };
    }
  },
});
