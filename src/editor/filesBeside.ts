// The .reg files that are open beside a server, and the GPO exports of the workspace: what one of them sets can be what the server shows, and
// the report says in which line.

import * as vscode from 'vscode';
import type { FileBeside } from '../core/diagnosis/serverSight';
import type { LintedDocuments } from './documents';
import { fileSelector } from './lintedFiles';
import type { LoadLinter } from './readings';
import { fileName } from './snapshotSources';
import { readSource } from './sourceEncoding';

export interface FilesBeside {
  read(): Promise<readonly FileBeside[]>;
}

export function createFilesBeside(documents: LintedDocuments, loadLinter: LoadLinter, policyFiles: () => Promise<readonly FileBeside[]>): FilesBeside {
  async function readOne(document: vscode.TextDocument): Promise<readonly FileBeside[]> {
    // Not a copy of an old version: what it sets is not what somebody is about to change.
    const [opened, linted] = await Promise.all([documents.open(document), documents.lint(document)]);
    if (opened === undefined || linted === undefined) return [];
    const [{ observe }, source] = await Promise.all([loadLinter(), readSource(document)]);
    const { file } = opened.language;
    const { observations, lineOf } = observe({ document: document.uri.toString(), file, ...source });
    return [{ document: document.uri.toString(), name: fileName(document.uri), observations, lineOf }];
  }

  async function readOpen(): Promise<readonly FileBeside[]> {
    return (await Promise.all(vscode.workspace.textDocuments.filter(({ languageId }) => languageId === fileSelector.language).map(readOne))).flat();
  }

  return { read: async () => (await Promise.all([readOpen(), policyFiles()])).flat() };
}
