// XML that is not well-formed, or ends in the middle. Readers of XML refuse such a document as a whole; here what stands before the place
// is read, so that it can be looked at, and nothing behind it.

import { message, type MessageKey } from '../../messages/message';
import { faultRule } from './faultRule';

const variants: Readonly<Record<string, MessageKey>> = {
  cut: 'RDP059.cut',
  entity: 'RDP059.entity',
};

export const rdp059XmlDamaged = faultRule({
  code: 'RDP059',
  title: message('RDP059.title'),
  severity: 'error',
  kind: 'xmlDamaged',
  say: (words) => ({ message: message(variants[words.variant(0)] ?? 'RDP059.other') }),
});
