// "Export Report…": the report of a server or of a snapshot as another document, opened and not saved. On request without names and
// addresses: then it is made anew from the snapshot after they were replaced, because a text cannot be cleaned afterwards.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';
import type { ServerReport } from '../core/servers/report';
import { findServer } from '../core/servers/serverList';
import type { CheckStore } from '../core/servers/store';
import { cancelled } from './cancelled';
import type { AllReports } from './derivedReports';
import { pickOne } from './prompts';
import { reportedFile, reportedServer, reportKey, reportUri } from './reportUri';
import type { ServersView } from './serversView';
import type { Settings } from './settings';
import type { SnapshotRef } from './snapshotRef';
import { fileName, type LoadSnapshotWork, type NamedSnapshot, type SnapshotSources } from './snapshotSources';
import { translate } from './translate';

export interface ExportParts {
  readonly settings: Pick<Settings, 'servers'>;
  readonly store: CheckStore;
  readonly sources: SnapshotSources;
  readonly reports: AllReports;
  readonly load: LoadSnapshotWork;
  readonly view: Pick<ServersView, 'serverOf'>;
}

interface Format {
  readonly as: 'markdown' | 'json';
  readonly redacted: boolean;
}

/** A report that can be exported. */
interface Subject {
  readonly uri: vscode.Uri;
  readonly name: string;
  /** Undefined where the text is all there is. */
  readonly snapshot: SnapshotRef | undefined;
}

/** What a keybinding can give beside the report: `{ "report": …, "as": "markdown", "redacted": true }`. */
function givenFormat(argument: unknown): Format | undefined {
  if (typeof argument !== 'object' || argument === null || !('as' in argument)) return undefined;
  if (argument.as !== 'markdown' && argument.as !== 'json') return undefined;
  return { as: argument.as, redacted: 'redacted' in argument && argument.redacted === true };
}

const givenReport = (argument: unknown): unknown => (typeof argument === 'object' && argument !== null && 'report' in argument ? argument.report : argument);

export function exportReport({ settings, store, sources, reports, load, view }: ExportParts): (argument: unknown) => Promise<Result<void>> {
  function subjectAt(uri: vscode.Uri): Subject | undefined {
    const key = reportKey(uri);
    if (key === undefined) return undefined;
    const file = reportedFile(uri);
    if (file !== undefined) return { uri, name: fileName(file), snapshot: { kind: 'file', uri: file } };
    const serverId = reportedServer(uri);
    if (serverId === undefined) return { uri, name: fileName(uri), snapshot: undefined };
    return subjectOf(serverId) ?? { uri, name: fileName(uri), snapshot: undefined };
  }

  function subjectOf(serverId: string): Subject | undefined {
    const entry = findServer(settings.servers(), serverId);
    return entry === undefined ? undefined : { uri: reportUri(entry.server), name: entry.server.label, snapshot: { kind: 'last', serverId } };
  }

  function named(argument: unknown): Subject | undefined {
    if (argument instanceof vscode.Uri) return subjectAt(argument);
    return typeof argument === 'string' ? subjectOf(view.serverOf(argument) ?? argument) : undefined;
  }

  /** Servers that were checked, and whatever else is open as a report. */
  function all(): readonly Subject[] {
    const checked = settings.servers().entries.filter(({ server }) => store.lastCheck(server) !== undefined).flatMap(({ server }) => subjectOf(server.id) ?? []);
    const open = vscode.workspace.textDocuments.filter(({ uri }) => reportedServer(uri) === undefined).flatMap(({ uri }) => subjectAt(uri) ?? []);
    return [...checked, ...open];
  }

  async function pickSubject(): Promise<Result<Subject>> {
    const active = vscode.window.activeTextEditor?.document.uri;
    const shown = active === undefined ? undefined : subjectAt(active);
    if (shown !== undefined) return succeed(shown);
    const subjects = all();
    if (subjects.length === 0) return fail({ code: 'invalidInput', message: message('export.nothing'), remedy: message('server.report.missing.remedy'), retry: true });
    const choices = subjects.map((subject) => ({ label: subject.name, icon: subject.snapshot?.kind === 'file' ? 'file' : 'server', value: subject }));
    const answer = await pickOne<Subject>({ title: message('export.title'), placeholder: message('server.pick'), choices });
    return answer.kind === 'answer' ? succeed(answer.value) : fail(cancelled);
  }

  async function pickFormat({ name }: Subject, canRedact: boolean): Promise<Result<Format>> {
    const whole = [
      { label: message('export.markdown'), icon: 'markdown', value: { as: 'markdown', redacted: false } },
      { label: message('export.json'), icon: 'json', value: { as: 'json', redacted: false } },
    ] as const;
    const description = message('export.redactedDetail');
    const redacted = [
      { label: message('export.markdownRedacted'), description, icon: 'markdown', value: { as: 'markdown', redacted: true } },
      { label: message('export.jsonRedacted'), description, icon: 'json', value: { as: 'json', redacted: true } },
    ] as const;
    const choices = canRedact ? [...whole, ...redacted] : whole;
    const answer = await pickOne<Format>({ title: message('export.title'), placeholder: message('export.format', name), choices });
    return answer.kind === 'answer' ? succeed(answer.value) : fail(cancelled);
  }

  async function redacted({ name, uri }: Subject, named: NamedSnapshot | undefined): Promise<Result<{ readonly report: ServerReport; readonly named: NamedSnapshot }>> {
    if (named === undefined) {
      return fail({ code: 'invalidInput', message: message('export.noSnapshot', name), remedy: message('export.noSnapshot.remedy'), retry: true });
    }
    const { redact } = await load();
    const clean = { name: translate(message('export.redactedName')), snapshot: redact(named.snapshot) };
    // An open file would be quoted with the names it holds.
    return succeed({ report: await reports.diagnose(clean, uri, 'nothing'), named: clean });
  }

  return async (argument) => {
    const given = named(givenReport(argument));
    const subject = given === undefined ? await pickSubject() : succeed(given);
    if (!subject.ok) return subject;
    const { uri, name, snapshot } = subject.value;
    const [report, read] = await Promise.all([reports.read(reportKey(uri) ?? ''), snapshot === undefined ? undefined : sources.read(snapshot)]);
    if (report === undefined) {
      return fail({ code: 'invalidInput', message: message('server.report.missing', name), remedy: message('server.report.missing.remedy'), retry: true });
    }
    const seen = read?.ok === true ? read.value : undefined;
    const chosen = givenFormat(argument);
    const format = chosen === undefined ? await pickFormat(subject.value, seen !== undefined) : succeed(chosen);
    if (!format.ok) return format;
    const cleaned = format.value.redacted ? await redacted(subject.value, seen) : succeed({ report, named: seen });
    if (!cleaned.ok) return cleaned;
    const { reportJson, reportMarkdown } = await load();
    const exported = { name: cleaned.value.named?.name ?? name, report: cleaned.value.report, snapshot: cleaned.value.named?.snapshot };
    const content = (format.value.as === 'json' ? reportJson : reportMarkdown)(exported, translate);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: format.value.as, content }), { preview: false });
    return succeed(undefined);
  };
}
