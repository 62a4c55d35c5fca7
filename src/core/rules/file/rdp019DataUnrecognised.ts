// Data that is no string, no `dword:`, no `hex:` and no minus: dialects of other tools (`str(2):`, `REG_DWORD:0`), numbers without a
// keyword, words without quotes. Dropped by every importer that was tried.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp019DataUnrecognised = faultRule({
  code: 'RDP019',
  title: message('RDP019.title'),
  severity: 'error',
  kind: 'dataUnrecognised',
  say: (words) => {
    const [data, name] = [words.excerpt(0), words.valueName(1)];
    return { message: data === '' ? message('RDP019.empty', name) : message('RDP019.message', name, data) };
  },
});
