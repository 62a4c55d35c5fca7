// A key line Windows cannot read. What becomes of the values under it after a blank is not confirmed on Windows; Wine puts them into
// the key above, hence the careful wording.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

// Alone, with values that are lost, and with values that may land in the key before.
const texts = {
  missingClose: ['RDP006.missingClose', 'RDP006.missingClose.lost', 'RDP006.missingClose.above'],
  blankAfterBracket: ['RDP006.blankAfterBracket', 'RDP006.blankAfterBracket.lost', 'RDP006.blankAfterBracket.above'],
  missingRoot: ['RDP006.missingRoot', 'RDP006.missingRoot.lost', 'RDP006.missingRoot.above'],
} as const;

export const rdp006KeyLineDamaged = faultRule({
  code: 'RDP006',
  title: message('RDP006.title'),
  severity: 'error',
  kind: 'keyLineDamaged',
  say: (words) => {
    const [what, values, above] = [words.variant(0), words.count(1), words.keyEnd(2)];
    if (what === 'missingOpen') return { message: message('RDP006.missingOpen') };
    if (what === 'blankAfterMinus') return { message: message('RDP006.blankAfterMinus') };
    const [alone, lost, landing] = what === 'missingClose' || what === 'blankAfterBracket' ? texts[what] : texts.missingRoot;
    if (values === 0) return { message: message(alone) };
    return { message: above === '' ? message(lost, values) : message(landing, values, above) };
  },
});
