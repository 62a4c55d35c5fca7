// Encodings Windows rejects: UTF-16 without a byte order mark, big-endian UTF-16, and files that are no text at all. There is no text
// edit for this: the file has to be written anew in another encoding, which is a command.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp003EncodingRejected = faultRule({
  code: 'RDP003',
  title: message('RDP003.title'),
  severity: 'error',
  kind: 'encodingRejected',
  say: (words) => {
    switch (words.variant(0)) {
      case 'utf16WithoutBom':
        return { message: message('RDP003.utf16WithoutBom') };
      case 'utf16BigEndian':
        return { message: message('RDP003.utf16BigEndian') };
      default:
        return { message: message('RDP003.binary') };
    }
  },
});
