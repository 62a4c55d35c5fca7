// A forgotten backslash at the end of a line of hex data: the value is stored cut short, which is worse than not at all. Source:
// Wine's import tests, which pass on Windows.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp014HexCut = faultRule({
  code: 'RDP014',
  title: message('RDP014.title'),
  severity: 'error',
  kind: 'hexCut',
  say: (words) => ({ message: message('RDP014.message', words.valueName(1), words.count(0), words.count(2)) }),
});
