// "Rewrite as UTF-16LE": the file on disk becomes what the registry editor would have written. A text edit cannot do that, because the
// editor keeps the encoding it read.

import * as vscode from 'vscode';
import { message, type Message } from '../../core/messages/message';
import { fail, succeed, type Result } from '../../core/result';
import type { LintedDocuments } from '../documents';
import { confirm } from '../prompts';
import { activeFile } from './activeFile';

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

export async function rewriteAsUtf16(documents: LintedDocuments): Promise<Result<void>> {
  const active = await activeFile(documents);
  if (!active.ok) return active;
  const { document } = active.value;
  if (document.isUntitled) return refuse(message('encoding.untitled'), message('encoding.untitled.remedy'));
  if (document.getText().includes(UNREADABLE)) return refuse(message('encoding.unreadable', document.encoding), message('encoding.unreadable.remedy'));
  const state = await saved(document);
  if (state === 'cancelled') return succeed(undefined);
  if (state === 'no') return refuse(message('encoding.notSaved'), message('encoding.untitled.remedy'));
  // Saving may have changed the text (format on save).
  const current = await documents.open(document);
  if (current === undefined) return succeed(undefined);
  try {
    await vscode.workspace.fs.writeFile(document.uri, current.language.utf16File());
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return refuse(message('encoding.notWritten', error.message), message('server.runAgain'));
    throw error;
  }
  await vscode.workspace.openTextDocument(document.uri, { encoding: 'utf16le' });
  return succeed(undefined);
}
