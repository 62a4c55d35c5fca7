// The desktop door: core, node and editor, composed.

import { randomUUID } from 'node:crypto';
import { homedir, hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { startFeatures, type ExtensionApi } from './editor/features';
import { createListenerPorts } from './node/listenerPorts';

export function activate(context: ExtensionContext): ExtensionApi {
  return startFeatures(context, {
    loadTexts: () => import('./core/messages/table'),
    loadLinter: () => import('./core/lint/linter'),
    loadSnapshotWork: () => import('./core/servers/snapshotWork'),
    loadExplanations: () => import('./core/rdp/explanationPage'),
    loadPolicies: () => import('./core/policies/policiesWork'),
    loadCommands: () => import('./editor/commandWork'),
    checks: {
      load: () => import('./core/servers/serverCheck'),
      ...createListenerPorts(),
      from: hostname(),
    },
    imports: {
      load: () => import('./core/servers/importers'),
      readSshConfig: async () => (await import('./node/desktopShells')).importSshConfig(homedir()),
    },
    shells: {
      load: async (settings, log) => {
        const { openDesktopShells } = await import('./node/desktopShells');
        const keyFile = join(context.globalStorageUri.fsPath, 'hostKeys.json');
        const { platform, env } = process;
        return openDesktopShells({ ...settings, home: homedir(), userName: userInfo().username, platform, env, keyFile, log });
      },
      machineName: hostname(),
    },
    newId: randomUUID,
  });
}
