// Two lines of a security template about one thing. Which of them Windows takes was not seen, so only the same line twice has a fix.
// The finding is on the earlier line and leads to the later one.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp058TemplateRepeated = faultRule({
  code: 'RDP058',
  title: message('RDP058.title'),
  severity: 'warning',
  kind: 'templateRepeated',
  say: (words) => {
    const [name, line] = [words.excerpt(0), words.count(2)];
    return words.variant(1) === 'same'
      ? { message: message('RDP058.same', name, line), tags: ['unnecessary'], severity: 'hint' }
      : { message: message('RDP058.different', name, line) };
  },
  related: message('RDP058.related'),
});
