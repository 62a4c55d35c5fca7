// The browser door says of a server only that it cannot be asked from here.

import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/editor/features';
import { equal } from '../hosts/assertions';

describe('a server in the web worker host', () => {
  it('is listed and stays unchecked', async () => {
    const setting = vscode.workspace.getConfiguration('rdpDiagnostics');
    await setting.update('servers', [{ id: 'web', label: 'web', address: 'rds-07.corp.example' }], vscode.ConfigurationTarget.Global);
    try {
      const extension = vscode.extensions.getExtension<ExtensionApi>('rdp-diagnostics.rdp-diagnostics');
      const api = await extension?.activate();
      equal(api?.servers().find(({ serverId }) => serverId === 'web')?.state, 'notChecked');
    } finally {
      await setting.update('servers', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
