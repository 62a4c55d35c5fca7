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

// The editor's search knows no "in any case".
const inAnyCase = (pattern: string): string => pattern.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);

const telling = ['bkupInfo.xml', 'registry.pol', 'GptTmpl.inf', '*.PolicyRules', 'gpreport.xml', '*lgpo*.txt'];
const possible = ['*.pol', '*.inf', '*gpreport*.xml', '*gpresult*.xml', '*rsop*.xml', 'Registry.xml', '*.reg'];

const globOf = (names: readonly string[]): string => `**/{${names.map(inAnyCase).join(',')}}`;

export const policyGlob = globOf([...telling, ...possible]);
const NOT_IN = '**/node_modules/**';

const namePatterns = [...telling, ...possible].map((name) => new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 'i'));

export function isPolicyName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return namePatterns.some((pattern) => pattern.test(name));
}

/** For file systems without a search of their own, as in a browser. */
async function walk(folder: vscode.Uri, depth: number, found: vscode.Uri[], token: vscode.CancellationToken): Promise<void> {
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    if (found.length >= MOST_FILES || token.isCancellationRequested) return;
    const uri = vscode.Uri.joinPath(folder, name);
    // A link can lead in a circle.
    if (type === vscode.FileType.Directory && depth < DEEPEST && name !== 'node_modules' && name !== '.git') await walk(uri, depth + 1, found, token);
    else if (type === vscode.FileType.File && isPolicyName(name)) found.push(uri);
  }
}

async function findAll(token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const searched = await vscode.workspace.findFiles(policyGlob, NOT_IN, MOST_FILES, token);
  const virtual = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme !== 'file');
  if (searched.length > 0 || virtual.length === 0) return searched;
  const walked: vscode.Uri[] = [];
  for (const { uri } of virtual) await walk(uri, 0, walked, token);
  return walked;
}

const byAddress = (a: vscode.Uri, b: vscode.Uri): number => (a.toString() < b.toString() ? -1 : 1);

export function findPolicyFiles(load: LoadPolicies, settings: Settings, log: LogChannel): PolicyFiles {
  const known = new Map<string, { readonly stamp: string; readonly file: FoundPolicyFile | undefined }>();

  async function readOne(uri: vscode.Uri): Promise<FoundPolicyFile | 'leftOut' | undefined> {
    const [{ findPolicyFile }, { size, mtime }] = await Promise.all([load(), vscode.workspace.fs.stat(uri)]);
    if (size > LARGEST_MB * 1_048_576) return 'leftOut';
    const document = uri.toString();
    const stamp = `${String(mtime)} ${String(size)}`;
    const before = known.get(document);
    if (before?.stamp === stamp) return before.file;
    const severities = settings.severities(uri);
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
    probe: async () => (await vscode.workspace.findFiles(globOf(telling), NOT_IN, 1)).length > 0,
    async read(token) {
      const uris = [...(await findAll(token))].sort(byAddress);
      const files: FoundPolicyFile[] = [];
      let leftOut = uris.length >= MOST_FILES;
      for (let at = 0; at < uris.length; at += AT_ONCE) {
        if (token.isCancellationRequested) return undefined;
        for (const file of await Promise.all(uris.slice(at, at + AT_ONCE).map(tryOne))) {
          if (file === 'leftOut') leftOut = true;
          else if (file !== undefined) files.push(file);
        }
      }
      return token.isCancellationRequested ? undefined : { files, leftOut };
    },
  };
}
