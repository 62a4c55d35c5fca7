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
    const values = words.count(1);
    switch (words.variant(0)) {
      case 'missingClose':
        return { message: values > 0 ? message('RDP006.missingClose', values) : message('RDP006.missingClose.alone') };
      case 'blankAfterBracket':
        return { message: values > 0 ? message('RDP006.blankAfterBracket', values) : message('RDP006.blankAfterBracket.alone') };
      case 'blankAfterMinus':
        return { message: message('RDP006.blankAfterMinus') };
      case 'missingOpen':
        return { message: message('RDP006.missingOpen') };
      default:
        return { message: values > 0 ? message('RDP006.missingRoot', values) : message('RDP006.missingRoot.alone') };
    }
  },
});
