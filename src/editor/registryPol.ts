// Everything about registry.pol in the editor, started together: the table, the text, the commands.

import * as vscode from 'vscode';
import type { CommandTable } from './commands';
import type { LogChannel } from './log';
import type { LoadLinter } from './readings';
import { polCommands } from './registryPolCommands';
import { showPolTables } from './registryPolEditor';
import { watchPolFiles } from './registryPolFiles';
import { servePolTexts } from './registryPolTexts';
import type { Settings } from './settings';

export interface PolParts {
  readonly extensionUri: vscode.Uri;
  readonly loadLinter: LoadLinter;
  readonly settings: Settings;
  readonly newId: () => string;
  readonly log: LogChannel;
  /** "Convert To…" where it is about no registry.pol. */
  readonly convert: CommandTable['rdpDiagnostics.convert'];
}

export interface PolFeatures extends vscode.Disposable {
  readonly commands: Pick<CommandTable, 'rdpDiagnostics.openAsText' | 'rdpDiagnostics.saveFixedCopy' | 'rdpDiagnostics.convert'>;
}

export function startRegistryPol({ extensionUri, loadLinter, settings, newId, log, convert }: PolParts): PolFeatures {
  const files = watchPolFiles(loadLinter, settings, log);
  const commands = polCommands(files);
  const subscriptions = vscode.Disposable.from(files, showPolTables({ extensionUri, files, loadLinter, newId, log }), servePolTexts(files, log));
  return {
    commands: {
      'rdpDiagnostics.openAsText': commands.openAsText,
      'rdpDiagnostics.saveFixedCopy': commands.saveFixedCopy,
      'rdpDiagnostics.convert': (argument) => commands.convert(argument) ?? convert(argument),
    },
    dispose: () => {
      subscriptions.dispose();
    },
  };
}
