// `rdp-policy:` documents: a registry.pol as LGPO text, read-only, with the findings of the file as problems on the lines that say the same.
// A read-only editor has no key for quick fixes, so that what would help is a code lens there too. Nothing edits the text: a fix writes a copy
// of the file.

import * as vscode from 'vscode';
import type { PolFile } from '../core/policies/polFile';
import type { PolText, ShownFinding } from '../core/policies/polText';
import { message, type Message } from '../core/messages/message';
import { codeOf, diagnosticOf } from './findings';
import { editorRange } from './convert';
import type { LogChannel } from './log';
import { serveReadOnlyFiles } from './readOnlyFiles';
import type { PolFiles } from './registryPolFiles';
import { POLICY_SCHEME, polOfText } from './registryPolUri';
import { plainText, translate } from './translate';

const selector: vscode.DocumentFilter = { scheme: POLICY_SCHEME };

interface Read {
  readonly text: PolText;
  /** Undefined where it cannot be read, and the text says why. */
  readonly file: PolFile | undefined;
}

/** What a text says as it is shown now; undefined where the file has changed since. */
type ReadShown = (document: vscode.TextDocument) => Promise<Read | undefined>;

async function readText(files: PolFiles, uri: vscode.Uri): Promise<Read> {
  const file = polOfText(uri);
  const withoutFile = (why: Message): Read => ({ text: { text: `; ${plainText(why)}`, findings: [] }, file: undefined });
  if (file === undefined) return withoutFile(message('polEditor.gone'));
  const read = await files.read(file);
  return read.ok ? { text: read.value.text(uri.toString()), file: read.value } : withoutFile(read.failure.message);
}

const isOurs = ({ uri }: vscode.TextDocument): boolean => uri.scheme === POLICY_SCHEME;

/** Tells each open text when its file has changed, and holds the file for as long as the text is open. */
function followFiles(files: PolFiles, changed: vscode.EventEmitter<readonly vscode.Uri[]>): vscode.Disposable {
  const watching = new Map<string, vscode.Disposable>();
  const start = (document: vscode.TextDocument): void => {
    const file = polOfText(document.uri);
    const key = document.uri.toString();
    if (file !== undefined && !watching.has(key)) watching.set(key, files.watch(file));
  };
  const stop = ({ uri }: vscode.TextDocument): void => {
    watching.get(uri.toString())?.dispose();
    watching.delete(uri.toString());
  };
  vscode.workspace.textDocuments.forEach(start);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(start),
    vscode.workspace.onDidCloseTextDocument(stop),
    files.onDidChange((file) => {
      changed.fire(vscode.workspace.textDocuments.filter((document) => polOfText(document.uri)?.toString() === file.toString()).map(({ uri }) => uri));
    }),
    new vscode.Disposable(() => {
      for (const one of watching.values()) one.dispose();
    }),
  );
}

function publishProblems(readShown: ReadShown, files: PolFiles, log: LogChannel): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('rdpDiagnostics.registryPol');
  const publish = async (document: vscode.TextDocument): Promise<void> => {
    const { version } = document;
    const findings = (await readShown(document))?.text.findings ?? [];
    if (document.isClosed || document.version !== version) return;
    collection.set(document.uri, findings.map(({ inText }) => diagnosticOf(document.uri, inText, (range) => editorRange(document, range))));
  };
  const start = (document: vscode.TextDocument): void => {
    if (!isOurs(document)) return;
    publish(document).catch((error: unknown) => {
      log.bug(`Problems in ${document.uri.toString()}`, error);
    });
  };
  vscode.workspace.textDocuments.forEach(start);
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(start),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      start(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      collection.delete(uri);
    }),
    // The same text with other weights of rules is no change of the document.
    files.onDidChange(() => {
      vscode.workspace.textDocuments.forEach(start);
    }),
  );
}

interface OfferedFix {
  readonly found: ShownFinding;
  readonly title: Message;
  readonly isPreferred: boolean;
  readonly argument: { readonly file: string; readonly code: string; readonly at: number; readonly fix: number };
}

function fixesOf(file: vscode.Uri, { text, file: pol }: Read): readonly OfferedFix[] {
  return text.findings.flatMap((found) =>
    (pol?.remedies(found.inFile) ?? []).map(({ title, preferred }, fix) => ({
      found,
      title: message('polEditor.fix', translate(title)),
      isPreferred: preferred,
      argument: { file: file.toString(), code: found.inFile.code, at: found.inFile.evidence.range.start, fix },
    })),
  );
}

function commandOf({ title, argument }: OfferedFix): vscode.Command {
  return { command: 'rdpDiagnostics.saveFixedCopy', title: translate(title), arguments: [argument] };
}

function offerFixes(readShown: ReadShown, files: PolFiles): vscode.Disposable {
  const lensesChanged = new vscode.EventEmitter<void>();
  const offered = async (document: vscode.TextDocument): Promise<readonly OfferedFix[]> => {
    const [file, shown] = [polOfText(document.uri), await readShown(document)];
    return file === undefined || shown === undefined ? [] : fixesOf(file, shown);
  };
  const actions: vscode.CodeActionProvider = {
    provideCodeActions: async (document, range, { diagnostics }) => {
      const here = (await offered(document)).filter(({ found }) => editorRange(document, found.inText.evidence.range).intersection(range) !== undefined);
      return here.map((fix) => {
        const action = new vscode.CodeAction(translate(fix.title), vscode.CodeActionKind.QuickFix);
        const at = editorRange(document, fix.found.inText.evidence.range);
        action.command = commandOf(fix);
        action.isPreferred = fix.isPreferred;
        action.diagnostics = diagnostics.filter((diagnostic) => codeOf(diagnostic) === fix.argument.code && diagnostic.range.isEqual(at));
        return action;
      });
    },
  };
  const lenses: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: lensesChanged.event,
    provideCodeLenses: async (document) => (await offered(document)).map((fix) => new vscode.CodeLens(editorRange(document, fix.found.inText.evidence.range), commandOf(fix))),
  };
  return vscode.Disposable.from(
    lensesChanged,
    files.onDidChange(() => {
      lensesChanged.fire();
    }),
    vscode.languages.registerCodeActionsProvider(selector, actions, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
    vscode.languages.registerCodeLensProvider(selector, lenses),
  );
}

export function servePolTexts(files: PolFiles, log: LogChannel): vscode.Disposable {
  const changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  const readShown: ReadShown = async (document) => {
    const read = await readText(files, document.uri);
    return document.getText() === read.text.text ? read : undefined;
  };
  return vscode.Disposable.from(
    changed,
    followFiles(files, changed),
    serveReadOnlyFiles({ scheme: POLICY_SCHEME, read: async (uri) => (await readText(files, uri)).text.text, onDidChange: changed.event }),
    publishProblems(readShown, files, log),
    offerFixes(readShown, files),
  );
}
