// The .reg file a command is about: the one in the active editor.

import * as vscode from 'vscode';
import { message } from '../../core/messages/message';
import { fail, succeed, type Result } from '../../core/result';
import type { LintedDocuments } from '../documents';
import type { OpenedDocument } from '../readings';

export async function activeFile(documents: LintedDocuments): Promise<Result<OpenedDocument>> {
  const document = vscode.window.activeTextEditor?.document;
  const opened = document === undefined ? undefined : await documents.open(document);
  if (opened !== undefined) return succeed(opened);
  return fail({
    code: 'invalidInput',
    message: message('server.fixAll.noFile'),
    remedy: message('server.fixAll.noFile.remedy'),
    retry: true,
  });
}
