// GPO exports in the editor, started together: the view, the result of several GPOs, and what reports about servers ask. Nothing is searched
// for until somebody looks at the views of ours or opens such a file; then the Policies view is there where an export is.

import * as vscode from 'vscode';
import type { FileBeside } from '../core/diagnosis/serverSight';
import type { PolicyNode } from '../core/policies/policiesWork';
import type { LogChannel } from './log';
import { serveEffectiveResults } from './policiesDocument';
import { findPolicyFiles, isPolicyName, type LoadPolicies } from './policiesFiles';
import { keepPolicies, type KeptPolicies } from './policiesKept';
import { showPolicies } from './policiesView';
import type { Settings } from './settings';

export interface PolicyFeatures extends vscode.Disposable {
  readonly kept: KeptPolicies;
  /** Somebody looks at the views of ours. */
  readonly look: () => void;
  /** The tree of the view, read where it has not been. */
  readonly tree: () => Promise<readonly PolicyNode[]>;
  /** The files of GPO exports, where any were found. */
  readonly files: () => Promise<readonly FileBeside[]>;
  /** The same as far as they have been read. */
  readonly known: readonly FileBeside[];
}

export interface PolicyFeatureParts {
  readonly load: LoadPolicies;
  readonly settings: Settings;
  readonly log: LogChannel;
}

export function startPolicies({ load, settings, log }: PolicyFeatureParts): PolicyFeatures {
  const files = findPolicyFiles(load, settings, log);
  const policies = keepPolicies(files, load, settings.onDidChangeRules, log);
  let found = false;
  let looked = false;

  async function find(): Promise<void> {
    if (found || !(await files.probe())) return;
    found = true;
    await vscode.commands.executeCommand('setContext', 'rdpDiagnostics.policies', 'found');
  }
  function look(): void {
    if (looked) return;
    looked = true;
    find().catch((error: unknown) => {
      log.bug('Looking for GPO exports', error);
    });
  }
  function lookAt({ uri }: vscode.TextDocument): void {
    if (uri.scheme !== 'rdp-effective' && !/\.reg$/i.test(uri.path) && isPolicyName(uri.path)) look();
  }
  vscode.workspace.textDocuments.forEach(lookAt);
  const subscriptions = vscode.Disposable.from(
    policies,
    showPolicies(policies),
    serveEffectiveResults(policies, load),
    vscode.workspace.onDidOpenTextDocument(lookAt),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      if (!found && looked) {
        looked = false;
        look();
      }
    }),
  );
  return {
    kept: policies,
    look,
    tree: async () => (await policies.read()).tree,
    async files() {
      try {
        await find();
        return found ? (await policies.read()).files : [];
      } catch (error) {
        // A report about a server is worth having without the lines of exports.
        log.bug('GPO exports beside a report', error);
        return [];
      }
    },
    get known() {
      return policies.last?.files ?? [];
    },
    dispose: () => {
      subscriptions.dispose();
    },
  };
}
