// `rdp-explanation:` documents: what an error message or a code means, worked out when it is read, so that a page can be kept open and
// found again. The query is what a person was told.

import * as vscode from 'vscode';
import { serveReadOnlyFiles } from './readOnlyFiles';
import { ruleLinks } from './ruleLinks';
import { ruleUri } from './ruleUri';
import { translate } from './translate';

/** What the door loads on first use. */
export type LoadExplanations = () => Promise<typeof import('../core/rdp/explanationPage')>;

export const EXPLANATION_SCHEME = 'rdp-explanation';

export function serveExplanations(load: LoadExplanations): vscode.Disposable {
  const never = new vscode.EventEmitter<readonly vscode.Uri[]>();
  return vscode.Disposable.from(
    never,
    vscode.languages.registerDocumentLinkProvider({ scheme: EXPLANATION_SCHEME }, { provideDocumentLinks: (document) => [...ruleLinks(document)] }),
    serveReadOnlyFiles({
      scheme: EXPLANATION_SCHEME,
      read: async ({ query }) => {
        const { explanationPage } = await load();
        return explanationPage(query, translate, (code) => ruleUri(code).toString());
      },
      onDidChange: never.event,
    }),
  );
}
