// Facts as Markdown: every text goes in as text, so that nothing in a file can become a link or a command. The only links are the
// addresses of our own table of sources.

import * as vscode from 'vscode';
import type { Fact } from '../../core/language/settingFacts';
import type { Message } from '../../core/messages/message';
import { translate } from '../translate';

export interface Facts {
  readonly heading?: string;
  readonly data?: Message | undefined;
  readonly facts: readonly Fact[];
}

/** The editor's own appendText makes every blank one that does not break, and so breaks lines inside words. */
function escape(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, ' ').trim();
}

function factText(fact: Fact): string {
  const text = escape(translate(fact));
  const { sources = [] } = fact;
  if (sources.length === 0) return text;
  const names = escape(sources.map(({ name }) => name).join('; '));
  const linked = sources.map(({ name, address }) => (address === undefined ? escape(name) : `[${escape(name)}](${address})`));
  return text.replace(names, () => linked.join('; '));
}

export function factsMarkdown({ heading, data, facts }: Facts): vscode.MarkdownString {
  const parts = [
    ...(heading === undefined || heading.trim() === '' ? [] : [`**${escape(heading)}**\n\n`]),
    ...(data === undefined ? [] : [`${escape(translate(data))}\n\n`]),
    ...facts.map((fact) => `- ${factText(fact)}\n`),
  ];
  return new vscode.MarkdownString(parts.join(''));
}
