// `rdp-rule:` documents: the bundled pages, read through the editor's own file access so that they open wherever we are installed.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import { RULE_SCHEME } from './ruleUri';
import { translate } from './translate';

const PAGE = /^\/(RDP\d{3}\.md)$/;

export function serveRulePages(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(RULE_SCHEME, {
    provideTextDocumentContent: async (uri) => {
      const file = PAGE.exec(uri.path)?.[1];
      if (file === undefined) return translate(message('server.rulePage.unknown', uri.path));
      try {
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'docs', 'rules', file)));
      } catch (error) {
        if (error instanceof vscode.FileSystemError) return translate(message('server.rulePage.unknown', file));
        throw error;
      }
    },
  });
}
