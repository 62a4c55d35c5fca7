// A key line whose root does not exist: the line and the values up to the next key line are dropped, and do not land in the key above.
// Source: Wine's import tests, which pass on Windows.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp007UnknownRoot = faultRule({
  code: 'RDP007',
  title: message('RDP007.title'),
  severity: 'error',
  kind: 'unknownRoot',
  say: (words) => {
    const [root, values] = [words.excerpt(0), words.count(2)];
    return { message: values > 0 ? message('RDP007.message', root, values) : message('RDP007.alone', root) };
  },
});
