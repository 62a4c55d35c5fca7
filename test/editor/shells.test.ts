// The commands about a server's host, with shells that a test opens.

import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { message } from '../../src/core/messages/message';
import { texts } from '../../src/core/messages/table';
import type { HostKeyStore, Shell, ShellTarget } from '../../src/core/ports';
import { fail, succeed, type Failure, type Result } from '../../src/core/result';
import type { Server } from '../../src/core/servers/server';
import type { DesktopShells } from '../../src/core/shell/desktopShells';
import type { ScriptHost } from '../../src/core/shell/script';
import type { LogChannel } from '../../src/editor/log';
import type { SavedSecrets } from '../../src/editor/secrets';
import { shellCommands } from '../../src/editor/shellCommands';
import { createShells, type Shells } from '../../src/editor/shells';
import type { ShellPeople } from '../../src/editor/shellPerson';
import { learnTexts } from '../../src/editor/texts';

learnTexts(texts);

const server = (more: Partial<Server> = {}): Server => ({
  ...{ id: 'a', label: 'rds-07', address: '10.0.0.7', port: 3389, via: 'ssh', ssh: 'admin@rds-07', group: undefined, tags: [] },
  ...more,
});

const host: ScriptHost = { shell: 'cmd', powershell: '5.1.20348.2760', edition: 'Desktop', languageMode: 'FullLanguage', os: 'Microsoft Windows NT 10.0', windows: true };
const lost: Failure = { code: 'connectionLost', message: message('failure.cancelled'), remedy: message('failure.cancelled.remedy'), retry: true };

interface Stage {
  readonly commands: ReturnType<typeof shellCommands>;
  readonly shells: Shells;
  readonly opened: ShellTarget[];
  readonly log: string[];
  readonly state: { closed: number; loaded: number; disposed: number; forgotten: string[] };
}

interface Play {
  readonly server?: Server;
  readonly opens?: Result<undefined>;
  readonly greets?: (signal: AbortSignal) => Promise<Result<ScriptHost>>;
  readonly hasShells?: boolean;
  readonly turnedAway?: boolean;
  readonly keys?: Awaited<ReturnType<HostKeyStore['list']>>;
}

function stage({ server: about = server(), opens = succeed(undefined), greets = () => Promise.resolve(succeed(host)), hasShells = true, turnedAway = false, keys = [] }: Play = {}): Stage {
  const opened: ShellTarget[] = [];
  const lines: string[] = [];
  const state = { closed: 0, loaded: 0, disposed: 0, forgotten: [] as string[] };
  const say = (text: string): void => void lines.push(text);
  const log = { info: say, warn: say, error: say } as unknown as LogChannel;
  const shell = { machine: 'admin@rds-07', close: () => (state.closed += 1) } as unknown as Shell;
  const loaded = {
    opener: {
      open: async (target: ShellTarget) => {
        opened.push(target);
        return opens.ok ? succeed(shell) : opens;
      },
      dispose: () => (state.disposed += 1),
    },
    hostKeys: { list: async () => keys, forget: async (name: string) => state.forgotten.push(name) },
    greet: async (_shell: Shell, signal: AbortSignal) => greets(signal),
    aliases: async () => [],
  } as unknown as DesktopShells;
  const load = async (): Promise<DesktopShells> => {
    state.loaded++;
    return loaded;
  };
  const people = { forConnection: () => ({ turnedAway: () => turnedAway }) } as unknown as ShellPeople;
  const settings = { connectTimeoutMs: () => 1, idleMs: () => 1, sshConfigFile: () => undefined };
  const shells = createShells(hasShells ? { load, machineName: 'ADMINPC' } : undefined, people, settings, log);
  const saved = { forgetAll: async () => 3 } as unknown as SavedSecrets;
  const chooseServer = async () => succeed({ server: about, origin: 'user' as const, index: 0 });
  return { commands: shellCommands({ chooseServer, shells, saved, log }), shells, opened, log: lines, state };
}

const code = (result: Result<void>): string => (result.ok ? 'ok' : result.failure.code);

