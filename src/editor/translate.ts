// The one place where a message becomes text a person reads. The English text is the key of the translation (l10n/).

import * as vscode from 'vscode';
import type { Message } from '../core/messages/message';
import type { Words } from '../core/servers/tree';
import { textOf } from './texts';

export function translate(message: Message): string {
  return vscode.l10n.t(textOf(message.key), ...message.args);
}

/**
 * For boxes in which the editor makes a link of `[text](address)`, and such a link may run a command: what others wrote into a message
 * is to be read only.
 */
export function plainText(wanted: Message): string {
  return translate(wanted).replaceAll('](', '] (');
}

/** A person's own words stay as they are. */
export function wordsText(words: Words): string {
  return typeof words === 'string' ? words : translate(words);
}
