// Which of the files that were found belong together as one export of a GPO: a backup as a whole (formats.md 7: GPMC, Backup-GPO, LGPO /b,
// Microsoft's baselines), the folder of a GPO in SYSVOL, or a file that stands alone. Judged by paths and formats alone; nothing is opened
// here, and nothing but the name, the id and the disabled halves of a GPO is read from what describes a
// backup.

import { isPolicyFormat, type PolicyFormat } from '../formats/policySource';
import type { Format } from '../formats/detect';
import { disabledHalvesIn, halfOf, tellsGpoHalves, type GpoHalf } from './gpoHalves';
import { gpoNameIn, tellsGpoName, type GpoName } from './gpoName';

export interface FoundFile {
  /** With either separator. */
  readonly path: string;
  readonly format: Format;
}

export interface GpoFile {
  readonly path: string;
  readonly format: PolicyFormat;
  /** It is of a half that is disabled: nothing in it is applied. */
  readonly off?: true;
}

/** One GPO export: a backup folder as a whole, or a file that stands alone. */
export interface GpoExport {
  /** The folder, without a separator at its end (`.` where the paths start in it), or the file. */
  readonly root: string;
  /** Display name from bkupInfo.xml or the report, else the name of the folder or the file. */
  readonly name: string;
  /** Of the GPO, in braces as it is spelled there; a backup's folder is named by another one. */
  readonly guid: string | undefined;
  /** What is read: what the computer applies first, as it is applied. */
  readonly files: readonly GpoFile[];
  /** A report that would say the same again. */
  readonly leftOut: readonly GpoFile[];
  /** The halves that are disabled, where what describes the export says so; a report says it of itself. */
  readonly disabled: readonly GpoHalf[];
}

const SEPARATORS = /[\\/]/;
const GUID = /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i;

type Nature = 'backup' | 'sysvol';

interface Root {
  readonly path: string;
  readonly nature: Nature;
}

/** Folders are compared by this: names in any case, with either separator. */
const folded = (path: string): string => path.toLowerCase().replaceAll('\\', '/');

const lastPart = (path: string): string => path.split(SEPARATORS).at(-1) ?? path;

/** The folder a path is in: empty for the one that names are relative to, undefined above that. */
function folderOf(path: string): string | undefined {
  return path === '' ? undefined : path.slice(0, Math.max(0, path.lastIndexOf('/'), path.lastIndexOf('\\')));
}

/** The folder that this file makes the root of an export: what describes a backup lies in it, its files in a known place below it. */
function rootBy({ path }: FoundFile): Root | undefined {
  if (/^(?:bkupinfo|backup)\.xml$/i.test(lastPart(path))) {
    const folder = folderOf(path);
    return folder === undefined ? undefined : { path: folder, nature: 'backup' };
  }
  const inBackup = /^(?:(.*?)[\\/])?domainsysvol[\\/]gpo[\\/](?:machine|user)[\\/]/i.exec(path);
  if (inBackup !== null) return { path: inBackup[1] ?? '', nature: 'backup' };
  const inSysvol = /^(.*[\\/]|)(\{[^\\/]*\})[\\/](?:machine|user)[\\/]/i.exec(path);
  const [, before = '', guid = ''] = inSysvol ?? [];
  return GUID.test(guid) ? { path: before + guid, nature: 'sysvol' } : undefined;
}

/** Where the name and the disabled halves of the GPO are told to which this file belongs, for who was given the file and not its folder. */
export function infoBeside(path: string): readonly string[] {
  const root = rootBy({ path, format: 'unknown' });
  if (root?.nature !== 'backup') return [];
  return ['bkupInfo.xml', 'Backup.xml'].map((name) => (root.path === '' ? name : `${root.path}/${name}`));
}

function rootsOf(files: readonly FoundFile[]): ReadonlyMap<string, Root> {
  const roots = new Map<string, Root>();
  for (const file of files) {
    const root = rootBy(file);
    if (root === undefined) continue;
    const key = folded(root.path);
    if (roots.get(key)?.nature !== 'backup') roots.set(key, root);
  }
  return roots;
}

/** The innermost root a file is below. */
function rootOf(path: string, roots: ReadonlyMap<string, Root>): Root | undefined {
  for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder)) {
    const root = roots.get(folded(folder));
    if (root !== undefined) return root;
  }
  return undefined;
}

