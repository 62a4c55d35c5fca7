// The commands about servers. Each takes the node it was chosen on, a server's id or the report it stands in, and asks where it has none.

import * as vscode from 'vscode';
import { message, type Message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';
import type { Finding } from '../core/rules/rule';
import type { FactFinding } from '../core/servers/check';
import { addServers, changeServer, removeServer } from '../core/servers/entries';
import type { ServerReport } from '../core/servers/report';
import type { ServerEntry } from '../core/servers/serverList';
import type { CheckStore } from '../core/servers/store';
import { cancelled } from './cancelled';
import type { Checks } from './checks';
import type { ChooseServer } from './chooseServer';
import type { CommandHandler, CommandTable } from './commands';
import { editorRange } from './convert';
import { askImport, type ImportPorts } from './importServers';
import type { LogChannel } from './log';
import { confirm } from './prompts';
import type { Reports } from './reports';
import { reportUri } from './reportUri';
import type { Scope } from './runs';
import { askServer, type Reach } from './serverForm';
import type { ServersView } from './serversView';
import type { Settings } from './settings';

export interface ServerCommandParts {
  readonly settings: Settings;
  readonly store: CheckStore;
  readonly reports: Reports;
  readonly checks: Checks;
  readonly view: ServersView;
  readonly chooseServer: ChooseServer;
  readonly reach: Reach;
  readonly imports: ImportPorts;
  readonly log: LogChannel;
  /** A new id for a server, different each time. */
  readonly newId: () => string;
}

type ServerCommands = Pick<
  CommandTable,
  | 'rdpDiagnostics.addServer'
  | 'rdpDiagnostics.editServer'
  | 'rdpDiagnostics.removeServer'
  | 'rdpDiagnostics.importServers'
  | 'rdpDiagnostics.checkServer'
  | 'rdpDiagnostics.checkListener'
  | 'rdpDiagnostics.checkSecurity'
  | 'rdpDiagnostics.checkLicensing'
  | 'rdpDiagnostics.checkAll'
  | 'rdpDiagnostics.openReport'
>;

const checkTitles = {
  server: message('server.pick.server'),
  listener: message('server.pick.check'),
  security: message('server.pick.security'),
  licensing: message('server.pick.licensing'),
} as const satisfies Readonly<Record<Scope, Message>>;

/** What the list says came from the same check; another window may have written another report since. */
function sameFinding({ findings }: ServerReport, { code, message: says }: FactFinding): Finding | undefined {
  const same = findings.filter((finding) => finding.code === code);
  return same.find((finding) => JSON.stringify(finding.message) === JSON.stringify(says)) ?? same[0];
}

function refuse(text: Message, remedy: Message): Result<never> {
  return fail({ code: 'invalidInput', message: text, remedy, retry: true });
}

export function serverCommands(parts: ServerCommandParts): ServerCommands {
  const { settings, store, reports, checks, view, chooseServer, reach, imports, log, newId } = parts;

  const groups = (): readonly string[] => [...new Set(settings.servers().entries.flatMap(({ server }) => server.group ?? []))];

  /** A workspace's file is shared with others: it is changed by hand, not by us. */
  function own(entry: ServerEntry): Result<ServerEntry> {
    if (entry.origin === 'user') return succeed(entry);
    return refuse(message('server.notOwn', entry.server.label), message('server.notOwn.remedy'));
  }

  async function chooseOwn(argument: unknown, title: Message): Promise<Result<ServerEntry>> {
    const chosen = await chooseServer(argument, { title, fits: ({ origin }) => origin === 'user', none: message('server.none') });
    return chosen.ok ? own(chosen.value) : chosen;
  }

  /** `at`: the finding whose line is shown. */
  async function openReport(entry: ServerEntry, at?: FactFinding): Promise<Result<void>> {
    const report = await reports.read(entry.server.id);
    if (report === undefined) return refuse(message('server.report.missing', entry.server.label), message('server.report.missing.remedy'));
    const editor = await vscode.window.showTextDocument(reportUri(entry.server), { preview: true });
    const finding = at === undefined ? undefined : sameFinding(report, at);
    if (finding === undefined) return succeed(undefined);
    const range = editorRange(editor.document, finding.evidence.range);
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return succeed(undefined);
  }

  const check =
    (scope: Scope): CommandHandler =>
    async (argument) => {
      const chosen = await chooseServer(argument, { title: checkTitles[scope], fits: () => true, none: message('server.none') });
      if (!chosen.ok) return chosen;
      const checked = await checks.check(chosen.value.server, scope);
      // Chosen on its node, the node says the verdict; chosen from the palette, the report does.
      return checked.ok && argument === undefined ? openReport(chosen.value) : checked;
    };

  return {
    'rdpDiagnostics.addServer': async () => {
      const fields = await askServer(message('server.form.add'), undefined, { groups: groups(), reach });
      if (fields === undefined) return fail(cancelled);
      const id = newId();
      const written = await settings.changeServers((list) => addServers(list, [fields], () => id));
      if (!written.ok) return written;
      await view.reveal(id);
      return succeed(undefined);
    },
    'rdpDiagnostics.editServer': async (argument) => {
      const chosen = await chooseOwn(argument, message('server.pick.edit'));
      if (!chosen.ok) return chosen;
      const { server } = chosen.value;
      const fields = await askServer(message('server.form.edit', server.label), server, { groups: groups(), reach });
      if (fields === undefined) return fail(cancelled);
      return settings.changeServers((list) => changeServer(list, server.id, fields, newId));
    },
    'rdpDiagnostics.removeServer': async (argument) => {
      const chosen = await chooseOwn(argument, message('server.pick.remove'));
      if (!chosen.ok) return chosen;
      const { server } = chosen.value;
      const sure = await confirm(message('server.remove', server.label), message('server.remove.detail'), message('server.remove.button'));
      if (!sure) return fail(cancelled);
      const written = await settings.changeServers((list) => removeServer(list, server.id));
      if (written.ok) await checks.forget(server.id);
      return written;
    },
    'rdpDiagnostics.importServers': async () => {
      const present = settings.servers().entries.map(({ server }) => server);
      const chosen = await askImport(imports, present, log);
      if (!chosen.ok) return chosen;
      const added = chosen.value ?? [];
      if (added.length === 0) return fail(cancelled);
      return settings.changeServers((list) => addServers(list, added, newId));
    },
    'rdpDiagnostics.checkServer': check('server'),
    'rdpDiagnostics.checkListener': check('listener'),
    'rdpDiagnostics.checkSecurity': check('security'),
    'rdpDiagnostics.checkLicensing': check('licensing'),
    'rdpDiagnostics.checkAll': async () => {
      const servers = settings.servers().entries.map(({ server }) => server);
      return servers.length === 0 ? refuse(message('server.none'), message('server.none.remedy')) : checks.checkAll(servers);
    },
    'rdpDiagnostics.openReport': async (argument) => {
      const hasReport = ({ server }: ServerEntry): boolean => store.lastCheck(server) !== undefined;
      const chosen = await chooseServer(argument, { title: message('server.pick.report'), fits: hasReport, none: message('server.report.noneYet') });
      if (!chosen.ok) return chosen;
      return openReport(chosen.value, typeof argument === 'string' ? view.findingOf(argument) : undefined);
    },
  };
}
