// The files of a workspace that say something about policies, read and put together: its GPOs, and what .reg files beside them set. Which
// format a file has is told by its content; a report beside the files it renders is not read at all.

import { detectFormat, type Format } from '../formats/detect';
import type { FileBeside } from '../diagnosis/serverSight';
import { observationsOf } from '../formats/entryObservations';
import { isPolicyFormat, originOf } from '../formats/policySource';
import { parseReg } from '../formats/reg/parser';
import { readRegText } from '../formats/reg/reading';
import { decodeText } from '../text/decode';
import { createLineMap } from '../text/lineMap';
import { gpoExports } from './gpoExports';
import { tellsGpoHalves } from './gpoHalves';
import { tellsGpoName } from './gpoName';
import { gposOf, type Gpo } from './gpo';
import { readPolicyFile, type PolicyFileRequest, type ReadPolicyFile } from './readPolicyFile';

export interface FoundPolicyFile {
  readonly path: string;
  readonly shown: string;
  readonly format: Format;
  /** The beginning, where it can tell the name of a GPO or which of its halves are disabled. */
  readonly head: string | undefined;
  /**
   * Undefined for a .reg file, and for one that only describes a backup.
   * @param off it is of a half that is disabled
   */
  policy(off?: boolean): ReadPolicyFile | undefined;
  /** What a .reg file sets. */
  local(): FileBeside | undefined;
}

export interface WorkspacePolicies {
  readonly gpos: readonly Gpo[];
  readonly locals: readonly FileBeside[];
}

const HEAD = 4_096;
const LONGEST_HEAD_BYTES = 3 * HEAD;

/** Undefined for a file that has nothing to say here. */
export function findPolicyFile(request: PolicyFileRequest): FoundPolicyFile | undefined {
  const { path, shown, bytes } = request;
  const head = decodeText(bytes.subarray(0, 65_536)).text;
  const format = detectFormat(head, path);
  const tells = tellsGpoName(path);
  const tellsHalves = tellsGpoHalves(path);
  if (format !== 'reg' && !isPolicyFormat(format) && !tells && !tellsHalves) return undefined;
  const files = new Map<boolean, ReadPolicyFile | undefined>();
  const readAs = (off: boolean): ReadPolicyFile | undefined => {
    if (!files.has(off)) files.set(off, isPolicyFormat(format) ? readPolicyFile(request, off) : undefined);
    return files.get(off);
  };
  let local: FileBeside | undefined;
  return {
    path,
    shown,
    format,
    head: tellsHalves ? head : tells || format === 'gpo-report' ? decodeText(bytes.subarray(0, LONGEST_HEAD_BYTES)).text.slice(0, HEAD) : undefined,
    policy: (off = false) => readAs(off),
    local: () => (local ??= format === 'reg' ? readLocal(request) : undefined),
  };
}

function readLocal({ document, shown, bytes }: PolicyFileRequest): FileBeside {
  const { text, seen, cutMidCharacter } = decodeText(bytes);
  const lines = createLineMap(text);
  const { observations } = readRegText({ document, file: parseReg(text), seen, cutMidCharacter });
  return { document, name: shown, observations, lineOf: (offset) => lines.positionAt(offset).line + 1 };
}

export function composePolicies(found: readonly FoundPolicyFile[]): WorkspacePolicies {
  const byPath = new Map(found.map((file) => [file.path, file]));
  const heads = new Map(found.flatMap(({ path, head }) => (head === undefined ? [] : [[path, head] as const])));
  const exports = gpoExports(
    found.filter(({ format }) => format !== 'reg'),
    heads,
  );
  const gpos = exports.flatMap(({ root, name, guid, files, disabled }) => {
    const inside = files.flatMap(({ path }) => byPath.get(path) ?? []);
    const off = new Set(files.flatMap((file) => (file.off === true ? [file.path] : [])));
    const where = shownRoot(root, inside[0]);
    // What is only the name of a file or folder tells two of them apart with its path alone.
    const isNamed = !root.endsWith(name);
    return gposOf({ id: root, name: isNamed ? name : where, guid, isNamed, where, disabled, files: inside.flatMap((file) => file.policy(off.has(file.path)) ?? []) });
  });
  return { gpos, locals: found.flatMap((file) => file.local() ?? []) };
}

/** The root without what a person does not see of paths; all of it where nothing else is left. */
function shownRoot(root: string, file: FoundPolicyFile | undefined): string {
  if (file?.path.endsWith(file.shown) !== true) return root;
  return root.slice(file.path.length - file.shown.length) || root;
}

/** The files of GPOs as what a server report can name: which line set the value a policy won with. */
export function filesOfGpos(gpos: readonly Gpo[]): readonly FileBeside[] {
  return gpos.filter(({ kind }) => kind === 'gpo').flatMap(({ name, guid, stated }) => {
    const files = new Set(stated.map(({ file }) => file));
    return [...files].map((file): FileBeside => {
      const entries = stated.filter((said) => said.file === file).map(({ entry }) => entry);
      return {
        document: file.document,
        name: file.path,
        observations: observationsOf(entries, originOf(file.format)),
        lineOf: (offset) => file.lineOf(offset) ?? 1,
        placeText: (offset) => file.placeText(offset),
        gpo: { name, guid },
      };
    });
  });
}
