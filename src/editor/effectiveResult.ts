// "Show Effective Result…": which GPO exports, in which order. The document that opens names them, and works out what they come to.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import { fail, succeed } from '../core/result';
import { cancelled } from './cancelled';
import type { CommandHandler } from './commands';
import { EFFECTIVE_SCHEME } from './policiesDocument';
import type { KeptPolicies } from './policiesKept';
import { pickInOrder, tell } from './prompts';

const inPath = (name: string): string => name.replace(/[\\/:*?"<>|#%]/g, '_');
const LONGEST_NAME = 80;

function uriOf(chosen: readonly { readonly id: string; readonly name: string }[]): vscode.Uri {
  const name = chosen.map((gpo) => gpo.name).join(' + ').slice(0, LONGEST_NAME);
  return vscode.Uri.from({ scheme: EFFECTIVE_SCHEME, path: `/${inPath(name)}.rdp-report`, query: JSON.stringify(chosen.map(({ id }) => id)) });
}

/** From a row of the view, that GPO is the first. */
export function effectiveResult(policies: KeptPolicies): CommandHandler {
  return async (argument) => {
    const gpos = (await policies.read()).gpos.filter(({ kind }) => kind === 'gpo');
    if (gpos.length === 0) {
      await tell(message('policies.none'));
      return succeed(undefined);
    }
    const clicked = typeof argument === 'object' && argument !== null && 'id' in argument ? argument.id : undefined;
    const picked = await pickInOrder(
      {
        title: message('policies.pick'),
        placeholder: message('policies.pickHint'),
        choices: gpos.map((gpo) => ({ label: gpo.name, description: gpo.where, picked: clicked === `gpo ${gpo.id}`, value: gpo })),
      },
      (names) => message('policies.picked', names),
    );
    if (picked.kind !== 'answer' || picked.value.length === 0) return fail(cancelled);
    await vscode.window.showTextDocument(uriOf(picked.value), { preview: true });
    return succeed(undefined);
  };
}
