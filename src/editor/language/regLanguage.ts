// The language features of .reg files, all over one reading of each version.

import * as vscode from 'vscode';
import type { LintedDocuments } from '../documents';
import type { LogChannel } from '../log';
import type { Settings } from '../settings';
import { offerCompletions } from './completion';
import { offerFormatting } from './formatting';
import { showHovers } from './hover';
import { showInlayHints } from './inlayHints';
import { linkSuppressedCodes } from './links';
import { offerFolding, showOutline } from './outline';
import { showFileStatus } from './statusItem';
import { showSummary } from './summaryLens';

export function speakRegLanguage(documents: LintedDocuments, settings: Settings, log: LogChannel): vscode.Disposable {
  return vscode.Disposable.from(
    showHovers(documents),
    offerCompletions(documents),
    showOutline(documents),
    offerFolding(documents),
    offerFormatting(documents),
    linkSuppressedCodes(documents),
    showInlayHints(documents, settings),
    showSummary(documents, settings),
    showFileStatus(documents, log),
  );
}
