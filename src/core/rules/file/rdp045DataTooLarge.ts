// Data over the limit of policy files; the registry itself allows more, and Microsoft's importer takes a megabyte. Source: [MS-GPREG] 2.2.1.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp045DataTooLarge = faultRule({
  code: 'RDP045',
  title: message('RDP045.title'),
  severity: 'warning',
  kind: 'dataTooLarge',
  say: (words) => ({ message: message('RDP045.message', words.valueName(0), words.count(1), words.count(2)) }),
});
