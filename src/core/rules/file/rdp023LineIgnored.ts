// A line that is nothing Windows knows. It is ignored, which is what happens to a comment too, so this only says so. Lines of settings
// with a damaged name are RDP010.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp023LineIgnored = faultRule({
  code: 'RDP023',
  title: message('RDP023.title'),
  severity: 'information',
  kind: 'lineIgnored',
  say: (words) =>
    // A line somebody meant as a comment does no harm.
    words.variant(1) === 'text'
      ? { message: message('RDP023.text', words.excerpt(0)) }
      : { message: message('RDP023.comment'), severity: 'hint' },
});
