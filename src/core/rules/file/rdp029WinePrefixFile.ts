// Wine keeps its registry in text files that are often called `system.reg`, in a format of their own. Told apart, so that nobody
// wonders why nothing else is said about the file.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp029WinePrefixFile = faultRule({
  code: 'RDP029',
  title: message('RDP029.title'),
  severity: 'information',
  kind: 'winePrefixFile',
  say: () => ({ message: message('RDP029.message') }),
});
