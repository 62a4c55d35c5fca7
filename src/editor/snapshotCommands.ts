// The commands about snapshots: save the one of a server's last check, open files, compare two.

import * as vscode from 'vscode';
import { message, type Message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';
import type { ServerCheck } from '../core/servers/check';
import type { ServerEntry } from '../core/servers/serverList';
import { snapshotEnding } from '../core/snapshot/snapshotFile';
import { cancelled } from './cancelled';
import type { ChooseServer } from './chooseServer';
import type { CommandTable } from './commands';
import type { ExportParts } from './exportReport';
import { openSnapshots } from './openSnapshots';
import { pickFiles, pickOne, pickTarget, type Choice } from './prompts';
import { comparisonUri, reportedFile, reportedServer } from './reportUri';
import type { SnapshotRef } from './snapshotRef';
import { fileName } from './snapshotSources';

export interface SnapshotCommandParts extends ExportParts {
  readonly chooseServer: ChooseServer;
}

type SnapshotCommands = Pick<CommandTable, 'rdpDiagnostics.saveSnapshot' | 'rdpDiagnostics.openSnapshot' | 'rdpDiagnostics.compare'>;

export const snapshotFilter = { JSON: ['json'] } as const;

const wasCollected = (check: ServerCheck | undefined): boolean => check?.run !== undefined && check.run.via !== 'none' && check.unreached === undefined;

/** `rds-07-2026-11-22.rdpsnapshot.json` */
function suggestedName(label: string, collectedAt: string): string {
  return `${label.replace(/[\\/:*?"<>|\s]/g, '_')}-${collectedAt.slice(0, 10)}${snapshotEnding}`;
}

export function snapshotCommands(parts: SnapshotCommandParts): SnapshotCommands {
  const { settings, store, sources, load, view, chooseServer } = parts;

  const collected = ({ server }: ServerEntry): boolean => wasCollected(store.lastCheck(server));

  /** What a command was given, where it says which snapshot is meant. */
  function named(argument: unknown): SnapshotRef | undefined {
    if (argument instanceof vscode.Uri) {
      const file = argument.path.toLowerCase().endsWith(snapshotEnding) ? argument : reportedFile(argument);
      if (file !== undefined) return { kind: 'file', uri: file };
      const serverId = reportedServer(argument);
      return serverId === undefined ? undefined : { kind: 'last', serverId };
    }
    return typeof argument === 'string' ? { kind: 'last', serverId: view.serverOf(argument) ?? argument } : undefined;
  }

  function choices(leftOut: SnapshotRef | undefined): readonly Choice<SnapshotRef | 'file'>[] {
    const isLeftOut = (serverId: string): boolean => leftOut?.kind === 'last' && leftOut.serverId === serverId;
    const before: readonly Choice<SnapshotRef>[] =
      leftOut?.kind === 'last' ? [{ label: message('compare.before', sources.nameOf(leftOut)), icon: 'history', value: { kind: 'before', serverId: leftOut.serverId } }] : [];
    const servers = settings.servers().entries.filter((entry) => collected(entry) && !isLeftOut(entry.server.id));
    return [
      ...before,
      ...servers.map(({ server }): Choice<SnapshotRef> => ({ label: message('compare.last', server.label), icon: 'server', value: { kind: 'last', serverId: server.id } })),
      { label: message('compare.file'), description: `*${snapshotEnding}`, icon: 'file', value: 'file' },
    ];
  }

  async function pickSnapshot(placeholder: Message, leftOut?: SnapshotRef): Promise<Result<SnapshotRef>> {
    const title = message('compare.title');
    const answer = await pickOne<SnapshotRef | 'file'>({ title, placeholder, choices: choices(leftOut) });
    if (answer.kind !== 'answer') return fail(cancelled);
    if (answer.value !== 'file') return succeed(answer.value);
    const [uri] = await pickFiles(title, snapshotFilter);
    return uri === undefined ? fail(cancelled) : succeed({ kind: 'file', uri });
  }

  async function pickBoth(argument: unknown): Promise<Result<readonly [SnapshotRef, SnapshotRef]>> {
    const given = (Array.isArray(argument) ? argument : [argument]).map(named);
    const first = given[0] === undefined ? await pickSnapshot(message('compare.first')) : succeed(given[0]);
    if (!first.ok) return first;
    const second = given[1] === undefined ? await pickSnapshot(message('compare.with', sources.nameOf(first.value)), first.value) : succeed(given[1]);
    return second.ok ? succeed([first.value, second.value]) : second;
  }

  return {
    'rdpDiagnostics.saveSnapshot': async (argument) => {
      const chosen = await chooseServer(argument, { title: message('snapshots.save'), fits: collected, none: message('snapshots.noneYet') });
      if (!chosen.ok) return chosen;
      const { id, label } = chosen.value.server;
      const [read, { snapshotText }] = await Promise.all([sources.read({ kind: 'last', serverId: id }), load()]);
      if (!read.ok) return read;
      const { snapshot } = read.value;
      const target = await pickTarget(message('snapshots.save'), suggestedName(label, snapshot.collection.at), snapshotFilter);
      if (target === undefined) return fail(cancelled);
      try {
        await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(snapshotText(snapshot)));
      } catch (error) {
        if (!(error instanceof vscode.FileSystemError)) throw error;
        const text = message('snapshots.notWritten', fileName(target), error.message);
        return fail({ code: 'invalidInput', message: text, remedy: message('snapshots.notWritten.remedy'), retry: true });
      }
      await vscode.window.showTextDocument(target, { preview: true });
      return succeed(undefined);
    },
    'rdpDiagnostics.openSnapshot': (argument) => openSnapshots(parts, argument),
    'rdpDiagnostics.compare': async (argument) => {
      const both = await pickBoth(argument);
      if (!both.ok) return both;
      const [one, other] = both.value;
      // The older one first: what the text tells is what became of it.
      const [first, second] = other.kind === 'before' ? [other, one] : [one, other];
      for (const ref of [first, second]) {
        const read = await sources.read(ref);
        if (!read.ok) return read;
      }
      const uri = comparisonUri({ first, second }, [sources.nameOf(first), sources.nameOf(second)]);
      parts.reports.refresh(uri);
      await vscode.window.showTextDocument(uri, { preview: false });
      return succeed(undefined);
    },
  };
}
