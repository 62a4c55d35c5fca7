// Names over the limits of the registry, counted per key name and not per path. Source: Microsoft, Registry element size limits, as
// importers were seen to apply them; for value names in policy files [MS-GPREG] 2.2.1.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp025NameTooLong = faultRule({
  code: 'RDP025',
  title: message('RDP025.title'),
  severity: 'error',
  kind: 'nameTooLong',
  say: (words) => {
    const [length, limit] = [words.count(1), words.count(2)];
    switch (words.variant(0)) {
      case 'key':
        return { message: message('RDP025.key', length, limit) };
      case 'policyValue':
        return { message: message('RDP025.policyValue', length, limit), severity: 'warning' };
      default:
        return { message: message('RDP025.value', length, limit) };
    }
  },
});
