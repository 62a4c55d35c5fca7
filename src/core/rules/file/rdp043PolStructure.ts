// A record of a registry.pol that is not what the format demands at each place. Microsoft's importer takes nothing else; how far the client
// reads is not known. Source: Microsoft, "Registry Policy File Format".

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp043PolStructure = faultRule({
  code: 'RDP043',
  title: message('RDP043.title'),
  severity: 'error',
  kind: 'polStructure',
  say: (words) => {
    const [sign, at, found, next] = [words.variant(0), words.count(1), words.excerpt(2), words.count(3)];
    // A sign of one character; else the name of a part that has no end.
    if (sign.length > 1 || found === '') return { message: next < 0 ? message('RDP043.cut.last', at) : message('RDP043.cut', at, next) };
    return { message: next < 0 ? message('RDP043.unit.last', at, sign, found) : message('RDP043.unit', at, sign, found, next) };
  },
});
