// What is known of the workspace's GPO exports: read when somebody first asks, read again when their files have changed and somebody still
// looks. One reading at a time; a newer one ends the older.

import * as vscode from 'vscode';
import type { Gpo, PolicyNode } from '../core/policies/policiesWork';
import type { FileBeside } from '../core/diagnosis/serverSight';
import type { LogChannel } from './log';
import { policyGlob, type LoadPolicies, type PolicyFiles } from './policiesFiles';

export interface Policies {
  readonly gpos: readonly Gpo[];
  readonly tree: readonly PolicyNode[];
  /** The files of GPOs, for reports about servers. */
  readonly files: readonly FileBeside[];
  readonly leftOut: boolean;
}

export interface KeptPolicies extends vscode.Disposable {
  /** What was read last; reads where nothing was, or where files changed since. */
  read(): Promise<Policies>;
  /** What was read last, if anything. */
  readonly last: Policies | undefined;
  /** Files changed: what is shown is to be read again. */
  readonly onDidChange: vscode.Event<void>;
}

const PAUSE_MS = 500;

const noPolicies: Policies = { gpos: [], tree: [], files: [], leftOut: false };

export function keepPolicies(files: PolicyFiles, load: LoadPolicies, settingsChanged: vscode.Event<void>, log: LogChannel): KeptPolicies {
  const changed = new vscode.EventEmitter<void>();
  const watching: vscode.Disposable[] = [];
  let last: Policies | undefined;
  let reading: { readonly source: vscode.CancellationTokenSource; readonly result: Promise<Policies> } | undefined;
  let pause: unknown;

  function forget(): void {
    // Who asks now gets what the files say now; who looks is told when they rest.
    reading?.source.cancel();
    reading = undefined;
    clearTimeout(pause);
    pause = setTimeout(() => {
      changed.fire();
    }, PAUSE_MS);
  }

  function watch(): void {
    if (watching.length > 0) return;
    const watcher = vscode.workspace.createFileSystemWatcher(policyGlob);
    watching.push(watcher, watcher.onDidChange(forget), watcher.onDidCreate(forget), watcher.onDidDelete(forget));
    // A folder that is copied in can be told as one event, without those of what lies in it.
    const folders = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
    const forgetFolder = ({ path }: vscode.Uri): void => {
      if (/\/[^/.]+$/.test(path)) forget();
    };
    watching.push(folders, folders.onDidCreate(forgetFolder), folders.onDidDelete(forgetFolder));
    watching.push(vscode.workspace.onDidChangeWorkspaceFolders(forget), settingsChanged(forget));
  }

  async function readAll(token: vscode.CancellationToken): Promise<Policies> {
    const [{ composePolicies, policyTree, filesOfGpos }, found] = await Promise.all([load(), files.read(token)]);
    if (found === undefined) return last ?? noPolicies;
    const { gpos, locals } = composePolicies(found.files);
    last = { gpos, tree: policyTree(gpos, locals), files: filesOfGpos(gpos), leftOut: found.leftOut };
    return last;
  }

  return {
    read() {
      watch();
      if (reading !== undefined) return reading.result;
      const source = new vscode.CancellationTokenSource();
      const result = readAll(source.token);
      reading = { source, result };
      result.catch((error: unknown) => {
        // So that the next who asks has it tried again.
        if (reading?.result === result) reading = undefined;
        log.bug('Reading GPO exports', error);
      });
      return result;
    },
    get last() {
      return last;
    },
    onDidChange: changed.event,
    dispose: () => {
      clearTimeout(pause);
      reading?.source.cancel();
      vscode.Disposable.from(...watching, changed).dispose();
    },
  };
}
