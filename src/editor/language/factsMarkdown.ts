// Facts as Markdown: every text goes in as text, so that nothing in a file or a table can become a link or a command.

import * as vscode from 'vscode';
import type { Message } from '../../core/messages/message';
import { translate } from '../translate';

export interface Facts {
  readonly heading?: string;
  readonly data?: Message | undefined;
  readonly facts: readonly Message[];
}

export function factsMarkdown({ heading, data, facts }: Facts): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  if (heading !== undefined && heading !== '') markdown.appendMarkdown('**').appendText(heading).appendMarkdown('**\n\n');
  if (data !== undefined) markdown.appendText(translate(data)).appendMarkdown('\n\n');
  for (const fact of facts) markdown.appendMarkdown('- ').appendText(translate(fact)).appendMarkdown('\n');
  return markdown;
}
