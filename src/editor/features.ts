// What both doors start: every feature of the editor, given the ports a door has.

import * as vscode from 'vscode';
import { succeed } from '../core/result';
import { offerCodeActions } from './codeActions';
import { registerCommands } from './commands';
import { publishDiagnostics } from './diagnostics';
import { watchDocuments, type LoadLinter } from './documents';
import { fixAllInActiveFile } from './fixAll';
import { createLog } from './log';
import { serveRulePages } from './rulePages';
import { watchSettings } from './settings';

export interface DoorPorts {
  readonly loadLinter: LoadLinter;
}

export function startFeatures(context: vscode.ExtensionContext, ports: DoorPorts): void {
  const log = createLog();
  const settings = watchSettings();
  const documents = watchDocuments(ports.loadLinter, settings, log);
  context.subscriptions.push(
    log,
    settings,
    documents,
    publishDiagnostics(documents),
    offerCodeActions(documents),
    serveRulePages(context.extensionUri),
    registerCommands(
      {
        'rdpDiagnostics.fixAll': () => fixAllInActiveFile(documents),
        'rdpDiagnostics.showLog': () => {
          log.show();
          return Promise.resolve(succeed(undefined));
        },
      },
      log,
    ),
  );
}
