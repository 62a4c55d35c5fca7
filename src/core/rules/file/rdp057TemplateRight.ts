// A user right nobody knows, one or two slips away from one that is known. Rights of a Windows to come are left alone.
// Source: Microsoft, User Rights Assignment.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp057TemplateRight = faultRule({
  code: 'RDP057',
  title: message('RDP057.title'),
  severity: 'warning',
  kind: 'templateRight',
  say: (words) => ({ message: message('RDP057.message', words.excerpt(0), words.excerpt(1)) }),
});
