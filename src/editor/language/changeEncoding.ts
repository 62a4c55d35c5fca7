// "Rewrite as UTF-16LE": the file on disk becomes what the registry editor, or for a template the group policy editor, would have written.
// A text edit cannot do that, because the editor keeps the encoding it read.

import * as vscode from 'vscode';
import { message, type Message } from '../../core/messages/message';
import { utf16Bytes } from '../../core/registry/valueData';
import { fail, succeed, type Result } from '../../core/result';
import { confirm } from '../prompts';

/** Languages of files that Windows keeps in UTF-16LE. */
const rewritten: readonly string[] = ['reg', 'gpttmpl'];
const UNREADABLE = '\ufffd';

function refuse(what: Message, remedy: Message): Result<void> {
  return fail({ code: 'invalidInput', message: what, remedy, retry: true });
}

async function saved(document: vscode.TextDocument): Promise<'yes' | 'no' | 'cancelled'> {
  if (!document.isDirty) return 'yes';
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const sure = await confirm(message('encoding.dirty', name), message('encoding.dirty.detail'), message('encoding.dirty.button'));
  if (!sure) return 'cancelled';
  return (await document.save()) ? 'yes' : 'no';
}

export async function rewriteAsUtf16(): Promise<Result<void>> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !rewritten.includes(document.languageId)) return refuse(message('encoding.noFile'), message('server.fixAll.noFile.remedy'));
  if (document.isUntitled) return refuse(message('encoding.untitled'), message('encoding.untitled.remedy'));
  if (document.getText().includes(UNREADABLE)) return refuse(message('encoding.unreadable', document.encoding), message('encoding.unreadable.remedy'));
  const state = await saved(document);
  if (state === 'cancelled') return succeed(undefined);
  if (state === 'no') return refuse(message('encoding.notSaved'), message('encoding.untitled.remedy'));
  try {
    await vscode.workspace.fs.writeFile(document.uri, utf16Bytes(`\ufeff${document.getText()}`));
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return refuse(message('encoding.notWritten', error.message), message('server.runAgain'));
    throw error;
  }
  await vscode.workspace.openTextDocument(document.uri, { encoding: 'utf16le' });
  return succeed(undefined);
}