/** Windows reads no other name: a copy beside it, fixed or kept from before, is not what the GPO sets. */
const isCopy = ({ path, format }: FoundFile): boolean => format === 'registry.pol' && !/^registry\.pol$/i.test(lastPart(path));

const isReport = ({ format }: GpoFile): boolean => format === 'gpo-report' || format === 'rsop';

const order: Readonly<Partial<Record<PolicyFormat, number>>> = { 'registry.pol': 0, 'security-template': 1, 'gpp-registry': 2 };

/** registry.pol, then the template, then preferences; the computer's half before the user's, which is the order of their names. */
function asApplied(a: GpoFile, b: GpoFile): number {
  const byFormat = (order[a.format] ?? 3) - (order[b.format] ?? 3);
  if (byFormat !== 0) return byFormat;
  const [first, second] = [folded(a.path), folded(b.path)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** What bkupInfo.xml says counts more than what the report says. */
function nameAmong(paths: readonly string[], texts: ReadonlyMap<string, string>): Partial<GpoName> {
  const infoFirst = paths.filter(tellsGpoName).concat(paths.filter((path) => !tellsGpoName(path)));
  for (const path of infoFirst) {
    const text = texts.get(path);
    const told = text === undefined ? undefined : gpoNameIn(text);
    if (told !== undefined) return told;
  }
  return {};
}

function disabledAmong(paths: readonly string[], texts: ReadonlyMap<string, string>): readonly GpoHalf[] {
  const text = texts.get(paths.find(tellsGpoHalves) ?? '');
  return text === undefined ? [] : disabledHalvesIn(text);
}

function folderExport({ path, nature }: Root, inside: readonly FoundFile[], texts: ReadonlyMap<string, string>): GpoExport | undefined {
  const policies = inside.flatMap((file) => (isPolicyFormat(file.format) ? [{ path: file.path, format: file.format }] : []));
  if (policies.length === 0) return undefined;
  const disabled = disabledAmong(inside.map((file) => file.path), texts);
  const isOff = (file: GpoFile): boolean => disabled.some((half) => half === halfOf(path, file.path));
  const applied = policies.filter((file) => !isReport(file)).toSorted(asApplied).map((file): GpoFile => (isOff(file) ? { ...file, off: true } : file));
  const reports = policies.filter(isReport);
  const told = nameAmong(inside.map((file) => file.path), texts);
  const root = path === '' ? '.' : path;
  const folder = lastPart(root);
  return {
    root,
    name: told.name ?? folder,
    guid: told.guid ?? (nature === 'sysvol' ? folder : undefined),
    files: applied.length > 0 ? applied : reports,
    leftOut: applied.length > 0 ? reports : [],
    disabled,
  };
}

function fileExport({ path, format }: GpoFile, texts: ReadonlyMap<string, string>): GpoExport {
  const told = format === 'gpo-report' ? nameAmong([path], texts) : {};
  return { root: path, name: told.name ?? lastPart(path), guid: told.guid, files: [{ path, format }], leftOut: [], disabled: [] };
}

/**
 * The exports among files that were found, in the order in which their first file was. Files that say nothing about policies belong to
 * none, but those for which `tellsGpoName` and `tellsGpoHalves` hold have to be among them for a backup to be known by its name, and for
 * what is disabled.
 *
 * @param texts of files by their path: of those that tell a name or halves, and of reports where they have been read anyway; a head of
 *   4,000 characters is enough, for the halves one of 65,000
 */
export function gpoExports(files: readonly FoundFile[], texts: ReadonlyMap<string, string>): readonly GpoExport[] {
  const roots = rootsOf(files);
  const groups = new Map<string, { readonly root: Root | undefined; readonly inside: FoundFile[] }>();
  for (const file of files) {
    const root = isCopy(file) ? undefined : rootOf(file.path, roots);
    const key = root === undefined ? `file ${file.path}` : folded(root.path);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { root, inside: [file] });
    else group.inside.push(file);
  }
  return [...groups.values()].flatMap(({ root, inside }) => {
    const [only] = inside;
    if (root !== undefined) return folderExport(root, inside, texts) ?? [];
    return only !== undefined && isPolicyFormat(only.format) ? [fileExport({ path: only.path, format: only.format }, texts)] : [];
  });
}
