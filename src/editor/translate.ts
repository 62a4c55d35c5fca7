// The one place where a message becomes text a person reads. The English text is the key of the translation (l10n/).

import * as vscode from 'vscode';
import type { Message } from '../core/messages/message';
import type { Words } from '../core/servers/tree';
import { textOf } from './texts';

export function translate(message: Message): string {
  return vscode.l10n.t(textOf(message.key), ...message.args);
}

/** A person's own words stay as they are. */
export function wordsText(words: Words): string {
  return typeof words === 'string' ? words : translate(words);
}
