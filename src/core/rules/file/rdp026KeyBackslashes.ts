// Backslashes too many in a key line. Windows tolerates those at the end (Wine's import tests); doubled ones inside are confirmed for
// Wine only.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp026KeyBackslashes = faultRule({
  code: 'RDP026',
  title: message('RDP026.title'),
  severity: 'information',
  kind: 'keyBackslashes',
  say: (words) => ({
    message: words.variant(0) === 'trailing' ? message('RDP026.trailing') : message('RDP026.doubled'),
  }),
});
