// Text with real line breaks inside its quotes. Exporters write it; whether Windows reads it back is not confirmed, Wine does not.
// The file an export wrote is no mistake of anybody's, so this is information, and assumed.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp028MultiLineString = faultRule({
  code: 'RDP028',
  title: message('RDP028.title'),
  severity: 'information',
  kind: 'multiLineString',
  say: (words) => ({ message: message('RDP028.message', words.valueName(0)) }),
});
