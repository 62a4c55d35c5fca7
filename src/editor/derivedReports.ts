// Reports that are worked out from snapshots when they are read: of a file that was opened, and of two compared. Kept only while they are
// open, so that a tab restored tomorrow shows what the file holds then.

import * as vscode from 'vscode';
import type { RuleCode } from '../core/rules/rule';
import type { ServerReport } from '../core/servers/report';
import type { FilesBeside } from './filesBeside';
import type { LogChannel } from './log';
import type { Reports } from './reports';
import { comparedSnapshots, reportedFile, reportKey, REPORT_SCHEME } from './reportUri';
import type { Settings } from './settings';
import type { LoadSnapshotWork, NamedSnapshot, SnapshotSources } from './snapshotSources';
import { translate } from './translate';

/** Any report by its key (reportUri.ts). */
export interface AllReports extends vscode.Disposable {
  read(key: string): Promise<ServerReport | undefined>;
  /** Has it worked out again. */
  refresh(uri: vscode.Uri): void;
  /** The report of a snapshot under this name; beside the files that are open, unless it is to name nothing but the snapshot. */
  diagnose(named: NamedSnapshot, uri: vscode.Uri, beside?: 'files' | 'nothing'): Promise<ServerReport>;
  readonly onDidChange: vscode.Event<string>;
}

export interface DerivedReportParts {
  readonly reports: Reports;
  readonly sources: SnapshotSources;
  readonly load: LoadSnapshotWork;
  readonly settings: Settings;
  readonly files: FilesBeside;
  readonly log: LogChannel;
}

export function createAllReports({ reports, sources, load, settings, files, log }: DerivedReportParts): AllReports {
  const derived = new Map<string, Promise<ServerReport | undefined>>();
  const changed = new vscode.EventEmitter<string>();

  async function diagnose({ name, snapshot }: NamedSnapshot, uri: vscode.Uri, beside: 'files' | 'nothing' = 'files'): Promise<ServerReport> {
    const [{ diagnoseSnapshot }, open] = await Promise.all([load(), beside === 'files' ? files.read() : []]);
    const document = uri.toString();
    const severities = settings.severities(uri);
    const onRuleError = (code: RuleCode, error: unknown): void => {
      log.bug(`Rule ${code} on ${document}`, error);
    };
    return diagnoseSnapshot({ snapshot, name, document, say: translate, severities, onRuleError, files: open });
  }

  async function compare(uri: vscode.Uri): Promise<ServerReport | undefined> {
    const both = comparedSnapshots(uri);
    if (both === undefined) return undefined;
    const [{ compareSnapshots, comparisonText }, first, second] = await Promise.all([load(), sources.read(both.first), sources.read(both.second)]);
    for (const read of [first, second]) if (!read.ok) return { text: `${translate(read.failure.message)}\n${translate(read.failure.remedy)}\n`, findings: [] };
    if (!first.ok || !second.ok) return undefined;
    const names = { before: first.value.name, after: second.value.name };
    return { text: comparisonText(compareSnapshots(first.value.snapshot, second.value.snapshot), names, translate), findings: [] };
  }

  async function work(key: string): Promise<ServerReport | undefined> {
    const uri = vscode.Uri.parse(key, true);
    const file = reportedFile(uri);
    if (file === undefined) return compare(uri);
    const read = await sources.read({ kind: 'file', uri: file });
    return read.ok ? diagnose(read.value, uri) : { text: `${translate(read.failure.message)}\n${translate(read.failure.remedy)}\n`, findings: [] };
  }

  const subscriptions = vscode.Disposable.from(
    changed,
    reports.onDidChange((id) => {
      changed.fire(id);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      derived.delete(reportKey(uri) ?? '');
    }),
  );

  return {
    read(key) {
      if (!key.startsWith(`${REPORT_SCHEME}:/`)) return reports.read(key);
      const known = derived.get(key) ?? work(key);
      derived.set(key, known);
      return known;
    },
    refresh(uri) {
      const key = reportKey(uri);
      if (key === undefined || !derived.delete(key)) return;
      changed.fire(key);
    },
    diagnose,
    onDidChange: changed.event,
    dispose: () => {
      subscriptions.dispose();
    },
  };
}
