// The format and encoding of the .reg file in sight, with a warning where the registry editor would not have written it so. The editor
// does not hand over files of more than 50 million characters: those are seen by their tab and their size.

import * as vscode from 'vscode';
import { message, type Message } from '../../core/messages/message';
import { fileSelector, type LintedDocuments } from '../documents';
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

/** A .reg file in front that the editor has kept to itself. */
async function statusOfTab(): Promise<Shown | undefined> {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputText) || !/\.reg$/i.test(input.uri.path)) return undefined;
  if (vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === input.uri.toString())) return undefined;
  try {
    const { size } = await vscode.workspace.fs.stat(input.uri);
    const detail = message('status.tooLarge.detail');
    return size < TOO_LARGE ? undefined : { text: translate(message('status.tooLarge')), detail, canRewrite: false };
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}

export function showFileStatus(documents: LintedDocuments, log: LogChannel): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('rdpDiagnostics.file', fileSelector);
  item.name = translate(message('status.name'));
  item.text = item.name;

  let asked = 0;
  async function update(): Promise<void> {
    const mine = ++asked;
    const document = vscode.window.activeTextEditor?.document;
    const isReg = document !== undefined && document.languageId === fileSelector.language;
    const shown = isReg ? await statusOfDocument(documents, document) : await statusOfTab();
    // Another file is in front by now, or this one has been stored anew: a later question has the answer.
    if (shown === undefined || mine !== asked) return;
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
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.window.tabGroups.onDidChangeTabs(refresh),
    vscode.workspace.onDidSaveTextDocument(refresh),
    documents.onDidLint(refresh),
  );
}
