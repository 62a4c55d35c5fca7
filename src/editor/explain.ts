// "Explain an Error Message or Code…": what a person was told, by a client, an event log or a colleague, and what it means. The page is a
// document of its own (`rdp-explanation:`), worked out when it is read, so that it can be kept open and found again.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';
import { cancelled } from './cancelled';
import { askText } from './prompts';
import { serveReadOnlyFiles } from './readOnlyFiles';
import { ruleLinks } from './ruleLinks';
import { ruleUri } from './ruleUri';
import { translate } from './translate';

/** What the door loads on first use. */
export type LoadExplanations = () => Promise<typeof import('../core/rdp/explanationPage')>;

const EXPLANATION_SCHEME = 'rdp-explanation';

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

export function serveExplanations(load: LoadExplanations): vscode.Disposable {
  const never = new vscode.EventEmitter<readonly vscode.Uri[]>();
  return vscode.Disposable.from(
    never,
    vscode.languages.registerDocumentLinkProvider({ scheme: EXPLANATION_SCHEME }, { provideDocumentLinks: (document) => [...ruleLinks(document)] }),
    serveReadOnlyFiles({
      scheme: EXPLANATION_SCHEME,
      read: async ({ query }) => {
        const { explanationPage } = await load();
        return explanationPage(query, translate, (code) => ruleUri(code).toString());
      },
      onDidChange: never.event,
    }),
  );
}
