// Facts as Markdown: every text goes in as text, so that nothing in a file or a table can become a link or a command.

import * as vscode from 'vscode';
import type { Message } from '../../core/messages/message';
import { translate } from '../translate';

export interface Facts {
  readonly heading?: string;
  readonly data?: Message | undefined;
  readonly facts: readonly Message[];
}

/** The editor's own appendText makes every blank one that does not break, and so breaks lines inside words. */
function escape(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, ' ').trim();
}

export function factsMarkdown({ heading, data, facts }: Facts): vscode.MarkdownString {
  const parts = [
    ...(heading === undefined || heading.trim() === '' ? [] : [`**${escape(heading)}**\n\n`]),
    ...(data === undefined ? [] : [`${escape(translate(data))}\n\n`]),
    ...facts.map((fact) => `- ${escape(translate(fact))}\n`),
  ];
  return new vscode.MarkdownString(parts.join(''));
}
