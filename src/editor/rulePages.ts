// `rdp-rule:` documents: the bundled pages, read through the editor's own file access so that they open wherever we are installed.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import { serveReadOnlyFiles } from './readOnlyFiles';
import { RULE_SCHEME } from './ruleUri';
import { translate } from './translate';

const PAGE = /^\/(RDP\d{3}\.md)$/;

async function readPage(extensionUri: vscode.Uri, path: string): Promise<string> {
  const file = PAGE.exec(path)?.[1];
  if (file === undefined) return translate(message('server.rulePage.unknown', path));
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'docs', 'rules', file)));
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return translate(message('server.rulePage.unknown', file));
    throw error;
  }
}

export function serveRulePages(extensionUri: vscode.Uri): vscode.Disposable {
  const never = new vscode.EventEmitter<readonly vscode.Uri[]>();
  return vscode.Disposable.from(
    never,
    serveReadOnlyFiles({ scheme: RULE_SCHEME, read: (uri) => readPage(extensionUri, uri.path), onDidChange: never.event }),
  );
}
