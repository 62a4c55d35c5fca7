// `REGEDIT3`, `REGEDIT5` and anything after `REGEDIT4` on its line: `reg import` ends well and imports nothing, the quietest failure
// of all. Source: Wine's import tests, which pass on Windows.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp002HeaderImportsNothing = faultRule({
  code: 'RDP002',
  title: message('RDP002.title'),
  severity: 'error',
  kind: 'headerImportsNothing',
  say: (words) => ({ message: message('RDP002.message', words.excerpt(0)) }),
});
