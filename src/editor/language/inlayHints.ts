// Decoded data beside hexadecimal data, where a person has asked for it (rdpDiagnostics.inlayHints.enabled).

import * as vscode from 'vscode';
import type { LintedDocuments } from '../documents';
import { fileSelector } from '../lintedFiles';
import type { Settings } from '../settings';
import { ask } from './ask';

const LONGEST = 60;

export function showInlayHints(documents: LintedDocuments, settings: Settings): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    provideInlayHints: async (document, range, token) => {
      if (!settings.showsInlayHints(document.uri)) return [];
      const asked = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      const hints = await ask(documents, document, token, (language) => language.hints(asked));
      return hints?.map(({ offset, text }) => {
        const shown = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
        const hint = new vscode.InlayHint(document.positionAt(offset), shown);
        hint.paddingLeft = true;
        return hint;
      });
    },
  };
  return vscode.Disposable.from(
    changed,
    settings.onDidChangeHints(() => {
      changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider(fileSelector, provider),
  );
}
