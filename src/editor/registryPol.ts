// Everything about registry.pol in the editor, started together: the table and the text.

import * as vscode from 'vscode';
import type { LogChannel } from './log';
import type { LoadLinter } from './readings';
import { showPolTables } from './registryPolEditor';
import { watchPolFiles, type PolFiles } from './registryPolFiles';
import { servePolTexts } from './registryPolTexts';
import type { Settings } from './settings';

export interface PolParts {
  readonly extensionUri: vscode.Uri;
  readonly loadLinter: LoadLinter;
  readonly settings: Settings;
  readonly newId: () => string;
  readonly log: LogChannel;
}

export interface PolFeatures extends vscode.Disposable {
  readonly files: PolFiles;
}

export function startRegistryPol({ extensionUri, loadLinter, settings, newId, log }: PolParts): PolFeatures {
  const files = watchPolFiles(loadLinter, settings, log);
  const subscriptions = vscode.Disposable.from(files, showPolTables({ extensionUri, files, loadLinter, newId, log }), servePolTexts(files, log));
  return {
    files,
    dispose: () => {
      subscriptions.dispose();
    },
  };
}
