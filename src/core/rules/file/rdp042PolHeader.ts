// The header of a registry.pol: PReg and version 1. With anything else the client skips the whole file and says nothing. Source:
// [MS-GPREG] 3.2.5.1.2; that an empty file is refused: Microsoft's importer of policy files.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp042PolHeader = faultRule({
  code: 'RDP042',
  title: message('RDP042.title'),
  severity: 'error',
  kind: 'polHeader',
  say: (words) => {
    switch (words.variant(0)) {
      case 'empty':
        return { message: message('RDP042.empty') };
      case 'short':
        return { message: message('RDP042.short') };
      case 'version':
        return { message: message('RDP042.version', words.count(1)) };
      default:
        return { message: message('RDP042.signature') };
    }
  },
});
