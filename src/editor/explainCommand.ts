// "Explain an Error Message or Code…": what a person was told, by a client, an event log or a colleague, and what it means. The page is a
// document of its own.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';
import { cancelled } from './cancelled';
import { EXPLANATION_SCHEME } from './explain';
import { askText } from './prompts';

/** A selection longer than that is no message. */
const LONGEST = 500;

function explanationUri(text: string): vscode.Uri {
  const name = text.replace(/[\\/:*?"<>|#%\s]+/g, ' ').trim().slice(0, 40);
  return vscode.Uri.from({ scheme: EXPLANATION_SCHEME, path: `/${name === '' ? '-' : name}.md`, query: text });
}

function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  const text = editor === undefined || editor.selection.isEmpty ? '' : editor.document.getText(editor.selection).trim();
  return text.length > LONGEST || text.includes('\n') ? '' : text;
}

/** @param argument the text; asked for where it is none */
export async function explainText(argument: unknown): Promise<Result<void>> {
  const given = typeof argument === 'string' ? argument.trim() : '';
  const answer =
    given === ''
      ? await askText({
          title: message('explainCommand.title'),
          prompt: message('explainCommand.prompt'),
          placeholder: message('explainCommand.example'),
          value: selectedText(),
          fault: (text) => (text.trim() === '' ? message('explainCommand.empty') : undefined),
        })
      : ({ kind: 'answer', value: given } as const);
  if (answer.kind !== 'answer') return fail(cancelled);
  await vscode.window.showTextDocument(explanationUri(answer.value.trim().slice(0, LONGEST)), { preview: true });
  return succeed(undefined);
}
