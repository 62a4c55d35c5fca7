// The declaration on the first line names another encoding than the bytes have. Here the bytes count; other readers believe the
// declaration and refuse the file.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp061XmlEncodingDeclared = faultRule({
  code: 'RDP061',
  title: message('RDP061.title'),
  severity: 'information',
  kind: 'xmlEncodingDeclared',
  say: (words) => ({ message: message('RDP061.message', words.excerpt(0), words.variant(1)) }),
});
