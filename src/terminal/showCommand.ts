// `show PATH…`: what each file sets. What is wrong with the spelling of one is said on standard error, beside what it sets all the same.
// A part of its own, loaded when it is asked for, so that `lint` starts at once.

import { message, type Message } from '../core/messages/message';
import { english } from '../core/messages/english';
import { rdpEntries } from '../core/policies/rdpEntries';
import { showLgpo } from '../core/policies/showLgpo';
import { readShown, type Position, type ShownDocument } from '../core/policies/showRead';
import { showReg } from '../core/policies/showReg';
import { entryRow } from '../core/policies/showRow';
import type { Entry } from '../core/formats/entry';
import { switchedOff } from '../core/formats/source';
import type { Evidence } from '../core/registry/observation';
import { findDocuments, type FindingMachine, type FoundDocument } from './documents';
import { exitCode, type ExitCode } from './exitCode';
import { failureText } from './failureText';
import type { Output } from './ports';
import { printable, printableJson } from './printable';
import { ruleErrorText } from './ruleErrorText';
import type { ShowOptions } from './showArguments';
import { entryLine } from './showLine';

export interface ShowMachine extends FindingMachine {
  readonly output: Output;
}

interface ShownFile {
  readonly path: string;
  readonly format: string;
  readonly gpo?: string;
  readonly leftOut?: true;
  readonly entries: readonly Entry[];
  readonly error?: string;
  readonly positionOf: (evidence: Evidence) => Position;
}

const start = (): Position => ({ offset: 0 });

/** For a comment in a file that another program reads. */
const plain = (text: string): string => text.replace(/[^\x20-\x7e]+/g, '?');

function unreadable(path: string, error: string): ShownFile {
  return { path, format: 'unknown', entries: [], error, positionOf: start };
}

function positionText(path: string, position: Position): string {
  return 'line' in position ? `${path}:${String(position.line)}` : `${path}@0x${position.offset.toString(16)}`;
}

/** What standard output does not tell: silence would read as "sets nothing", or as "nothing is wrong". */
function complaints(path: string, named: boolean, { format, entries, findings, positionOf }: ShownDocument, shown: readonly Entry[]): readonly string[] {
  const of = (text: Message): readonly string[] => [english(text)];
  if (format === 'unknown') return named ? of(message('show.unknownFormat', path)) : [];
  const wrong = findings.map((finding) => `${positionText(path, positionOf(finding.evidence))}: ${finding.severity} ${finding.code} ${english(finding.message)}`);
  const empty = shown.length > 0 || !named ? [] : of(message(entries.length > 0 ? 'show.nothingForRdp' : 'show.nothing', path));
  return [...wrong, ...empty];
}

async function showFile(found: FoundDocument, rdpOnly: boolean, { files, output }: ShowMachine): Promise<ShownFile | undefined> {
  const { path, named, gpo, leftOut, format, off } = found;
  const about = gpo === undefined ? {} : { gpo };
  if (leftOut) return { path, format, ...about, leftOut, entries: [], positionOf: start };
  const refused = (): ShownFile | undefined => (named ? unreadable(path, english(message('show.snapshot', path))) : undefined);
  if (format === 'snapshot') return refused();
  const bytes = await files.read(path);
  if (!bytes.ok) return unreadable(path, failureText(bytes.failure));
  const read = readShown(bytes.value, path, (code, error) => {
    output.complain(ruleErrorText(code, error));
  });
  if (read.format === 'snapshot') return refused();
  const all = off ? switchedOff(read).entries : read.entries;
  const entries = rdpOnly ? rdpEntries(all) : all;
  for (const line of complaints(path, named, read, entries)) output.complain(printable(line));
  return { path, format: read.format, ...about, entries, positionOf: read.positionOf };
}

function printed(format: ShowOptions['format'], files: readonly ShownFile[]): string {
  switch (format) {
    case 'json':
      return printableJson({ files: files.map(({ entries, positionOf, ...file }) => ({ ...file, entries: entries.map((entry) => entryRow(entry, positionOf(entry.evidence))) })) });
    case 'text':
      return files
        .flatMap(({ path, gpo, entries, positionOf }) => entries.map((entry) => `${positionText(path, positionOf(entry.evidence))}: ${entryLine(entry, gpo)}`))
        .map(printable)
        .join('\n');
    case 'reg':
    case 'lgpo': {
      const documents = files.filter(({ entries }) => entries.length > 0);
      const headed = documents.map(({ path, gpo, entries }) => ({ heading: documents.length < 2 ? undefined : plain(gpo === undefined ? path : `${path} (GPO ${gpo})`), entries }));
      return (format === 'reg' ? showReg(headed) : showLgpo(headed)).replace(/\n$/, '');
    }
  }
}

export async function showCommand({ paths, format, rdpOnly }: ShowOptions, machine: ShowMachine): Promise<ExitCode> {
  const { output, signal } = machine;
  const shown: ShownFile[] = [];
  for (const found of await findDocuments(paths, machine)) {
    if (signal.aborted) break;
    const file = 'error' in found ? unreadable(found.path, found.error) : await showFile(found, rdpOnly, machine);
    if (file !== undefined) shown.push(file);
  }
  const text = printed(format, shown);
  if (text !== '') output.print(text);
  for (const { error } of shown) if (error !== undefined) output.complain(printable(error));
  if (signal.aborted) {
    output.complain(english(message('failure.cancelled')));
    return exitCode.failed;
  }
  return shown.some(({ error }) => error !== undefined) ? exitCode.failed : exitCode.clean;
}
