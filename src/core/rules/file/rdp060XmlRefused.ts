// XML that is well-formed and not read: a document type declaration, which group policy never writes and which can make a reader open
// files or grow without end; elements nested deeper, or a text longer, than anything group policy writes.

import { message, type MessageKey } from '../../messages/message';
import { faultRule } from './faultRule';

const variants: Readonly<Record<string, MessageKey>> = {
  deep: 'RDP060.deep',
  long: 'RDP060.long',
};

export const rdp060XmlRefused = faultRule({
  code: 'RDP060',
  title: message('RDP060.title'),
  severity: 'error',
  kind: 'xmlRefused',
  say: (words) => ({ message: message(variants[words.variant(0)] ?? 'RDP060.doctype', words.count(1)) }),
});
