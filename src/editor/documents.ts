// The files we lint: once per (document, version), shared by everything that asks. A change waits until typing pauses; opening,
// saving and a new setting do not wait; closing drops what was kept.

import * as vscode from 'vscode';
import type { LintResult } from '../core/lint/linter';
import type { RuleCode } from '../core/rules/rule';
import { isOurs, isPolicy, isReg } from './lintedFiles';
import type { LogChannel } from './log';
import { keepReadings, type LoadLinter, type OpenedDocument } from './readings';
import type { Settings } from './settings';
import { readSource } from './sourceEncoding';

export interface Linted {
  readonly document: vscode.TextDocument;
  /** The version the result is about. */
  readonly version: number;
  readonly result: LintResult;
}

export interface LintedDocuments extends vscode.Disposable {
  /** The reading of the text as it is now; undefined for another language. Also for documents that are not linted. */
  open(document: vscode.TextDocument): Promise<OpenedDocument | undefined>;
  /** The result for the text as it is now; undefined for a document that is not ours. */
  lint(document: vscode.TextDocument): Promise<Linted | undefined>;
  /** The same for every text of group policy, also one that only shows another file or an old version: what hovers, outline and folding ask. */
  look(document: vscode.TextDocument): Promise<Linted | undefined>;
  /** Fires only with a result for the version the document still has. */
  readonly onDidLint: vscode.Event<Linted>;
  readonly onDidDrop: vscode.Event<vscode.Uri>;
}

const TYPING_PAUSE_MS = 250;

/** Saving can change how the bytes are read without changing the text. */
const stateOf = ({ version, encoding, isDirty }: vscode.TextDocument): string => `${String(version)} ${encoding} ${String(isDirty)}`;

export function watchDocuments(loadLinter: LoadLinter, settings: Settings, log: LogChannel): LintedDocuments {
  const cache = new Map<string, { readonly state: string; readonly linted: Promise<Linted> }>();
  const readings = keepReadings(loadLinter);
  const pauses = new Map<string, unknown>();
  const linted = new vscode.EventEmitter<Linted>();
  const dropped = new vscode.EventEmitter<vscode.Uri>();

  async function run(document: vscode.TextDocument): Promise<Linted> {
    const { version } = document;
    const text = document.getText();
    const [{ lintText }, source, read] = await Promise.all([loadLinter(), readSource(document), isReg(document) ? readings.read(document) : undefined]);
    const result = lintText({
      document: document.uri.toString(),
      text,
      ...(read === undefined ? {} : { file: read.language.file }),
      ...source,
      severities: settings.severities(document.uri),
      onRuleError: (code: RuleCode, error: unknown) => {
        log.bug(`Rule ${code} on ${document.uri.toString()}`, error);
      },
    });
    return { document, version, result };
  }

  const lint = (document: vscode.TextDocument): Promise<Linted> | undefined => (isOurs(document) ? resultOf(document) : undefined);

  function resultOf(document: vscode.TextDocument): Promise<Linted> {
    const key = document.uri.toString();
    const state = stateOf(document);
    const known = cache.get(key);
    if (known?.state === state) return known.linted;
    const linting = run(document);
    cache.set(key, { state, linted: linting });
    return linting;
  }

  function cancelPause(key: string): void {
    clearTimeout(pauses.get(key));
    pauses.delete(key);
  }

  function publish(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    cancelPause(key);
    const linting = lint(document);
    // An older run may end after a newer one, with other severities or another encoding for the same version.
    const isLatest = (): boolean => cache.get(key)?.linted === linting;
    linting?.then(
      (found) => {
        if (isLatest() && isOurs(document) && document.version === found.version) linted.fire(found);
      },
      (error: unknown) => {
        if (isLatest()) drop(document);
        log.bug(`Reading ${document.uri.toString()}`, error);
      },
    );
  }

  function publishAfterPause({ document }: vscode.TextDocumentChangeEvent): void {
    const key = document.uri.toString();
    cancelPause(key);
    // XML that was ours until its root was changed.
    if (!isOurs(document)) drop(document);
    else pauses.set(key, setTimeout(publish.bind(undefined, document), TYPING_PAUSE_MS));
  }

  function drop(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    cancelPause(key);
    readings.drop(document);
    if (cache.delete(key)) dropped.fire(document.uri);
  }

  function publishAll(): void {
    cache.clear();
    vscode.workspace.textDocuments.forEach(publish);
  }

  const subscriptions = vscode.Disposable.from(
    linted,
    dropped,
    vscode.workspace.onDidOpenTextDocument(publish),
    vscode.workspace.onDidSaveTextDocument(publish),
    vscode.workspace.onDidCloseTextDocument(drop),
    vscode.workspace.onDidChangeTextDocument(publishAfterPause),
    settings.onDidChangeRules(publishAll),
  );
  // Subscribers are attached by the caller after this returns; results arrive later, asynchronously.
  publishAll();

  return {
    open: (document) => Promise.resolve(isReg(document) ? readings.read(document) : undefined),
    lint: (document) => Promise.resolve(lint(document)),
    look: (document) => Promise.resolve(isPolicy(document) ? resultOf(document) : undefined),
    onDidLint: linted.event,
    onDidDrop: dropped.event,
    dispose: () => {
      for (const key of [...pauses.keys()]) cancelPause(key);
      subscriptions.dispose();
    },
  };
}
