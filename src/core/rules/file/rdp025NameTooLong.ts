// Names over the limits of the registry, counted per key name and not per path. Source: Microsoft, Registry element size limits, as
// importers were seen to apply them.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp025NameTooLong = faultRule({
  code: 'RDP025',
  title: message('RDP025.title'),
  severity: 'error',
  kind: 'nameTooLong',
  say: (words) => {
    const [length, limit] = [words.count(1), words.count(2)];
    return { message: words.variant(0) === 'key' ? message('RDP025.key', length, limit) : message('RDP025.value', length, limit) };
  },
});
