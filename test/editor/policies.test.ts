import { deepEqual, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { snapshotReportUri } from '../../src/editor/reportUri';
import { gpoNode, policyNodes, testPolicies } from '../hosts/policies';
import { until, workspaceFolder } from '../hosts/waiting';
import { FIXTURES } from '../places';

testPolicies();

describe('the report of a server beside the export of the GPO that a policy came from', () => {
  it('names the line that sets the value, and leads there', async () => {
    // The workspace of the browser has no folders in it.
    const written = async (name: string, content: string): Promise<vscode.Uri> => {
      const uri = vscode.Uri.joinPath(workspaceFolder(), name);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
      return uri;
    };
    await written(
      'backups/{1}/bkupInfo.xml',
      '<BackupInst xmlns="http://www.microsoft.com/GroupPolicy/GPOOperations/Manifest"><GPOGuid><![CDATA[{5E1B0A94-2C51-4F0B-8D0E-4B0B8C8A9D77}]]></GPOGuid><GPODisplayName><![CDATA[Licensing, renamed since]]></GPODisplayName></BackupInst>',
    );
    const writeLgpo = (): Promise<vscode.Uri> => written('backups/{1}/lgpo.txt', 'Computer\nSOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services\nLicensingMode\nDWORD:4\n');
    const lgpo = await writeLgpo();
    const snapshot = await written('whole.rdpsnapshot.json', readFileSync(join(FIXTURES, 'snapshots', 'session-host-2022-whole.rdpsnapshot.json'), 'utf8'));
    // The editor watches a new folder from some moment on: what was written before is told when it is written again.
    let asked = 0;
    const nodes = async (): ReturnType<typeof policyNodes> => {
      asked++;
      if (asked % 40 === 0) await writeLgpo();
      return policyNodes();
    };
    await until(nodes, (found) => gpoNode(found, 'Licensing, renamed since') !== undefined);
    const document = await vscode.workspace.openTextDocument(snapshotReportUri(snapshot));
    match(document.getText(), /LicensingMode = \d \(policy, GPO "RDS Lizenzierung"\).*; backups\/\{1\}\/lgpo\.txt:1 sets 4/);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    deepEqual(links.filter(({ target }) => target?.path.endsWith('lgpo.txt')).map(({ target }) => [target?.path, target?.fragment]), [[lgpo.path, 'L1']]);
  });
});
