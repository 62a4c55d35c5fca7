// One place assigned twice in one file: the last assignment counts. The finding is on the earlier line, because that is the one that
// does nothing, and leads to the later one.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp024AssignedTwice = faultRule({
  code: 'RDP024',
  title: message('RDP024.title'),
  severity: 'warning',
  kind: 'assignedTwice',
  say: (words) => {
    const [name, line] = [words.valueName(0), words.count(2)];
    const tags = ['unnecessary'] as const;
    switch (words.variant(1)) {
      // Neither does any harm.
      case 'same':
        return { message: message('RDP024.same', name, line), tags, severity: 'hint' };
      case 'deletion':
        return { message: message('RDP024.deletion', name, line), tags, severity: 'hint' };
      default:
        return { message: message('RDP024.different', name, line), tags };
    }
  },
  related: message('RDP024.related'),
});
