// The browser door: core and editor. Files are read and fixed here; checks of servers need the desktop.

import type { ExtensionContext } from 'vscode';
import { startFeatures, type ExtensionApi } from './editor/features';

export function activate(context: ExtensionContext): ExtensionApi {
  return startFeatures(context, {
    loadTexts: () => import('./core/messages/table'),
    loadLinter: () => import('./core/lint/linter'),
    loadSnapshotWork: () => import('./core/servers/snapshotWork'),
    loadExplanations: () => import('./core/rdp/explanationPage'),
    loadPolicies: () => import('./core/policies/policiesWork'),
    loadCommands: () => import('./editor/commandWork'),
    checks: undefined,
    imports: { load: () => import('./core/servers/importers'), readSshConfig: undefined },
    shells: undefined,
    newId: () => crypto.randomUUID(),
  });
}
