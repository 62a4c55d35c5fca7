// A comment that asks for silence where nothing speaks: the rule does not exist, or finds nothing there any more. It hides the next
// true finding of that rule, so it is worth a word.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp033SuppressionIdle = faultRule({
  code: 'RDP033',
  title: message('RDP033.title'),
  severity: 'hint',
  kind: 'suppressionIdle',
  say(words) {
    switch (words.variant(1)) {
      case 'noCode':
        return { message: message('RDP033.noCode'), tags: ['unnecessary'] };
      case 'unknown':
        return { message: message('RDP033.unknown', words.variant(0)), tags: ['unnecessary'] };
      case 'file':
        return { message: message('RDP033.file', words.variant(0)), tags: ['unnecessary'] };
      case 'nextEntry':
        return { message: message('RDP033.nextEntry', words.variant(0)), tags: ['unnecessary'] };
      default:
        return { message: message('RDP033.nextLine', words.variant(0)), tags: ['unnecessary'] };
    }
  },
});
