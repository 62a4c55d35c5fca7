// Values Windows has no key for: before the first key line, under the deletion of a key, under a key line it could not read. One
// finding for the whole block, because the block has one cause.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp009ValuesWithoutKey = faultRule({
  code: 'RDP009',
  title: message('RDP009.title'),
  severity: 'error',
  kind: 'valuesWithoutKey',
  say: (words) => {
    const values = words.count(0);
    const tags = ['unnecessary'] as const;
    switch (words.variant(1)) {
      // These two are the consequence of a key line that has an error of its own: faded out, not counted twice.
      case 'afterDamagedKey':
        return { message: message('RDP009.afterDamagedKey', values), tags, severity: 'hint' };
      case 'afterUnknownRoot':
        return { message: message('RDP009.afterUnknownRoot', values), tags, severity: 'hint' };
      case 'afterKeyDeletion':
        return { message: message('RDP009.afterKeyDeletion', values), tags };
      default:
        return { message: message('RDP009.beforeFirstKey', values), tags };
    }
  },
});
