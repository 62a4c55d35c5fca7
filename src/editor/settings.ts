// The settings of this extension: the only reader and writer of the editor's configuration.

import * as vscode from 'vscode';
import { pauseOf, probeModes, usualManner, type ProbeManner, type ProbeMode } from '../core/listener/probeManner';
import { message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';
import type { RuleCode, Severity } from '../core/rules/rule';
import { rawList } from '../core/servers/entries';
import { joinServers, type ServerList } from '../core/servers/serverList';
import type { ShellSettings } from '../core/shell/desktopShells';
import { isRuleCode } from './ruleUri';

const SECTION = 'rdpDiagnostics';

export interface Settings extends ShellSettings, vscode.Disposable {
  /** Severities a person has set, for a document. */
  severities(scope: vscode.Uri): ReadonlyMap<RuleCode, Severity | 'off'>;
  readonly onDidChangeRules: vscode.Event<void>;
  /** The user's servers, and the workspace's while it is trusted. */
  servers(): ServerList;
  /** Also when trust lets the workspace's servers in. */
  readonly onDidChangeServers: vscode.Event<void>;
  /** Changes the user's list as it is at this moment; `change` answers undefined where there is nothing left to change. */
  changeServers(change: (list: readonly unknown[]) => readonly unknown[] | undefined): Promise<Result<void>>;
  /** For a whole check of one listener. */
  listenerTimeoutMs(): number;
  /** How a listener is asked, where the command does not say more. */
  listenerManner(): ProbeManner;
  /** How many servers are checked at a time. */
  checksAtOnce(): number;
  showsInlayHints(scope: vscode.Uri): boolean;
  showsCodeLens(scope: vscode.Uri): boolean;
  readonly onDidChangeHints: vscode.Event<void>;
}

const weights: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'];
const SHORTEST_SECONDS = 1;
const LONGEST_SECONDS = 120;
const USUAL_SECONDS = 10;
const USUAL_CONNECT_SECONDS = 20;
const USUAL_IDLE_SECONDS = 60;
const LONGEST_IDLE_SECONDS = 3600;
const LONGEST_PAUSE_SECONDS = 60;
const USUAL_AT_ONCE = 32;
const MOST_AT_ONCE = 128;

const isWeight = (value: unknown): value is Severity | 'off' => weights.includes(value);
const isMode = (value: unknown): value is ProbeMode => probeModes.some((mode) => mode === value);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** As milliseconds; `usual` for what is no number. */
function milliseconds(seconds: unknown, usual: number, longest: number, shortest = SHORTEST_SECONDS): number {
  return 1000 * Math.min(longest, Math.max(shortest, isNumber(seconds) ? seconds : usual));
}

function section(scope?: vscode.Uri): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration(SECTION, scope);
}

/** The editor takes the workspace's array instead of the user's: both are read and joined. */
function readServers(): ServerList {
  const found = section().inspect<unknown>('servers');
  return joinServers({ user: found?.globalValue, workspace: vscode.workspace.isTrusted ? found?.workspaceValue : undefined });
}

function notWritten(why: string): Result<void> {
  return fail({
    code: 'settingsNotWritten',
    message: message('server.settings.notWritten', why),
    remedy: message('server.settings.notWritten.remedy'),
    retry: true,
  });
}

async function writeServers(change: (list: readonly unknown[]) => readonly unknown[] | undefined): Promise<Result<void>> {
  const list = rawList(section().inspect<unknown>('servers')?.globalValue);
  if (list === undefined) return notWritten('rdpDiagnostics.servers: []');
  const changed = change(list);
  if (changed === undefined) {
    return fail({ code: 'invalidInput', message: message('server.gone'), remedy: message('server.runAgain'), retry: true });
  }
  try {
    await section().update('servers', changed, vscode.ConfigurationTarget.Global);
    return succeed(undefined);
  } catch (error) {
    // The editor refuses while the settings file has unsaved changes or is no JSON, and says which.
    if (error instanceof Error) return notWritten(error.message);
    throw error;
  }
}

export function watchSettings(): Settings {
  const rulesChanged = new vscode.EventEmitter<void>();
  const serversChanged = new vscode.EventEmitter<void>();
  const hintsChanged = new vscode.EventEmitter<void>();
  const subscriptions = vscode.Disposable.from(
    rulesChanged,
    serversChanged,
    hintsChanged,
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${SECTION}.rules`)) rulesChanged.fire();
      if (change.affectsConfiguration(`${SECTION}.servers`)) serversChanged.fire();
      if (change.affectsConfiguration(`${SECTION}.inlayHints`) || change.affectsConfiguration(`${SECTION}.codeLens`)) hintsChanged.fire();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      serversChanged.fire();
    }),
  );
  return {
    severities(scope) {
      const rules = section(scope).get<unknown>('rules');
      const found = new Map<RuleCode, Severity | 'off'>();
      if (typeof rules !== 'object' || rules === null) return found;
      for (const [code, weight] of Object.entries(rules)) if (isRuleCode(code) && isWeight(weight)) found.set(code, weight);
      return found;
    },
    onDidChangeRules: rulesChanged.event,
    servers: readServers,
    onDidChangeServers: serversChanged.event,
    changeServers: writeServers,
    listenerTimeoutMs: () => milliseconds(section().get<unknown>('listener.timeoutSeconds'), USUAL_SECONDS, LONGEST_SECONDS),
    listenerManner() {
      const [mode, step] = [section().get<unknown>('listener.mode'), section().get<unknown>('listener.stepTimeoutSeconds')];
      const chosen = isMode(mode) ? mode : usualManner.mode;
      return {
        mode: chosen,
        stepTimeoutMs: isNumber(step) ? milliseconds(step, USUAL_SECONDS, LONGEST_SECONDS) : undefined,
        pauseMs: pauseOf(chosen, milliseconds(section().get<unknown>('listener.pauseSeconds'), 0, LONGEST_PAUSE_SECONDS, 0)),
        askHost: section().get<unknown>('listener.askName') === true,
        routingToken: null,
      };
    },
    checksAtOnce() {
      const chosen = section().get<unknown>('listener.atOnce');
      return Math.min(MOST_AT_ONCE, Math.max(1, Math.floor(isNumber(chosen) ? chosen : USUAL_AT_ONCE)));
    },
    connectTimeoutMs: () => milliseconds(section().get<unknown>('ssh.connectTimeoutSeconds'), USUAL_CONNECT_SECONDS, LONGEST_SECONDS),
    idleMs: () => milliseconds(section().get<unknown>('ssh.idleSeconds'), USUAL_IDLE_SECONDS, LONGEST_IDLE_SECONDS, 0),
    sshConfigFile() {
      const written = section().get<unknown>('ssh.configFile');
      return typeof written === 'string' && written.trim() !== '' ? written.trim() : undefined;
    },
    showsInlayHints: (scope) => section(scope).get<unknown>('inlayHints.enabled') === true,
    showsCodeLens: (scope) => section(scope).get<unknown>('codeLens.enabled') === true,
    onDidChangeHints: hintsChanged.event,
    dispose: () => {
      subscriptions.dispose();
    },
  };
}
