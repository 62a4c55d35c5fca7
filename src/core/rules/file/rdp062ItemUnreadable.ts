// An item of a preference, or a rule of Policy Analyzer, that cannot be read: no such root, action or type, or data that is none of its type.
// That Windows skips such an item was not tried on Windows.

import { message, type MessageKey } from '../../messages/message';
import { faultRule } from './faultRule';

const variants: Readonly<Record<string, MessageKey>> = {
  hive: 'RDP062.hive',
  action: 'RDP062.action',
  type: 'RDP062.type',
  key: 'RDP062.key',
};

export const rdp062ItemUnreadable = faultRule({
  code: 'RDP062',
  title: message('RDP062.title'),
  severity: 'warning',
  kind: 'itemUnreadable',
  say: (words) => ({ message: message(variants[words.variant(0)] ?? 'RDP062.data', words.excerpt(1)) }),
});
