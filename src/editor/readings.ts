// One reading of each version of a .reg file, shared by everything that asks about its text: hover, outline, folding, completion, lint.

import type * as vscode from 'vscode';
import type { RegLanguage } from '../core/language/regLanguage';

/** What the door loads on first use, so that activation does not read the knowledge. */
export type LoadLinter = () => Promise<typeof import('../core/lint/linter')>;

export interface OpenedDocument {
  readonly document: vscode.TextDocument;
  /** The version the reading is about. */
  readonly version: number;
  readonly language: RegLanguage;
}

export interface Readings {
  /** The reading of the text as it is now. */
  read(document: vscode.TextDocument): Promise<OpenedDocument>;
  drop(document: vscode.TextDocument): void;
}

export function keepReadings(loadLinter: LoadLinter): Readings {
  const readings = new Map<string, { readonly version: number; readonly opened: Promise<OpenedDocument> }>();

  async function make(document: vscode.TextDocument): Promise<OpenedDocument> {
    const { version } = document;
    const text = document.getText();
    const { readLanguage } = await loadLinter();
    return { document, version, language: readLanguage(text) };
  }

  return {
    read(document) {
      const key = document.uri.toString();
      const known = readings.get(key);
      if (known?.version === document.version) return known.opened;
      const opened = make(document);
      readings.set(key, { version: document.version, opened });
      return opened;
    },
    drop(document) {
      readings.delete(document.uri.toString());
    },
  };
}
