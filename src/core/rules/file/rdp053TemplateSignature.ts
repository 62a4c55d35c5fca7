// A security template without `signature="$CHICAGO$"`. The specification asks for it, and what reads setup files refuses those of another
// style; that group policy does was not seen, hence assumed. Source: MS-GPSB 2.2.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp053TemplateSignature = faultRule({
  code: 'RDP053',
  title: message('RDP053.title'),
  severity: 'warning',
  kind: 'templateHead',
  say: (words) => ({ message: words.variant(0) === 'wrong' ? message('RDP053.wrong', words.excerpt(1)) : message('RDP053.missing') }),
});
