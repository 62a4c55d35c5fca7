// `HKLM` and its like are names for the arguments of reg.exe. Wine's two importers disagree about them in a file and a book on the
// format forbids them; Windows itself is not confirmed.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp008AbbreviatedRoot = faultRule({
  code: 'RDP008',
  title: message('RDP008.title'),
  severity: 'warning',
  kind: 'abbreviatedRoot',
  say: (words) => {
    const [root, full, values] = [words.excerpt(0), words.excerpt(1), words.count(2)];
    return { message: values > 0 ? message('RDP008.message', root, full, values) : message('RDP008.alone', root, full) };
  },
});
