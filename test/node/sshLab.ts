// What the tests of SSH share: settings of a host by hand, a judge over lines by hand, and commands of their own.

import { equal, fail as failTest, ok } from 'node:assert/strict';
import type { Executed, Execution, Executor, HostKeyStore, RememberedKey, ShellPerson } from '../../src/core/ports';
import type { FailureCode, Result } from '../../src/core/result';
import { english } from '../../src/core/messages/english';
import { fail, succeed } from '../../src/core/result';
import { knownName } from '../../src/core/ssh/hostName';
import type { HostSettings } from '../../src/core/ssh/hostSettings';
import type { HostKeyJudge } from '../../src/node/sshHostKeys';
import { patientMs } from './sshSettings';
import { createSshExecutors, type SshExecutors } from '../../src/node/sshShell';

export { settingsOf } from './sshSettings';

export function memoryStore(keys: RememberedKey[] = []): HostKeyStore & { readonly keys: RememberedKey[] } {
  return {
    keys,
    list: async () => keys,
    add: async (key) => void keys.push(key),
    forget: async () => 0,
  };
}

/** Knows the hosts of `keys`: by their public lines, `ssh-ed25519 AAAA…`. Everything else is unknown. */
export function judgeOf(...keys: readonly { readonly at: { readonly host: string; readonly port: number }; readonly line: string }[]): HostKeyJudge {
  const known = (settings: HostSettings): readonly (readonly [string, string])[] =>
    keys
      .filter(({ at }) => knownName(settings) === `[${at.host}]:${at.port}`)
      .map(({ line }) => {
        const [type = '', key = ''] = line.split(' ');
        return [type, key] as const;
      });
  return {
    knownTypes: async (settings) => known(settings).map(([type]) => type),
    judge: async (settings, { keyType, blob }) => {
      const lines = known(settings);
      const shown = Buffer.from(blob).toString('base64');
      const by = { file: 'memory', line: 1, keyType, fingerprint: 'SHA256:old' };
      if (lines.length === 0) return succeed({ kind: 'unknown', certificateAuthority: undefined });
      const isKnown = lines.some(([type, key]) => type === keyType && key === shown);
      return succeed(isKnown ? { kind: 'trusted', by } : { kind: 'changed', known: [by] });
    },
  };
}

export interface Lab {
  readonly ssh: SshExecutors;
  readonly store: ReturnType<typeof memoryStore>;
}

/** `hosts` by what they are asked for as. */
export function labOf(
  hosts: Readonly<Record<string, HostSettings>>,
  judge: HostKeyJudge,
  more: { readonly idleMs?: number; readonly agentSocket?: string; readonly store?: ReturnType<typeof memoryStore> } = {},
): Lab {
  const store = more.store ?? memoryStore();
  const ssh = createSshExecutors({
    resolve: async (target) => {
      const settings = hosts[target];
      if (settings !== undefined) return succeed(settings);
      return fail({ code: 'sshTargetUnusable', message: { key: 'ssh.cancelled', args: [] }, remedy: { key: 'ssh.cancelled.remedy', args: [] }, retry: false });
    },
    judge,
    store,
    agents: { platform: process.platform, env: more.agentSocket === undefined ? {} : { SSH_AUTH_SOCK: more.agentSocket } },
    ...(more.idleMs === undefined ? {} : { idleMs: more.idleMs }),
  });
  return { ssh, store };
}

/** A command line of a test; the product has constants only. */
export function run(line: string, more: Partial<Omit<Execution, 'command'>> = {}): Execution {
  return { command: { name: 'whichShell', line, words: [] }, input: new Uint8Array(), timeoutMs: patientMs, mostBytes: 1_000_000, ...more };
}

export const never = (): AbortSignal => new AbortController().signal;

export async function opened(lab: Lab, target: string, person: ShellPerson): Promise<Executor> {
  return value(await lab.ssh.open(target, person, never()));
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) failTest(`${result.failure.code}: ${english(result.failure.message)}`);
  return result.value;
}

/** The text of a failure, whose code is asserted. */
export function failed(result: Result<unknown>, code: FailureCode): string {
  if (result.ok) failTest(`succeeded, expected ${code}`);
  const text = english(result.failure.message);
  equal(result.failure.code, code, text);
  ok(english(result.failure.remedy).length > 10);
  return text;
}

export const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

export async function output(executor: Executor, line: string): Promise<string> {
  const executed: Executed = value(await executor.execute(run(line), never()));
  return text(executed.stdout);
}
