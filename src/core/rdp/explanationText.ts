// Explanations as text: plain for a terminal, Markdown for a document. One block each: name and kind, what it means, what follows, where
// it belongs, which rules say more, where it was read.

import { message, type Message } from '../messages/message';
import type { RuleCode } from '../rules/rule';
import type { Explanation } from './explanation';

type Say = (text: Message) => string;

const kinds: Readonly<Record<Explanation['kind'], Message>> = {
  message: message('explain.kind.message'),
  reason: message('explain.kind.reason'),
  disconnect: message('explain.kind.disconnect'),
  negotiation: message('explain.kind.negotiation'),
  status: message('explain.kind.status'),
  startError: message('explain.kind.startError'),
  event: message('explain.kind.event'),
  rule: message('explain.kind.rule'),
  setting: message('explain.kind.setting'),
  policy: message('explain.kind.policy'),
  right: message('explain.kind.right'),
  articleError: message('explain.kind.articleError'),
};

const symptoms = { 1: message('explain.symptom1'), 2: message('explain.symptom2'), 3: message('explain.symptom3'), 4: message('explain.symptom4') } as const;

function source({ certainty, source: name }: Explanation): Message {
  const key = certainty === 'H' ? 'explain.source' : certainty === 'M' ? 'explain.sourceSecondary' : 'explain.sourceWeak';
  return message(key, name);
}

/** What is said below the name, line by line. */
function lines(explanation: Explanation, say: Say, page: (code: RuleCode) => string): readonly string[] {
  const { meaning, details, symptom, rules } = explanation;
  return [
    say(meaning),
    ...details.map(say),
    ...(symptom === null ? [] : [say(symptoms[symptom])]),
    ...(rules.length === 0 ? [] : [say(message('explain.rules', rules.map(page).join(', ')))]),
    say(source(explanation)),
  ];
}

/** Ends with LF. */
export function explanationText(explanations: readonly Explanation[], say: Say): string {
  if (explanations.length === 0) return `${say(message('explain.nothing'))}\n`;
  return explanations
    .map((explanation) => [`${explanation.name} (${say(kinds[explanation.kind])})`, ...lines(explanation, say, (code) => code).map((line) => `   ${line}`), ''].join('\n'))
    .join('\n');
}

/** `page` gives the address of a rule's page. */
export function explanationMarkdown(explanations: readonly Explanation[], say: Say, page: (code: RuleCode) => string): string {
  if (explanations.length === 0) return `${say(message('explain.nothing'))}\n`;
  return explanations
    .map((explanation) => {
      const [meaning = '', ...rest] = lines({ ...explanation, rules: [] }, say, (code) => code).map(escaped);
      const links = explanation.rules.map((code) => `[${code}](${page(code)})`).join(', ');
      const rules = links === '' ? [] : [say(message('explain.rules', links))];
      return [`## ${escaped(explanation.name)}`, `*${escaped(say(kinds[explanation.kind]))}*`, `**${meaning}**`, ...rest.map((line) => `- ${line}`).concat(rules.map((line) => `- ${line}`))]
        .join('\n\n')
        .replace(/\n\n- /g, '\n- ')
        .replace(/\*\*\n- /, '**\n\n- ');
    })
    .map((block) => `${block}\n`)
    .join('\n');
}

/** Names and paths hold signs that are marks in Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
