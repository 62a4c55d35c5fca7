// `=-` followed by something that is not a `;` comment: the line is ignored and the value it should delete stays. Source: Wine's
// import tests, which pass on Windows.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp017DeletionDamaged = faultRule({
  code: 'RDP017',
  title: message('RDP017.title'),
  severity: 'error',
  kind: 'deletionDamaged',
  say: (words) => ({ message: message('RDP017.message', words.valueName(1), words.excerpt(0)) }),
});
