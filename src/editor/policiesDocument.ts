// `rdp-effective:` documents: what chosen GPOs come to in an order, as a read-only text with links to the statements. The query names the
// exports in their order, so that a tab restored tomorrow shows what their files say then.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import type { EffectiveText } from '../core/policies/policiesWork';
import { editorRange } from './convert';
import type { LoadPolicies } from './policiesFiles';
import type { KeptPolicies } from './policiesKept';
import { serveReadOnlyFiles } from './readOnlyFiles';
import { structureReports } from './reportStructure';
import { translate } from './translate';

export const EFFECTIVE_SCHEME = 'rdp-effective';
const selector: vscode.DocumentFilter = { scheme: EFFECTIVE_SCHEME };

function idsOf({ query }: vscode.Uri): readonly string[] {
  try {
    const ids: unknown = JSON.parse(query);
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch (error) {
    // An address somebody made up.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

async function workOut(uri: vscode.Uri, policies: KeptPolicies, load: LoadPolicies): Promise<EffectiveText> {
  const [{ effectiveText }, { gpos }] = await Promise.all([load(), policies.read()]);
  const ids = idsOf(uri);
  const chosen = ids.flatMap((id) => gpos.find((gpo) => gpo.id === id) ?? []);
  if (chosen.length === 0 || chosen.length < ids.length) return { text: `${translate(message('policies.gone'))}\n`, links: [] };
  return effectiveText(chosen, translate);
}

function linkTo({ document, line }: EffectiveText['links'][number]['target']): vscode.Uri {
  const uri = vscode.Uri.parse(document, true);
  return line === undefined ? uri : uri.with({ fragment: `L${String(line)}` });
}

export function serveEffectiveResults(policies: KeptPolicies, load: LoadPolicies): vscode.Disposable {
  const changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  return vscode.Disposable.from(
    changed,
    policies.onDidChange(() => {
      changed.fire(vscode.workspace.textDocuments.map(({ uri }) => uri).filter(({ scheme }) => scheme === EFFECTIVE_SCHEME));
    }),
    serveReadOnlyFiles({ scheme: EFFECTIVE_SCHEME, read: async (uri) => (await workOut(uri, policies, load)).text, onDidChange: changed.event }),
    structureReports(selector),
    vscode.languages.registerDocumentLinkProvider(selector, {
      provideDocumentLinks: async (document) => {
        const { text, links } = await workOut(document.uri, policies, load);
        // The text may be about to be read again.
        if (text !== document.getText()) return [];
        return links.map(({ range, target }) => new vscode.DocumentLink(editorRange(document, range), linkTo(target)));
      },
    }),
  );
}
