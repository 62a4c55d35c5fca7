// The registry.pol files that are open as a table or as text: read once, read again when they change on disk or rules get other weights.

import * as vscode from 'vscode';
import type { PolFile } from '../core/policies/polFile';
import { message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';
import type { RuleCode } from '../core/rules/rule';
import type { LogChannel } from './log';
import type { LoadLinter } from './readings';
import type { Settings } from './settings';
import { fileName } from './snapshotSources';
import { translate } from './translate';

const MB = 1024 * 1024;
const LARGEST_MB = 100;

export interface PolFiles extends vscode.Disposable {
  read(file: vscode.Uri): Promise<Result<PolFile>>;
  /** The same for bytes that are on their way to a file. */
  open(file: vscode.Uri, bytes: Uint8Array): Promise<PolFile>;
  /** As long as it is not disposed of, changes of this file are told, and it is read once for each. */
  watch(file: vscode.Uri): vscode.Disposable;
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

async function bytesOf(file: vscode.Uri): Promise<Result<Uint8Array>> {
  const name = fileName(file);
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size <= LARGEST_MB * MB) return succeed(await vscode.workspace.fs.readFile(file));
    return fail({
      code: 'fileTooLarge',
      message: message('polEditor.tooLarge', name, Math.ceil(size / MB), LARGEST_MB),
      remedy: message('polEditor.tooLarge.remedy'),
      retry: false,
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return fail({ code: 'fileUnreadable', message: message('polEditor.unreadable', name, error.message), remedy: message('polEditor.unreadable.remedy'), retry: true });
  }
}

interface Watched {
  readonly file: vscode.Uri;
  readonly watcher: vscode.Disposable;
  users: number;
  reading: Promise<Result<PolFile>> | undefined;
}

export function watchPolFiles(loadLinter: LoadLinter, settings: Settings, log: LogChannel): PolFiles {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const watched = new Map<string, Watched>();

  async function open(file: vscode.Uri, bytes: Uint8Array): Promise<PolFile> {
    const { openPol } = await loadLinter();
    const onRuleError = (code: RuleCode, error: unknown): void => {
      log.bug(`Rule ${code} on ${file.toString()}`, error);
    };
    return openPol({ bytes, document: file.toString(), severities: settings.severities(file), onRuleError, say: translate });
  }

  async function readNow(file: vscode.Uri): Promise<Result<PolFile>> {
    const bytes = await bytesOf(file);
    return bytes.ok ? succeed(await open(file, bytes.value)) : bytes;
  }

  function forget(entry: Watched): void {
    entry.reading = undefined;
    changed.fire(entry.file);
  }

  /** By its folder and not by its name, which can hold signs that mean something in a pattern. */
  function watcherOf(file: vscode.Uri): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), '*'));
    const onEvent = (uri: vscode.Uri): void => {
      const entry = watched.get(uri.toString());
      if (entry !== undefined && uri.toString() === file.toString()) forget(entry);
    };
    return vscode.Disposable.from(watcher, watcher.onDidChange(onEvent), watcher.onDidCreate(onEvent), watcher.onDidDelete(onEvent));
  }

  const subscriptions = vscode.Disposable.from(
    changed,
    settings.onDidChangeRules(() => {
      for (const entry of watched.values()) forget(entry);
    }),
  );
  return {
    open,
    read(file) {
      const entry = watched.get(file.toString());
      if (entry === undefined) return readNow(file);
      return (entry.reading ??= readNow(file));
    },
    watch(file) {
      const key = file.toString();
      const entry = watched.get(key) ?? { file, watcher: watcherOf(file), users: 0, reading: undefined };
      entry.users += 1;
      watched.set(key, entry);
      let isOver = false;
      return new vscode.Disposable(() => {
        if (isOver) return;
        isOver = true;
        entry.users -= 1;
        if (entry.users > 0) return;
        entry.watcher.dispose();
        watched.delete(key);
      });
    },
    onDidChange: changed.event,
    dispose: () => {
      for (const { watcher } of watched.values()) watcher.dispose();
      subscriptions.dispose();
    },
  };
}
