// One value that is set and deleted in one file: policy editors take the one away when they write the other, so another program wrote it.
// The finding is on the earlier entry, because that is the one that does nothing, and leads to the later one.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp047SetAndDeleted = faultRule({
  code: 'RDP047',
  title: message('RDP047.title'),
  severity: 'warning',
  kind: 'setAndDeleted',
  say: (words) => {
    const name = words.valueName(1);
    return { message: words.variant(0) === 'set' ? message('RDP047.set', name) : message('RDP047.deleted', name), tags: ['unnecessary'] };
  },
  related: message('RDP047.related'),
});
