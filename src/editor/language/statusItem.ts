// The format and encoding of the .reg file in sight, with a warning where the registry editor would not have written it so. The editor
// does not hand over files of more than 50 million characters: those are seen by their tab and their size, and because a language status
// is not shown over a file that is kept from us, the status bar says so itself.

import * as vscode from 'vscode';
import { message, type Message } from '../../core/messages/message';
import type { LintedDocuments } from '../documents';
import { fileSelector } from '../lintedFiles';
import type { LogChannel } from '../log';
import { readSource } from '../sourceEncoding';
import { translate } from '../translate';

/** In bytes; a file below this cannot have 50 million characters. */
const TOO_LARGE = 50_000_000;

interface Shown {
  readonly text: string;
  readonly detail: Message | undefined;
  readonly canRewrite: boolean;
}

async function statusOfDocument(documents: LintedDocuments, document: vscode.TextDocument): Promise<Shown | undefined> {
  const [opened, { seen }] = await Promise.all([documents.open(document), readSource(document)]);
  if (opened === undefined) return undefined;
  const { format, encoding, unusual } = opened.language.status(seen);
  const isWide = seen.encoding === 'utf-16le' && seen.bom;
  return { text: `${translate(format)} · ${translate(encoding)}`, detail: unusual, canRewrite: unusual !== undefined && !isWide && !document.isUntitled };
}

/** Whether a .reg file is in front that the editor has kept to itself. */
async function isTooLargeInFront(): Promise<boolean> {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputText) || !/\.reg$/i.test(input.uri.path)) return false;
  if (vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === input.uri.toString())) return false;
  try {
    return (await vscode.workspace.fs.stat(input.uri)).size >= TOO_LARGE;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
}

function tooLargeItem(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem('rdpDiagnostics.tooLarge', vscode.StatusBarAlignment.Right, 100);
  item.name = translate(message('status.name'));
  item.text = `$(warning) ${translate(message('status.tooLarge'))}`;
  item.tooltip = translate(message('status.tooLarge.detail'));
  return item;
}

export function showFileStatus(documents: LintedDocuments, log: LogChannel): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('rdpDiagnostics.file', fileSelector);
  item.name = translate(message('status.name'));
  item.text = item.name;

  const tooLarge = tooLargeItem();

  let asked = 0;
  async function update(): Promise<void> {
    const mine = ++asked;
    const document = vscode.window.activeTextEditor?.document;
    const isReg = document !== undefined && document.languageId === fileSelector.language;
    const [isTooLarge, shown] = await Promise.all([isTooLargeInFront(), isReg ? statusOfDocument(documents, document) : undefined]);
    // Another file is in front by now, or this one has been stored anew: a later question has the answer.
    if (mine !== asked) return;
    if (isTooLarge) tooLarge.show();
    else tooLarge.hide();
    if (shown === undefined) return;
    item.text = shown.text;
    item.severity = shown.detail === undefined ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Warning;
    item.detail = shown.detail === undefined ? '' : translate(shown.detail);
    item.command = shown.canRewrite ? { command: 'rdpDiagnostics.changeEncoding', title: translate(message('status.rewrite')) } : undefined;
  }

  const refresh = (): void => {
    update().catch((error: unknown) => {
      log.bug('Language status', error);
    });
  };
  refresh();
  return vscode.Disposable.from(
    item,
    tooLarge,
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.window.tabGroups.onDidChangeTabs(refresh),
    vscode.workspace.onDidSaveTextDocument(refresh),
    documents.onDidLint(refresh),
  );
}
