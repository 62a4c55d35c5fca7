// What both doors start: every feature of the editor, given the ports a door has.

import * as vscode from 'vscode';
import { succeed } from '../core/result';
import { createRedactor } from '../core/text/redactor';
import { findServer } from '../core/servers/serverList';
import { createCheckStore } from '../core/servers/store';
import type { TreeNode } from '../core/servers/tree';
import { createServerChooser } from './chooseServer';
import { createChecks, rememberedChecks, type ListenerPorts } from './checks';
import { offerCodeActions } from './codeActions';
import { registerCommands } from './commands';
import { publishDiagnostics } from './diagnostics';
import { watchDocuments } from './documents';
import { fixAllInActiveFile } from './fixAll';
import type { ImportPorts } from './importServers';
import { rewriteAsUtf16 } from './language/changeEncoding';
import { convertActiveFile, writeUndoOfActiveFile } from './language/conversions';
import { speakRegLanguage } from './language/regLanguage';
import { createLog } from './log';
import type { LoadLinter } from './readings';
import { serveReports } from './reportDocuments';
import { keepReports } from './reports';
import { reportUri } from './reportUri';
import { serveRulePages } from './rulePages';
import { serverCommands } from './serverCommands';
import { showServers } from './serversView';
import { watchSettings } from './settings';
import { startShells } from './shellFeatures';
import type { ShellPorts } from './shells';
import { withTexts, type LoadTexts } from './texts';
import { manageTrust } from './trust';

export interface DoorPorts {
  /** The texts that are not needed at the start. */
  readonly loadTexts: LoadTexts;
  readonly loadLinter: LoadLinter;
  /** Undefined where no connection can be opened. */
  readonly listener: ListenerPorts | undefined;
  readonly imports: ImportPorts;
  /** Undefined where no shell can be opened. */
  readonly shells: ShellPorts | undefined;
  /** A new id for a server, different each time. */
  readonly newId: () => string;
}

/** For other extensions and for tests. */
export interface ExtensionApi {
  /** The list of servers as it is shown now: plain data, changed only by adding fields. */
  servers(): readonly TreeNode[];
}

function withShellTexts({ shells, loadTexts }: DoorPorts): ShellPorts | undefined {
  if (shells === undefined) return undefined;
  return { ...shells, load: (settings, log) => withTexts(() => shells.load(settings, log), loadTexts)() };
}

export function startFeatures(context: vscode.ExtensionContext, ports: DoorPorts): ExtensionApi {
  const redactor = createRedactor();
  const log = createLog(redactor);
  const listener = ports.listener === undefined ? undefined : { ...ports.listener, load: withTexts(ports.listener.load, ports.loadTexts) };
  const imports = { ...ports.imports, load: withTexts(ports.imports.load, ports.loadTexts) };
  const settings = watchSettings();
  const documents = watchDocuments(withTexts(ports.loadLinter, ports.loadTexts), settings, log);
  const reports = keepReports(context.globalStorageUri, withTexts(() => Promise.resolve(), ports.loadTexts));
  const checked = new vscode.EventEmitter<string>();
  const store = createCheckStore(rememberedChecks(context.globalState), (id) => {
    checked.fire(id);
  });
  const view = showServers(settings, store, checked.event, ports.listener !== undefined);
  const checks = createChecks({ listener, store, reports, settings, log, memory: context.globalState });
  const chooseServer = createServerChooser(settings, view);
  const shells = startShells(context, withShellTexts(ports), { settings, chooseServer, redactor, log });
  const reportOf = (serverId: string): vscode.Uri | undefined => {
    const entry = findServer(settings.servers(), serverId);
    return entry === undefined ? undefined : reportUri(entry.server);
  };
  context.subscriptions.push(
    log,
    settings,
    documents,
    reports,
    checked,
    view,
    shells,
    publishDiagnostics(documents),
    offerCodeActions(documents),
    speakRegLanguage(documents, settings, log),
    serveRulePages(context.extensionUri),
    serveReports(reports, reportOf, log),
    registerCommands(
      {
        ...serverCommands({ settings, store, reports, checks, view, chooseServer, reach: shells.reach, imports, log, newId: ports.newId }),
        ...shells.commands,
        'rdpDiagnostics.fixAll': () => fixAllInActiveFile(documents),
        'rdpDiagnostics.changeEncoding': () => rewriteAsUtf16(documents),
        'rdpDiagnostics.convert': (argument) => convertActiveFile(documents, argument),
        'rdpDiagnostics.writeUndoFile': () => writeUndoOfActiveFile(documents),
        'rdpDiagnostics.manageTrust': manageTrust,
        'rdpDiagnostics.showLog': () => {
          log.show();
          return Promise.resolve(succeed(undefined));
        },
      },
      log,
    ),
  );
  vscode.commands.executeCommand('setContext', 'rdpDiagnostics.checks', ports.listener === undefined ? 'desktopOnly' : 'available').then(undefined, (error: unknown) => {
    log.bug('setContext', error);
  });
  return { servers: () => view.nodes };
}
