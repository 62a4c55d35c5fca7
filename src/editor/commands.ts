// The table of commands and the one door through which they run: a failure is shown with what to do about it, a bug goes to the log.

import * as vscode from 'vscode';
import type { Result } from '../core/result';
import type { LogChannel } from './log';
import { showBug, showFailure } from './prompts';

export const commandIds = [
  'rdpDiagnostics.addServer',
  'rdpDiagnostics.editServer',
  'rdpDiagnostics.removeServer',
  'rdpDiagnostics.importServers',
  'rdpDiagnostics.checkServer',
  'rdpDiagnostics.checkListener',
  'rdpDiagnostics.checkSecurity',
  'rdpDiagnostics.checkLicensing',
  'rdpDiagnostics.checkAll',
  'rdpDiagnostics.openReport',
  'rdpDiagnostics.exportReport',
  'rdpDiagnostics.compare',
  'rdpDiagnostics.explain',
  'rdpDiagnostics.saveSnapshot',
  'rdpDiagnostics.openSnapshot',
  'rdpDiagnostics.testConnection',
  'rdpDiagnostics.copySshTarget',
  'rdpDiagnostics.forgetSecrets',
  'rdpDiagnostics.forgetHostKey',
  'rdpDiagnostics.manageTrust',
  'rdpDiagnostics.fixAll',
  'rdpDiagnostics.changeEncoding',
  'rdpDiagnostics.convert',
  'rdpDiagnostics.writeUndoFile',
  'rdpDiagnostics.openAsText',
  'rdpDiagnostics.saveFixedCopy',
  'rdpDiagnostics.effectiveResult',
  'rdpDiagnostics.showLog',
] as const;

export type CommandId = (typeof commandIds)[number];

/**
 * Arguments come from menus, links and keybindings of anyone: a handler reads them as unknown and asks where one is missing. Where several
 * rows of a list were selected, it is all of them.
 */
export type CommandHandler = (argument: unknown) => Promise<Result<void>>;

export type CommandTable = { readonly [Id in CommandId]: CommandHandler };

/** What works even where nothing else can be loaded. */
export type StartCommands = Pick<CommandTable, 'rdpDiagnostics.manageTrust' | 'rdpDiagnostics.showLog'>;

/** All others come with a part that is loaded when the first of them is run. */
export type LaterCommands = Omit<CommandTable, keyof StartCommands>;

export function registerCommands(start: StartCommands, load: () => Promise<LaterCommands>, log: LogChannel): vscode.Disposable {
  const isOfStart = (id: CommandId): id is keyof StartCommands => Object.hasOwn(start, id);
  const run = async (id: CommandId, argument: unknown): Promise<void> => {
    try {
      const outcome = await (isOfStart(id) ? start[id] : (await load())[id])(argument);
      if (!outcome.ok) await showFailure(outcome.failure, argument);
    } catch (error) {
      log.bug(id, error);
      await showBug(log);
    }
  };
  return vscode.Disposable.from(
    ...commandIds.map((id) =>
      vscode.commands.registerCommand(id, (argument: unknown, selected: unknown) => run(id, Array.isArray(selected) && selected.length > 1 ? selected : argument)),
    ),
  );
}