describe('testing a connection', () => {
  it('opens a shell where the setting says, greets it, closes it and writes down what it found', async () => {
    const { commands, opened, log, state } = stage();
    equal(code(await commands['rdpDiagnostics.testConnection']('a')), 'ok');
    deepEqual([opened, state.closed, state.loaded], [[{ kind: 'ssh', target: 'admin@rds-07' }], 1, 1]);
    equal(log.at(-1), 'rds-07: admin@rds-07 · cmd · PowerShell 5.1.20348.2760 (FullLanguage) · Microsoft Windows NT 10.0');
  });

  it('opens one on this computer where the host is this computer', async () => {
    const { commands, opened } = stage({ server: server({ via: 'local', ssh: undefined }) });
    equal(code(await commands['rdpDiagnostics.testConnection']('a')), 'ok');
    deepEqual(opened, [{ kind: 'local' }]);
  });

  it('opens none for a server that is only looked at from outside, and says what to change', async () => {
    const { commands, opened } = stage({ server: server({ via: 'none' }) });
    equal(code(await commands['rdpDiagnostics.testConnection']('a')), 'sshTargetUnusable');
    deepEqual(opened, []);
  });

  it('hands on why no shell was opened', async () => {
    const { commands, state, log } = stage({ opens: fail(lost) });
    equal(code(await commands['rdpDiagnostics.testConnection']('a')), 'connectionLost');
    equal(state.closed, 0);
    ok(log.at(-1)?.includes('Cancelled.'), log.join('\n'));
  });

  it('does not tell people that they did not trust a host key, and tells them where nobody asked them', async () => {
    const unknown = fail({ ...lost, code: 'hostKeyUnknown' });
    equal(code(await stage({ opens: unknown, turnedAway: true }).commands['rdpDiagnostics.testConnection']('a')), 'cancelled');
    equal(code(await stage({ opens: unknown }).commands['rdpDiagnostics.testConnection']('a')), 'hostKeyUnknown');
    equal(code(await stage({ opens: fail(lost), turnedAway: true }).commands['rdpDiagnostics.testConnection']('a')), 'connectionLost');
  });

  it('closes the shell also where the greeting fails', async () => {
    const { commands, state } = stage({ greets: () => Promise.resolve(fail(lost)) });
    equal(code(await commands['rdpDiagnostics.testConnection']('a')), 'connectionLost');
    equal(state.closed, 1);
  });

  it('closes the shell also where the greeting breaks', async () => {
    const { commands, state } = stage({ greets: () => Promise.reject(new Error('a bug')) });
    let error: unknown;
    try {
      await commands['rdpDiagnostics.testConnection']('a');
    } catch (thrown) {
      error = thrown;
    }
    deepEqual([error instanceof Error, state.closed], [true, 1]);
  });

  it('says in a browser that connections need the desktop', async () => {
    const { commands, opened } = stage({ hasShells: false });
    equal(code(await commands['rdpDiagnostics.testConnection']('a')), 'unsupportedHere');
    equal(code(await commands['rdpDiagnostics.forgetHostKey'](undefined)), 'unsupportedHere');
    deepEqual(opened, []);
  });
});

describe('the other commands about a host', () => {
  it('copy what ssh takes for it', async () => {
    await vscode.env.clipboard.writeText('before');
    equal(code(await stage().commands['rdpDiagnostics.copySshTarget']('a')), 'ok');
    equal(await vscode.env.clipboard.readText(), 'admin@rds-07');
  });

  it('copy nothing where there is nothing', async () => {
    await vscode.env.clipboard.writeText('before');
    equal(code(await stage({ server: server({ via: 'local' }) }).commands['rdpDiagnostics.copySshTarget']('a')), 'sshTargetUnusable');
    equal(await vscode.env.clipboard.readText(), 'before');
  });

  it('forget saved secrets without loading anything of ssh', async () => {
    const { commands, state, log } = stage();
    equal(code(await commands['rdpDiagnostics.forgetSecrets'](undefined)), 'ok');
    deepEqual([state.loaded, log], [0, ['Saved secrets forgotten: 3']]);
  });

  it('say that no host key is remembered', async () => {
    const { commands, state } = stage();
    equal(code(await commands['rdpDiagnostics.forgetHostKey'](undefined)), 'invalidInput');
    deepEqual(state.forgotten, []);
  });
});

describe('shells', () => {
  it('are closed with the editor, and nothing is loaded for that', async () => {
    const unused = stage();
    unused.shells.dispose();
    const used = stage();
    await used.commands['rdpDiagnostics.testConnection']('a');
    used.shells.dispose();
    await new Promise((resolve) => setImmediate(resolve));
    deepEqual([unused.state.loaded, unused.state.disposed, used.state.disposed], [0, 0, 1]);
  });
});
