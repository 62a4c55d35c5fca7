// A UTF-8 byte order mark. Reports disagree on whether Windows accepts the file, so this is a warning and assumed; the repair is a
// command, because an edit of the text cannot change the encoding.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp004Utf8Bom = faultRule({
  code: 'RDP004',
  title: message('RDP004.title'),
  severity: 'warning',
  kind: 'utf8Bom',
  say: () => ({ message: message('RDP004.message') }),
});
