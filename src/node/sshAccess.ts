// SSH for the command line: the user's own configuration, the files its options name, and host keys kept for as long as it runs. A bundle
// of its own, loaded when a host is to be reached over SSH.

import { homedir, userInfo } from 'node:os';
import { resolve } from 'node:path';
import { succeed, type Result } from '../core/result';
import type { HostSettings } from '../core/ssh/hostSettings';
import type { SshAccess, SshWishes } from '../core/ssh/sshAccess';
import { systemCodeOf } from './addresses';
import { mayRead } from './files';
import { createHostKeyJudge } from './hostKeys';
import { createKeyMemory } from './rememberedKeys';
import { createShellOpener } from './shells';
import { resolveSshTarget, type SshEnvironment } from './sshTarget';

/** A user of the system without an entry in its list is the one the environment names. */
function localUser(): string {
  try {
    return userInfo().username;
  } catch (error) {
    if (systemCodeOf(error) === 'UNKNOWN') throw error;
    return process.env['USER'] ?? '';
  }
}

/** Fails with `fileUnreadable` where a file was named that cannot be read: ssh would go on without it. */
export async function openSshAccess({ identityFiles, knownHostsFile, connectTimeoutMs, log }: SshWishes): Promise<Result<SshAccess>> {
  for (const file of [...identityFiles, ...(knownHostsFile === undefined ? [] : [knownHostsFile])]) {
    const readable = await mayRead(file);
    if (!readable.ok) return readable;
  }
  const from: SshEnvironment = {
    home: homedir(),
    userName: localUser(),
    log,
    ...(identityFiles.length === 0 ? {} : { identityFiles: identityFiles.map((file) => resolve(file)) }),
    ...(knownHostsFile === undefined ? {} : { knownHostsFiles: [resolve(knownHostsFile)] }),
  };
  // ssh is asked once for each host: it may run programs of the user's own to find its answer.
  const resolved = new Map<string, Promise<Result<HostSettings>>>();
  const ask = async (target: string, signal: AbortSignal): Promise<Result<HostSettings>> => {
    const settings = await resolveSshTarget(target, from, signal);
    return settings.ok && connectTimeoutMs !== undefined ? succeed({ ...settings.value, connectTimeoutMs }) : settings;
  };
  const settingsOf = (target: string, signal: AbortSignal): Promise<Result<HostSettings>> => {
    const asked = resolved.get(target) ?? ask(target, signal);
    resolved.set(target, asked);
    return asked;
  };
  const store = createKeyMemory();
  return succeed({
    hostName: async (target, signal) => {
      const settings = await settingsOf(target, signal);
      return settings.ok ? succeed(settings.value.hostName) : settings;
    },
    shells: createShellOpener({
      ssh: { resolve: settingsOf, judge: createHostKeyJudge(store), store, agents: { platform: process.platform, env: process.env } },
    }),
  });
}
