// The GPO exports of the folders that are open: found by the names such files usually have, judged by their content, read one after the
// other so that nothing else waits for them. What did not change is not read again.

import * as vscode from 'vscode';
import type { RuleCode } from '../core/rules/rule';
import type { FoundPolicyFile } from '../core/policies/policiesWork';
import type { LogChannel } from './log';
import type { Settings } from './settings';

/** What the door loads on first use. */
export type LoadPolicies = () => Promise<typeof import('../core/policies/policiesWork')>;

export interface PolicyFiles {
  /** Whether there is a file with a name that GPO exports alone have. */
  probe(): Promise<boolean>;
  /** Undefined where it was cancelled. */
  read(token: vscode.CancellationToken): Promise<FoundFiles | undefined>;
}

export interface FoundFiles {
  readonly files: readonly FoundPolicyFile[];
  /** More than the limits let through. */
  readonly leftOut: boolean;
}

export const MOST_FILES = 2_000;
export const LARGEST_MB = 32;
const AT_ONCE = 8;
const DEEPEST = 12;
const MOST_FOLDERS = 1_000;

// The editor's search knows no "in any case".
const inAnyCase = (pattern: string): string => pattern.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);

const telling = ['bkupInfo.xml', 'registry.pol', 'GptTmpl.inf', '*.PolicyRules', 'gpreport.xml', '*lgpo*.txt'];
const possible = ['*.pol', '*.inf', '*gpreport*.xml', '*gpresult*.xml', '*rsop*.xml', 'Registry.xml', 'Backup.xml', '*.reg'];

const globOf = (names: readonly string[]): string => `**/{${names.map(inAnyCase).join(',')}}`;

export const policyGlob = globOf([...telling, ...possible]);
const NOT_IN = '**/node_modules/**';

const patternsOf = (names: readonly string[]): readonly RegExp[] => names.map((name) => new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 'i'));
const namePatterns = patternsOf([...telling, ...possible]);

export function isPolicyName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return namePatterns.some((pattern) => pattern.test(name));
}

/** Where the editor's own search looks. Asked about another file system, it waits for a searcher that may never come. */
const searched: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

interface Walk {
  readonly patterns: readonly RegExp[];
  readonly most: number;
  readonly found: vscode.Uri[];
  readonly token: vscode.CancellationToken;
  foldersLeft: number;
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    // Not for us to read: what lies elsewhere still is.
    if (error instanceof vscode.FileSystemError) return [];
    throw error;
  }
}

/** For all other file systems, as in a browser: a folder at a time, and not without end. */
async function walk(folder: vscode.Uri, depth: number, way: Walk): Promise<void> {
  way.foldersLeft--;
  for (const [name, type] of await entriesOf(folder)) {
    if (way.found.length >= way.most || way.token.isCancellationRequested) return;
    const uri = vscode.Uri.joinPath(folder, name);
    const isFolder = type === vscode.FileType.Directory;
    // A link can lead in a circle: neither kind of it is followed.
    if (isFolder && depth < DEEPEST && way.foldersLeft > 0 && name !== 'node_modules' && name !== '.git') await walk(uri, depth + 1, way);
    else if (type === vscode.FileType.File && way.patterns.some((pattern) => pattern.test(name))) way.found.push(uri);
  }
}

/** Undefined where the editor's search does not work: it is a program of its own, which can be missing or kept from running. */
async function search(folder: vscode.WorkspaceFolder, names: readonly string[], most: number, token: vscode.CancellationToken, log: LogChannel): Promise<readonly vscode.Uri[] | undefined> {
  try {
    return await vscode.workspace.findFiles(new vscode.RelativePattern(folder, globOf(names)), NOT_IN, most, token);
  } catch (error) {
    log.warn(`The search of the editor failed in ${folder.uri.toString()}, so its folders are read one by one: ${String(error)}`);
    return undefined;
  }
}

async function findNamed(names: readonly string[], most: number, token: vscode.CancellationToken, log: LogChannel): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const left = most - found.length;
    if (left <= 0 || token.isCancellationRequested) break;
    const hits = searched.has(folder.uri.scheme) ? await search(folder, names, left, token, log) : undefined;
    if (hits !== undefined) found.push(...hits);
    else await walk(folder.uri, 0, { patterns: patternsOf(names), most, found, token, foldersLeft: MOST_FOLDERS });
  }
  return found;
}

const byAddress = (a: vscode.Uri, b: vscode.Uri): number => (a.toString() < b.toString() ? -1 : 1);

export function findPolicyFiles(load: LoadPolicies, settings: Settings, log: LogChannel): PolicyFiles {
  const known = new Map<string, { readonly stamp: string; readonly file: FoundPolicyFile | undefined }>();

  async function readOne(uri: vscode.Uri): Promise<FoundPolicyFile | 'leftOut' | undefined> {
    const [{ findPolicyFile }, { size, mtime }] = await Promise.all([load(), vscode.workspace.fs.stat(uri)]);
    if (size > LARGEST_MB * 1_048_576) return 'leftOut';
    const document = uri.toString();
    const severities = settings.severities(uri);
    // What the rules say of a file is kept with it, and they may have other weights now.
    const stamp = JSON.stringify([mtime, size, ...severities]);
    const before = known.get(document);
    if (before?.stamp === stamp) return before.file;
    const onRuleError = (code: RuleCode, error: unknown): void => {
      log.bug(`Rule ${code} on ${document}`, error);
    };
    const file = findPolicyFile({ document, path: uri.path, shown: vscode.workspace.asRelativePath(uri), bytes: await vscode.workspace.fs.readFile(uri), severities, onRuleError });
    // Now, while others wait their turn, and not all at the end. Whether a report is needed at all is known only then.
    if (file?.format === 'reg') file.local();
    else if (file?.format !== 'gpo-report' && file?.format !== 'rsop') file?.policy();
    known.set(document, { stamp, file });
    return file;
  }

  async function tryOne(uri: vscode.Uri): Promise<FoundPolicyFile | 'leftOut' | undefined> {
    try {
      return await readOne(uri);
    } catch (error) {
      // Gone since it was found, or not for us to read: the others still are.
      if (error instanceof vscode.FileSystemError) return undefined;
      throw error;
    }
  }

  return {
    probe: async () => (await findNamed(telling, 1, new vscode.CancellationTokenSource().token, log)).length > 0,
    async read(token) {
      const uris = [...(await findNamed([...telling, ...possible], MOST_FILES, token, log))].sort(byAddress);
      const files: FoundPolicyFile[] = [];
      let leftOut = uris.length >= MOST_FILES;
      for (let at = 0; at < uris.length; at += AT_ONCE) {
        if (token.isCancellationRequested) return undefined;
        for (const file of await Promise.all(uris.slice(at, at + AT_ONCE).map(tryOne))) {
          if (file === 'leftOut') leftOut = true;
          else if (file !== undefined) files.push(file);
        }
      }
      if (token.isCancellationRequested) return undefined;
      const there = new Set(uris.map(String));
      for (const document of known.keys()) if (!there.has(document)) known.delete(document);
      return { files, leftOut };
    },
  };
}
