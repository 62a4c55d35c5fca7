// A report in another language than the table of policies: its policies are told by translated names, and are left unmapped. Nothing is
// guessed from a name that only looks alike.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp064ReportOtherLanguage = faultRule({
  code: 'RDP064',
  title: message('RDP064.title'),
  severity: 'information',
  kind: 'reportOtherLanguage',
  say: (words) => ({ message: message(words.variant(1) === 'known' ? 'RDP064.known' : 'RDP064.other', words.count(0)) }),
});
