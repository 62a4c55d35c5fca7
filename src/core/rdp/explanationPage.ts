// What a pasted text can mean, as one document. The part a door loads when somebody asks: the tables behind it are large.

import { message, type Message } from '../messages/message';
import type { RuleCode } from '../rules/rule';
import { explain } from './explain';
import { explanationMarkdown } from './explanationText';

/** Markdown; `page` gives the address of a rule's page. */
export function explanationPage(asked: string, say: (text: Message) => string, page: (code: RuleCode) => string): string {
  const heading = asked.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
  return `# ${say(message('explanation.of', heading))}\n\n${explanationMarkdown(explain(asked), say, page)}`;
}
