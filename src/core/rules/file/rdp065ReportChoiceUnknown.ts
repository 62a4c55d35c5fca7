// A policy of a report that is known, with a choice whose text is not, or with elements that could be each other's: what it writes is not
// told, and nothing is guessed.

import { message, type MessageKey } from '../../messages/message';
import { faultRule } from './faultRule';

const variants: Readonly<Record<string, MessageKey>> = {
  several: 'RDP065.several',
  none: 'RDP065.none',
};

export const rdp065ReportChoiceUnknown = faultRule({
  code: 'RDP065',
  title: message('RDP065.title'),
  severity: 'information',
  kind: 'reportChoiceUnknown',
  say: (words) => ({ message: message(variants[words.variant(1)] ?? 'RDP065.choice', words.excerpt(0)) }),
});
