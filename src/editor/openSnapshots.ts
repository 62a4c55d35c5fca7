// "Open Snapshot…": files, or all in a folder. One opens at once; of several a list says what is wrong with each, worst first, so that a
// fleet gathered by any engine is looked over in one place.

import * as vscode from 'vscode';
import { message, type Message } from '../core/messages/message';
import { fail, succeed, type Failure, type Result } from '../core/result';
import type { Finding } from '../core/rules/rule';
import type { Section, Snapshot } from '../core/snapshot/snapshot';
import { snapshotEnding } from '../core/snapshot/snapshotFile';
import { cancelled } from './cancelled';
import type { AllReports } from './derivedReports';
import { withProgress } from './progress';
import { pickFiles, pickFolder, pickMany, pickOne, showFailure, type Choice } from './prompts';
import { snapshotReportUri } from './reportUri';
import { fileName, type SnapshotSources } from './snapshotSources';
import { plainText } from './translate';

export interface OpenSnapshotParts {
  readonly sources: SnapshotSources;
  readonly reports: AllReports;
}

interface Opened {
  readonly uri: vscode.Uri;
  readonly file: vscode.Uri;
  readonly findings: readonly Finding[];
  /** Whether everything in it was seen. */
  readonly whole: boolean;
}

const title = message('snapshots.open');
/** More tabs at once than that are no help: a person picks them. */
const OPENED_UNASKED = 5;

async function pickWhere(): Promise<Result<readonly vscode.Uri[]>> {
  const where = await pickOne<'files' | 'folder'>({
    title,
    placeholder: message('snapshots.open.pick'),
    choices: [
      { label: message('snapshots.open.files'), description: `*${snapshotEnding}`, icon: 'files', value: 'files' },
      { label: message('snapshots.open.folder'), icon: 'folder', value: 'folder' },
    ],
  });
  if (where.kind !== 'answer') return fail(cancelled);
  if (where.value === 'files') return succeed(await pickFiles(title, { JSON: ['json'] }));
  const folder = await pickFolder(title);
  return folder === undefined ? fail(cancelled) : inFolder(folder);
}

async function inFolder(folder: vscode.Uri): Promise<Result<readonly vscode.Uri[]>> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const files = entries.filter(([name, type]) => (type & vscode.FileType.File) !== 0 && name.toLowerCase().endsWith(snapshotEnding));
  if (files.length > 0) return succeed(files.map(([name]) => vscode.Uri.joinPath(folder, name)));
  return fail({ code: 'invalidInput', message: message('snapshots.noneInFolder', fileName(folder)), remedy: message('snapshots.noneInFolder.remedy'), retry: true });
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch (error) {
    // What cannot be read is told when it is read.
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
}

async function filesOf(argument: unknown): Promise<Result<readonly vscode.Uri[]>> {
  const given = (Array.isArray(argument) ? argument : [argument]).filter((one): one is vscode.Uri => one instanceof vscode.Uri);
  if (given.length === 0) return pickWhere();
  const files: vscode.Uri[] = [];
  for (const uri of given) {
    const found = (await isFolder(uri)) ? await inFolder(uri) : succeed([uri]);
    if (!found.ok) return found;
    files.push(...found.value);
  }
  return succeed(files);
}

const count = (findings: readonly Finding[], wanted: Finding['severity']): number => findings.filter(({ severity }) => severity === wanted).length;

function isWhole({ sections }: Snapshot): boolean {
  const all: Readonly<Record<string, Section<unknown>>> = { ...sections };
  return Object.values(all).every((section) => 'data' in section && section.unseen.length === 0);
}

/** What was not seen comes before what is fine. */
const weight = ({ findings, whole }: Opened): number => count(findings, 'error') * 1000 + count(findings, 'warning') + (whole ? 0 : 0.5);

function verdict({ findings, whole }: Opened): string {
  const parts: readonly (readonly [Message, number])[] = [
    [message('snapshots.errors', count(findings, 'error')), count(findings, 'error')],
    [message('snapshots.warnings', count(findings, 'warning')), count(findings, 'warning')],
  ];
  const said = parts.filter(([, found]) => found > 0).map(([text]) => plainText(text));
  return said.length === 0 ? plainText(message(whole ? 'snapshots.clean' : 'snapshots.cleanSeen')) : said.join(', ');
}

/** All that can be read, and why the others cannot. */
async function readAll({ sources, reports }: OpenSnapshotParts, files: readonly vscode.Uri[]): Promise<Result<{ readonly opened: readonly Opened[]; readonly failures: readonly Failure[] }>> {
  const opened: Opened[] = [];
  const failures: Failure[] = [];
  const read = await withProgress(message('snapshots.reading'), async (progress, signal) => {
    for (const [index, file] of files.entries()) {
      if (signal.aborted) return fail(cancelled);
      progress.phase(message('server.progress.count', index, files.length));
      const one = await sources.read({ kind: 'file', uri: file });
      if (!one.ok) {
        failures.push(one.failure);
        continue;
      }
      const uri = snapshotReportUri(file);
      reports.refresh(uri);
      opened.push({ uri, file, findings: (await reports.diagnose(one.value, uri)).findings, whole: isWhole(one.value.snapshot) });
    }
    return succeed(undefined);
  });
  return read.ok ? succeed({ opened: opened.toSorted((a, b) => weight(b) - weight(a)), failures }) : read;
}

/** @param argument a file, a folder, several of them; asked for where it is none */
export async function openSnapshots(parts: OpenSnapshotParts, argument: unknown): Promise<Result<void>> {
  const files = await filesOf(argument);
  if (!files.ok) return files;
  if (files.value.length === 0) return fail(cancelled);
  const all = await readAll(parts, files.value);
  if (!all.ok) return all;
  const { opened, failures } = all.value;
  const [first] = failures;
  if (opened.length === 0) return fail(first ?? cancelled);
  const choices = opened.map((one, index): Choice<Opened> => ({ label: fileName(one.file), description: verdict(one), icon: 'file', picked: index < OPENED_UNASKED, value: one }));
  const chosen = opened.length === 1 ? ({ kind: 'answer', value: opened } as const) : await pickMany<Opened>({ title, placeholder: message('snapshots.found', opened.length), choices });
  if (chosen.kind !== 'answer') return fail(cancelled);
  for (const { uri } of chosen.value) await vscode.window.showTextDocument(uri, { preview: false });
  if (first === undefined) return succeed(undefined);
  await showFailure({ ...first, message: message('snapshots.unreadable', failures.length, plainText(first.message)) });
  return succeed(undefined);
}
