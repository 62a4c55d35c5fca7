// A line of a section that is read which is no statement of that section: another type than the five, a number that is none, a path of
// another format, a start mode there is not. Source: MS-GPSB 2.2.5 and the forms seen in real templates.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp055TemplateLine = faultRule({
  code: 'RDP055',
  title: message('RDP055.title'),
  severity: 'warning',
  kind: 'templateLine',
  say: (words) => {
    const written = words.excerpt(1);
    switch (words.variant(0)) {
      case 'noEquals':
        return { message: message('RDP055.noEquals', written) };
      case 'root':
        return { message: message('RDP055.root', written) };
      case 'path':
        return { message: message('RDP055.path', written) };
      case 'type':
        return { message: message('RDP055.type', written) };
      case 'typeMissing':
        return { message: message('RDP055.typeMissing', written) };
      case 'number':
        return { message: message('RDP055.number', written) };
      case 'bytes':
        return { message: message('RDP055.bytes', written) };
      case 'quote':
        return { message: message('RDP055.quote') };
      case 'text':
        return { message: message('RDP055.textAfter', written) };
      case 'mode':
        return { message: message('RDP055.mode', written) };
      case 'serviceForm':
        return { message: message('RDP055.service', written) };
      case 'group':
        return { message: message('RDP055.group', written) };
      default:
        return { message: message('RDP055.section', written) };
    }
  },
});
