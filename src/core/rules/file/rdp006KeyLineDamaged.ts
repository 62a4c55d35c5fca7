// A key line Windows cannot read. What becomes of the values under it after a blank is not confirmed on Windows; Wine puts them into
// the key above, hence the careful wording.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp006KeyLineDamaged = faultRule({
  code: 'RDP006',
  title: message('RDP006.title'),
  severity: 'error',
  kind: 'keyLineDamaged',
  say: (words) => {
    const [what, values, above] = [words.variant(0), words.count(1), words.keyEnd(2)];
    switch (what) {
      case 'missingOpen':
        return { message: message('RDP006.missingOpen') };
      case 'blankAfterMinus':
        return { message: message('RDP006.blankAfterMinus') };
      case 'missingClose':
      case 'blankAfterBracket':
      case 'missingRoot':
        if (values === 0) return { message: message(`RDP006.${what}`) };
        return { message: above === '' ? message(`RDP006.${what}.lost`, values) : message(`RDP006.${what}.above`, values, above) };
      default:
        return { message: message('RDP006.title') };
    }
  },
});
