// "Open as Text", "Convert To…" and "Save Fixed Copy…" of a registry.pol: of the one that is named, shown, or else picked. None of them writes
// the file itself.

import * as vscode from 'vscode';
import type { PolConversion, PolFile } from '../core/policies/polFile';
import { message, type Message } from '../core/messages/message';
import type { Remedy } from '../core/remedies/remedy';
import { fail, succeed, type Result } from '../core/result';
import type { Finding } from '../core/rules/rule';
import { cancelled } from './cancelled';
import type { CommandHandler } from './commands';
import { languages } from './language/conversions';
import { confirm, pickFiles, pickOne, pickTarget, tell } from './prompts';
import type { PolFiles } from './registryPolFiles';
import { activePol, polOfText, polTextUri, POL_VIEW_TYPE } from './registryPolUri';
import { fileName } from './snapshotSources';
import { translate } from './translate';

export interface PolCommands {
  readonly openAsText: CommandHandler;
  readonly saveFixedCopy: CommandHandler;
  /** Undefined where the command is about another file that is shown. */
  convert(argument: unknown): Promise<Result<void>> | undefined;
}

const filters = { 'registry.pol': ['pol'] };
const conversions: readonly PolConversion[] = ['reg', 'lgpo', 'powerShell', 'regCommands'];

const isConversion = (value: unknown): value is PolConversion => conversions.some((known) => known === value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** The file an argument names: by its address, by that of its text, or as `{ "file": … }` of a keybinding. */
function namedPol(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return polOfText(argument) ?? (/\.pol$/i.test(argument.path) ? argument : undefined);
  const file = isRecord(argument) ? argument['file'] : undefined;
  return typeof file === 'string' && /^[a-z][\w.+-]*:/i.test(file) ? vscode.Uri.parse(file, true) : undefined;
}

interface Chosen {
  readonly uri: vscode.Uri;
  readonly pol: PolFile;
}

function refuse(what: Message, remedy: Message): Result<never> {
  return fail({ code: 'invalidInput', message: what, remedy, retry: true });
}

async function read(files: PolFiles, uri: vscode.Uri): Promise<Result<Chosen>> {
  const pol = await files.read(uri);
  if (!pol.ok) return pol;
  if (pol.value.otherwise !== undefined) return refuse(message('polEditor.notPol', fileName(uri)), message('polEditor.notPol.remedy'));
  return succeed({ uri, pol: pol.value });
}

async function choose(files: PolFiles, argument: unknown): Promise<Result<Chosen>> {
  const uri = namedPol(argument) ?? activePol() ?? (await pickFiles(message('polEditor.pick'), filters))[0];
  return uri === undefined ? fail(cancelled) : read(files, uri);
}

async function convertTo({ uri, pol }: Chosen, argument: unknown): Promise<Result<void>> {
  const given = isRecord(argument) ? argument['to'] : argument;
  const answer = isConversion(given)
    ? { kind: 'answer' as const, value: given }
    : await pickOne<PolConversion>({
        title: message('polEditor.convert', fileName(uri)),
        placeholder: message('convert.pick'),
        choices: [
          { label: message('polEditor.reg'), value: 'reg' },
          { label: message('convert.lgpo'), value: 'lgpo' },
          { label: message('convert.powerShell'), value: 'powerShell' },
          { label: message('convert.regCommands'), value: 'regCommands' },
        ],
      });
  if (answer.kind !== 'answer') return succeed(undefined);
  const content = pol.convert(answer.value);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: languages[answer.value], content }), { preview: false });
  return succeed(undefined);
}

interface Fix {
  readonly finding: Finding;
  readonly remedy: Remedy;
}

function givenFix(pol: PolFile, argument: unknown): Fix | undefined {
  if (!isRecord(argument)) return undefined;
  const { code, at, fix } = argument;
  const finding = pol.findings.find((found) => found.code === code && found.evidence.range.start === at);
  const remedy = finding === undefined || typeof fix !== 'number' ? undefined : pol.remedies(finding)[fix];
  return finding === undefined || remedy === undefined ? undefined : { finding, remedy };
}

