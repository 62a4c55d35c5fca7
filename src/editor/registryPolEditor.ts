// The table of a registry.pol: a read-only editor of its own, because the file is binary. The page asks for what it shows, one page of rows at
// a time, so that a file of any size is there at once. It may load its one script and its one style sheet, and nothing else.

import * as vscode from 'vscode';
import type { PolAnswer, PolQuestion } from '../core/policies/polView';
import type { LogChannel } from './log';
import type { LoadLinter } from './readings';
import { POL_VIEW_TYPE } from './registryPolUri';
import type { PolFiles } from './registryPolFiles';
import { isRuleCode, ruleUri } from './ruleUri';
import { fileName } from './snapshotSources';
import { plainText, translate } from './translate';

export interface PolEditorParts {
  readonly extensionUri: vscode.Uri;
  readonly files: PolFiles;
  readonly loadLinter: LoadLinter;
  /** Another one each time. */
  readonly newId: () => string;
  readonly log: LogChannel;
}

async function runCommand(file: vscode.Uri, asked: Exclude<PolQuestion, { kind: 'query' }>): Promise<void> {
  switch (asked.kind) {
    case 'openAsText':
      await vscode.commands.executeCommand('rdpDiagnostics.openAsText', file);
      return;
    case 'convert':
      await vscode.commands.executeCommand('rdpDiagnostics.convert', file);
      return;
    case 'fix':
      await vscode.commands.executeCommand('rdpDiagnostics.saveFixedCopy', { file: file.toString(), code: asked.code, at: asked.at, fix: asked.fix });
      return;
    case 'rule':
      if (isRuleCode(asked.code)) await vscode.commands.executeCommand('vscode.open', ruleUri(asked.code));
      return;
    case 'reopen':
      await vscode.commands.executeCommand('workbench.action.reopenWithEditor');
  }
}

export function showPolTables({ extensionUri, files, loadLinter, newId, log }: PolEditorParts): vscode.Disposable {
  const media = vscode.Uri.joinPath(extensionUri, 'media');

  /** @param tell does nothing once the page is closed, which it can be before its answer is there */
  async function answer(file: vscode.Uri, tell: (told: PolAnswer) => Promise<void>, asked: unknown): Promise<void> {
    const { readPolQuestion, answerPolQuery, answerWithout } = await loadLinter();
    const question = readPolQuestion(asked);
    if (question === undefined) return;
    if (question.kind !== 'query') return runCommand(file, question);
    const read = await files.read(file);
    await tell(read.ok ? answerPolQuery(read.value, question.query, translate) : answerWithout(plainText(read.failure.message), question.query));
  }

  async function setUp({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): Promise<void> {
    const closed = new AbortController();
    const open: vscode.Disposable[] = [];
    open.push(
      panel.onDidDispose(() => {
        closed.abort();
        for (const one of open) one.dispose();
      }),
    );
    const { polPage } = await loadLinter();
    if (closed.signal.aborted) return;
    const { webview } = panel;
    const tell = async (told: PolAnswer | { readonly kind: 'changed' }): Promise<void> => {
      if (!closed.signal.aborted) await webview.postMessage(told);
    };
    const failed = (error: unknown): void => {
      log.bug(`The table of ${uri.toString()}`, error);
    };
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [media] };
    open.push(
      webview.onDidReceiveMessage((asked: unknown) => {
        answer(uri, tell, asked).catch(failed);
      }),
      files.onDidChange((changed) => {
        if (changed.toString() === uri.toString()) tell({ kind: 'changed' }).catch(failed);
      }),
    );
    const inPage = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
    webview.html = polPage({
      language: vscode.env.language,
      nonce: newId(),
      cspSource: webview.cspSource,
      scriptUri: inPage('registryPol.js'),
      styleUri: inPage('registryPol.css'),
      name: fileName(uri),
      say: translate,
    });
  }

  return vscode.window.registerCustomEditorProvider(
    POL_VIEW_TYPE,
    {
      openCustomDocument: (uri) => {
        const watching = files.watch(uri);
        return {
          uri,
          dispose: () => {
            watching.dispose();
          },
        };
      },
      resolveCustomEditor: setUp,
    },
    { supportsMultipleEditorsPerDocument: true },
  );
}
