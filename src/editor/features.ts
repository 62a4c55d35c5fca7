// What both doors start: every feature of the editor, given the ports a door has.

import * as vscode from 'vscode';
import { startTexts } from '../core/messages/startTexts';
import { succeed } from '../core/result';
import { createRedactor } from '../core/text/redactor';
import { createCheckStore } from '../core/servers/store';
import type { TreeNode } from '../core/servers/tree';
import { rememberedChecks } from './checkMemory';
import { createChecks, type CheckPorts } from './checks';
import { offerCodeActions } from './codeActions';
import { registerCommands } from './commands';
import { watchDocuments } from './documents';
import type { LoadExplanations } from './explain';
import type { ImportPorts } from './importServers';
import { speakRegLanguage } from './language/regLanguage';
import { createLog } from './log';
import type { PolicyNode } from '../core/policies/policiesWork';
import { startPolicies } from './policiesFeature';
import type { LoadPolicies } from './policiesFiles';
import type { LoadLinter } from './readings';
import { startRegistryPol } from './registryPol';
import { startReports, type ReportLoaders } from './reportFeatures';
import { serveRulePages } from './rulePages';
import { showServers } from './serversView';
import { watchSettings } from './settings';
import { startShells } from './shellFeatures';
import type { ShellPorts } from './shells';
import type { LoadSnapshotWork } from './snapshotSources';
import { learnTexts, withTexts, type LoadTexts } from './texts';
import { manageTrust } from './trust';

export interface DoorPorts {
  /** The texts that are not needed at the start. */
  readonly loadTexts: LoadTexts;
  readonly loadLinter: LoadLinter;
  readonly loadSnapshotWork: LoadSnapshotWork;
  readonly loadExplanations: LoadExplanations;
  readonly loadPolicies: LoadPolicies;
  readonly loadCommands: () => Promise<typeof import('./commandWork')>;
  /** Undefined where no connection can be opened. */
  readonly checks: CheckPorts | undefined;
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
  /** What the GPO exports of the workspace set about Remote Desktop, as the Policies view shows it: reads them where that was not done. */
  policies(): Promise<readonly PolicyNode[]>;
}

function withShellTexts({ shells, loadTexts }: DoorPorts): ShellPorts | undefined {
  if (shells === undefined) return undefined;
  return { ...shells, load: (settings, log) => withTexts(() => shells.load(settings, log), loadTexts)() };
}

export function startFeatures(context: vscode.ExtensionContext, ports: DoorPorts): ExtensionApi {
  learnTexts(startTexts);
  const redactor = createRedactor();
  const log = createLog(redactor);
  const { loadTexts } = ports;
  const checkPorts = ports.checks === undefined ? undefined : { ...ports.checks, load: withTexts(ports.checks.load, loadTexts) };
  const canCheck = checkPorts !== undefined;
  const imports = { ...ports.imports, load: withTexts(ports.imports.load, loadTexts) };
  const load: ReportLoaders = {
    linter: withTexts(ports.loadLinter, loadTexts),
    snapshotWork: withTexts(ports.loadSnapshotWork, loadTexts),
    explanations: withTexts(ports.loadExplanations, loadTexts),
    texts: withTexts(() => Promise.resolve(), loadTexts),
  };
  const settings = watchSettings();
  const documents = watchDocuments(load.linter, settings, log);
  const checked = new vscode.EventEmitter<string>();
  const store = createCheckStore(rememberedChecks(context.globalState), (id) => {
    checked.fire(id);
  });
  const policies = startPolicies({ load: withTexts(ports.loadPolicies, loadTexts), settings, log });
  const view = showServers({ settings, store, onDidCheck: checked.event, canCheck, prepare: load.texts, onDidShow: policies.look });
  const shells = startShells(context, withShellTexts(ports), { settings, redactor, log });
  const features = startReports(context.globalStorageUri, { load, settings, documents, store, policies, canCheck, log });
  const { reports, snapshots, files } = features;
  const checks = createChecks({ ports: checkPorts, shells: shells.shells, store, reports, snapshots, files, settings, log, memory: context.globalState });
  const registryPol = startRegistryPol({
    extensionUri: context.extensionUri,
    loadLinter: load.linter,
    settings,
    newId: ports.newId,
    log,
  });
  const loadCommands = withTexts(ports.loadCommands, loadTexts);
  context.subscriptions.push(
    log,
    settings,
    documents,
    checked,
    view,
    shells,
    features,
    policies,
    registryPol,
    offerCodeActions(documents),
    speakRegLanguage(documents, settings, log),
    serveRulePages(context.extensionUri),
    registerCommands(
      {
        'rdpDiagnostics.manageTrust': manageTrust,
        'rdpDiagnostics.showLog': () => {
          log.show();
          return Promise.resolve(succeed(undefined));
        },
      },
      async () => {
        const { commandWork } = await loadCommands();
        return commandWork({
          servers: { settings, store, reports, checks, view, reach: shells.reach, imports, log, newId: ports.newId },
          shells: { shells: shells.shells, saved: shells.saved, log },
          reports: { settings, store, sources: features.sources, reports: features.all, load: load.snapshotWork, view },
          documents,
          policies: policies.kept,
          polFiles: registryPol.files,
        });
      },
      log,
    ),
  );
  vscode.commands.executeCommand('setContext', 'rdpDiagnostics.checks', canCheck ? 'available' : 'desktopOnly').then(undefined, (error: unknown) => {
    log.bug('setContext', error);
  });
  return { servers: () => view.nodes, policies: policies.tree };
}
