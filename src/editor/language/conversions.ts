// "Convert To…" and "Write Undo File": another file with the same content, opened and not saved, so that nothing is overwritten.

import * as vscode from 'vscode';
import type { Conversion } from '../../core/language/regLanguage';
import { message } from '../../core/messages/message';
import { succeed, type Result } from '../../core/result';
import type { LintedDocuments } from '../documents';
import { pickOne } from '../prompts';
import { activeFile } from './activeFile';

/** In which language the text of a conversion is opened. */
export const languages: Readonly<Record<Conversion, string>> = { regCommands: 'bat', powerShell: 'powershell', lgpo: 'lgpo', reg: 'reg', undo: 'reg' };

type Choosable = Exclude<Conversion, 'undo'>;

const isChoosable = (value: unknown): value is Choosable => value === 'regCommands' || value === 'powerShell' || value === 'lgpo' || value === 'reg';

async function show(documents: LintedDocuments, to: Conversion): Promise<Result<void>> {
  const active = await activeFile(documents);
  if (!active.ok) return active;
  const content = active.value.language.convert(to);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: languages[to], content }), { preview: false });
  return succeed(undefined);
}

/** @param argument which conversion; asked for where it is none */
export async function convertActiveFile(documents: LintedDocuments, argument: unknown): Promise<Result<void>> {
  const active = await activeFile(documents);
  if (!active.ok) return active;
  if (isChoosable(argument)) return show(documents, argument);
  const chosen = await pickOne<Choosable>({
    title: message('convert.pick'),
    placeholder: message('convert.pick'),
    choices: [
      { label: message('convert.regCommands'), value: 'regCommands' },
      { label: message('convert.powerShell'), value: 'powerShell' },
      { label: message('convert.lgpo'), value: 'lgpo' },
      { label: message('convert.reg'), value: 'reg' },
    ],
  });
  return chosen.kind === 'answer' ? show(documents, chosen.value) : succeed(undefined);
}

export function writeUndoOfActiveFile(documents: LintedDocuments): Promise<Result<void>> {
  return show(documents, 'undo');
}