async function pickFix({ uri, pol }: Chosen): Promise<Result<Fix>> {
  const fixes = pol.findings.flatMap((finding) => pol.remedies(finding).map((remedy): Fix => ({ finding, remedy })));
  if (fixes.length === 0) return refuse(message('polEditor.nothingToFix', fileName(uri)), message('polEditor.nothingToFix.remedy'));
  const choices = fixes.map((fix) => ({ label: fix.remedy.title, description: message('polEditor.finding', fix.finding.code, translate(fix.finding.message)), value: fix }));
  const answer = await pickOne<Fix>({ title: message('polEditor.saveFixed'), placeholder: message('polEditor.pickFix'), choices });
  return answer.kind === 'answer' ? succeed(answer.value) : fail(cancelled);
}

/** A copy holds what could be read: where some of the file could not, a person has to know before. */
async function mayLeaveOut({ uri, pol }: Chosen): Promise<boolean> {
  const damaged = pol.damagedPlaces;
  if (damaged === 0) return true;
  return confirm(message('polEditor.damaged', fileName(uri), damaged), message('polEditor.damaged.detail'), message('polEditor.damaged.button'));
}

function told(name: string, { findings }: PolFile, { remedy }: Fix): Message {
  const done = translate(remedy.title);
  return findings.length === 0 ? message('polEditor.saved.clean', name, done) : message('polEditor.saved', name, findings.length, done);
}

async function save(files: PolFiles, { uri, pol }: Chosen, fix: Fix): Promise<Result<void>> {
  const bytes = pol.fixed(fix.finding, fix.remedy);
  if (bytes === undefined) return refuse(message('polEditor.nothingToFix', fileName(uri)), message('polEditor.nothingToFix.remedy'));
  const suggested = fileName(uri).replace(/(?:\.pol)?$/i, '-fixed.pol');
  const target = await pickTarget(fix.remedy.title, suggested, filters, vscode.Uri.joinPath(uri, '..'));
  if (target === undefined) return fail(cancelled);
  // Many file systems take both cases for one file.
  if (target.toString().toLowerCase() === uri.toString().toLowerCase()) return refuse(message('polEditor.sameFile', fileName(uri)), message('polEditor.sameFile.remedy'));
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    return fail({ code: 'fileNotWritten', message: message('snapshots.notWritten', fileName(target), error.message), remedy: message('snapshots.notWritten.remedy'), retry: true });
  }
  // What the copy is, as it will be read; its folder may say another half than that of the file, and then it is about the other half.
  const copy = await files.open(target, bytes);
  await vscode.commands.executeCommand('vscode.openWith', target, POL_VIEW_TYPE);
  await tell(told(fileName(target), copy, fix));
  return succeed(undefined);
}

export function polCommands(files: PolFiles): PolCommands {
  return {
    async openAsText(argument) {
      // Several rows of a list at once, or one.
      for (const one of Array.isArray(argument) ? (argument as readonly unknown[]) : [argument]) {
        const chosen = await choose(files, one);
        if (!chosen.ok) return chosen;
        await vscode.window.showTextDocument(polTextUri(chosen.value.uri), { preview: false });
      }
      return succeed(undefined);
    },
    convert(argument) {
      const isAboutPol = namedPol(argument) !== undefined || activePol() !== undefined || vscode.window.activeTextEditor === undefined;
      return isAboutPol ? choose(files, argument).then((chosen) => (chosen.ok ? convertTo(chosen.value, argument) : chosen)) : undefined;
    },
    async saveFixedCopy(argument) {
      const chosen = await choose(files, argument);
      if (!chosen.ok) return chosen;
      const given = givenFix(chosen.value.pol, argument);
      const fix = given === undefined ? await pickFix(chosen.value) : succeed(given);
      if (!fix.ok) return fix;
      return (await mayLeaveOut(chosen.value)) ? save(files, chosen.value, fix.value) : succeed(undefined);
    },
  };
}
