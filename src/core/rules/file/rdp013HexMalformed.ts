// `hex:` data that makes Windows drop the whole value. Data that is merely cut short is RDP014, data that takes the next line with it
// RDP015. Source: Wine's import tests, which pass on Windows.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp013HexMalformed = faultRule({
  code: 'RDP013',
  title: message('RDP013.title'),
  severity: 'error',
  kind: 'hexMalformed',
  say: (words) => {
    // The piece runs on to the end of the line; its first item is what is wrong.
    const [name, piece] = [words.valueName(2), words.excerpt(1).split(',')[0] || ','];
    switch (words.variant(0)) {
      case 'noCommaBeforeBackslash':
        return { message: message('RDP013.noCommaBeforeBackslash', name) };
      case 'byteTooLarge':
        return { message: message('RDP013.byteTooLarge', name, piece) };
      case 'hashComment':
        return { message: message('RDP013.hashComment', name) };
      case 'badType':
        return { message: message('RDP013.badType', name, piece) };
      case 'splitByte':
        return { message: message('RDP013.splitByte', name) };
      case 'strayBackslash':
        return { message: message('RDP013.strayBackslash', name) };
      case 'continuationEmpty':
        return { message: message('RDP013.continuationEmpty', name) };
      default:
        return { message: message('RDP013.notHex', name, piece) };
    }
  },
});
