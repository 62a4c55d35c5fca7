// The documents that paths on the command line stand for: named files, whatever they are, and of a folder the files that are in one of our
// formats. Each is told which GPO it belongs to. Only heads are read here; what cannot be read or looked into is told and the rest goes on.

import { formatOfFound, headBytes } from '../core/formats/foundFormat';
import { detectFormat, type Format } from '../core/formats/detect';
import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import type { Result } from '../core/result';
import { gpoExports, infoBeside, type FoundFile, type GpoExport } from '../core/policies/gpoExports';
import { tellsGpoHalves } from '../core/policies/gpoHalves';
import { tellsGpoName } from '../core/policies/gpoName';
import { decodeText } from '../core/text/decode';
import { failureText } from './failureText';
import type { Files } from './ports';

export interface FoundDocument {
  readonly path: string;
  /** As its head says; of what can be read once only it is not known yet and `unknown`. */
  readonly format: Format;
  /** On the command line, rather than found in a folder. */
  readonly named: boolean;
  /** The display name of the GPO it belongs to. */
  readonly gpo?: string;
  /** A report that would say again what other files of the same backup say. */
  readonly leftOut: boolean;
  /** It is of a half of its GPO that is disabled: nothing in it is applied. */
  readonly off: boolean;
}

/** In the order of the command line, and of the names in a folder. */
export type Found = FoundDocument | { readonly path: string; readonly error: string };

export interface FindingMachine {
  readonly files: Files;
  readonly signal: AbortSignal;
}

/** Enough for the name of a GPO. Decoded by itself, because a part of a text keeps the whole in memory. */
const NAME_BYTES = 8_192;

/** Heads that are read at the same time. */
const AT_ONCE = 16;

interface Search {
  readonly found: Found[];
  /** Our documents and what tells the names of GPOs. */
  readonly known: FoundFile[];
  readonly texts: Map<string, string>;
}

function lookAt(path: string, named: boolean, head: Result<Uint8Array>, { found, known, texts }: Search): void {
  if (!head.ok) {
    found.push({ path, error: failureText(head.failure) });
    return;
  }
  const format = named ? detectFormat(decodeText(head.value).text, path) : formatOfFound(head.value, path);
  const tellsHalves = tellsGpoHalves(path);
  if (format !== 'unknown' || tellsGpoName(path) || tellsHalves) known.push({ path, format });
  if (tellsHalves) texts.set(path, decodeText(head.value).text);
  if (format === 'gpo-report' || tellsGpoName(path)) texts.set(path, decodeText(head.value.subarray(0, NAME_BYTES)).text);
  if (format !== 'unknown' || named) found.push({ path, format, named, leftOut: false, off: false });
}

async function lookInto(path: string, machine: FindingMachine, search: Search): Promise<void> {
  const { files, failures } = await machine.files.find(path, '');
  const before = search.found.length;
  search.found.push(...failures.map((failed) => ({ path: failed.path, error: failureText(failed.failure) })));
  const named = files.length === 1 && files[0] === path;
  for (let start = 0; start < files.length && !machine.signal.aborted; start += AT_ONCE) {
    const some = files.slice(start, start + AT_ONCE);
    const heads = await Promise.all(some.map(async (file) => ({ file, head: await machine.files.readHead(file, headBytes) })));
    for (const { file, head } of heads) lookAt(file, named, head, search);
  }
  if (search.found.length === before) search.found.push({ path, error: english(message('command.noFiles', path)) });
}

/** A file of a backup that was named by itself: what describes the backup lies where its path says. */
async function lookBeside({ files }: FindingMachine, { found, known, texts }: Search): Promise<void> {
  const paths = found.flatMap((file) => ('named' in file && file.named ? infoBeside(file.path) : []));
  for (const path of new Set(paths)) {
    if (texts.has(path)) continue;
    const head = await files.readHead(path, tellsGpoHalves(path) ? headBytes : NAME_BYTES);
    // Where there is none, the folder gives the name.
    if (!head.ok) continue;
    known.push({ path, format: 'unknown' });
    texts.set(path, decodeText(head.value).text);
  }
}

function withGpo(document: FoundDocument, exported: GpoExport | undefined): FoundDocument {
  if (exported === undefined) return document;
  const { path } = document;
  // The name of a file that stands alone says nothing that its path does not, and that of the current folder nothing at all.
  const gpo = exported.name === '.' || (exported.root === path && path.endsWith(exported.name)) ? {} : { gpo: exported.name };
  return { ...document, ...gpo, leftOut: exported.leftOut.some((file) => file.path === path), off: exported.files.some((file) => file.off === true && file.path === path) };
}

export async function findDocuments(paths: readonly string[], machine: FindingMachine): Promise<readonly Found[]> {
  const search: Search = { found: [], known: [], texts: new Map() };
  for (const path of paths) await lookInto(path, machine, search);
  await lookBeside(machine, search);
  const exports = new Map(gpoExports(search.known, search.texts).flatMap((exported) => [...exported.files, ...exported.leftOut].map(({ path }) => [path, exported])));
  return search.found.map((document) => ('error' in document ? document : withGpo(document, exports.get(document.path))));
}
