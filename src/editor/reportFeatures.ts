// What of the editor is about reports and snapshots, started together: where they are kept, their documents, what those answer.

import * as vscode from 'vscode';
import { findServer } from '../core/servers/serverList';
import type { CheckStore } from '../core/servers/store';
import { createAllReports, type AllReports } from './derivedReports';
import { publishDiagnostics } from './diagnostics';
import type { LintedDocuments } from './documents';
import { serveExplanations, type LoadExplanations } from './explain';
import { createFilesBeside, type FilesBeside } from './filesBeside';
import type { LogChannel } from './log';
import type { PolicyFeatures } from './policiesFeature';
import type { LoadLinter } from './readings';
import { answerAboutReports } from './reportAnswers';
import { createBacklinks } from './reportBacklinks';
import { serveReports } from './reportDocuments';
import { keepReports, type Reports } from './reports';
import { reportSelector, structureReports } from './reportStructure';
import { reportUri } from './reportUri';
import type { Settings } from './settings';
import { keepSnapshots, type Snapshots } from './snapshots';
import { createSnapshotSources, type LoadSnapshotWork, type SnapshotSources } from './snapshotSources';

/** What a door loads on first use; each part is handed out with its texts. */
export interface ReportLoaders {
  readonly linter: LoadLinter;
  readonly snapshotWork: LoadSnapshotWork;
  readonly explanations: LoadExplanations;
  readonly texts: () => Promise<void>;
}

export interface ReportFeatureParts {
  readonly load: ReportLoaders;
  readonly settings: Settings;
  readonly documents: LintedDocuments;
  readonly store: CheckStore;
  /** False in a browser. */
  readonly canCheck: boolean;
  /** The GPO exports a report can name lines of. */
  readonly policies: Pick<PolicyFeatures, 'files' | 'known'>;
  readonly log: LogChannel;
}

export interface ReportFeatures extends vscode.Disposable {
  readonly reports: Reports;
  readonly snapshots: Snapshots;
  readonly files: FilesBeside;
  readonly sources: SnapshotSources;
  /** The kept ones, and those that are worked out when they are read. */
  readonly all: AllReports;
}

export function startReports(storage: vscode.Uri, parts: ReportFeatureParts): ReportFeatures {
  const { load, settings, documents, store, policies, canCheck, log } = parts;
  const reports = keepReports(storage, load.texts);
  const snapshots = keepSnapshots(storage);
  const files = createFilesBeside(documents, load.linter, policies.files);
  const sources = createSnapshotSources(load.snapshotWork, snapshots, settings);
  const all = createAllReports({ reports, sources, load: load.snapshotWork, settings, files, log });
  const entries = () => settings.servers().entries.map(({ server }) => server);
  const backlinks = createBacklinks(reports, () => entries().filter((server) => store.lastCheck(server) !== undefined));
  const uriOf = (serverId: string): vscode.Uri | undefined => {
    const entry = findServer(settings.servers(), serverId);
    return entry === undefined ? undefined : reportUri(entry.server);
  };
  const subscriptions = vscode.Disposable.from(
    reports,
    all,
    serveReports(all, uriOf, log),
    structureReports(reportSelector),
    answerAboutReports({ reports: all, loadLinter: load.linter, policyFiles: () => policies.known, canCheck }),
    serveExplanations(load.explanations),
    publishDiagnostics({ documents, backlinks, onDidChangeReport: reports.onDidChange, log }),
  );
  return {
    reports,
    snapshots,
    files,
    sources,
    all,
    dispose: () => {
      subscriptions.dispose();
    },
  };
}
