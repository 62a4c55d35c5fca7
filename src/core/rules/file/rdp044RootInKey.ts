// A key of a policy that starts with HKLM or its like. The folder of the file, or the first line of an entry, says which root it is; what
// comes with the key becomes part of its path. Source: Microsoft, "Registry Policy File Format".

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp044RootInKey = faultRule({
  code: 'RDP044',
  title: message('RDP044.title'),
  severity: 'error',
  kind: 'rootInKey',
  say: (words) => ({ message: message('RDP044.message', words.excerpt(1)) }),
});
