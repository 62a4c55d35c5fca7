// The desktop door: core, node and editor, composed.

import { randomUUID } from 'node:crypto';
import { homedir, hostname } from 'node:os';
import type { ExtensionContext } from 'vscode';
import { startFeatures, type ExtensionApi } from './editor/features';
import { clock } from './node/clock';
import { createConnector } from './node/sockets';

export function activate(context: ExtensionContext): ExtensionApi {
  return startFeatures(context, {
    loadTexts: () => import('./core/messages/table'),
    loadLinter: () => import('./core/lint/linter'),
    listener: {
      load: () => import('./core/servers/listenerCheck'),
      connector: createConnector(),
      clock,
      from: hostname(),
    },
    imports: {
      load: () => import('./core/servers/importers'),
      readSshConfig: async () => (await import('./node/sshConfig')).importSshConfig(homedir()),
    },
    newId: randomUUID,
  });
}
