// From what a person names to the settings ssh would use: asked of ssh itself where it is installed, else read from its configuration.
// The answer holds no secret, and nothing is connected.

import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { Log } from '../core/ports';
import { fail, succeed, type Result } from '../core/result';
import type { SshAlias } from '../core/shell/desktopShells';
import type { Directives } from '../core/ssh/directives';
import { hostSettings, type SettingsPlace } from '../core/ssh/effectiveSettings';
import type { HostSettings } from '../core/ssh/hostSettings';
import { cancelled } from '../core/ssh/sshFailures';
import { readSshTarget, type SshTarget } from '../core/ssh/target';
import { importSshConfig } from './sshConfig';
import { readConfiguration } from './sshConfigReading';
import { askSsh, findSsh } from './sshProgram';

export interface SshEnvironment {
  readonly home: string;
  /** The local user. */
  readonly userName: string;
  readonly log: Log;
  /** Tried before the configured ones; then only these and those are. */
  readonly identityFiles?: readonly string[];
  /** Instead of the configured files, the user's and the system's. */
  readonly knownHostsFiles?: readonly string[];
  /** ssh's -F: instead of the user's and the system's configuration. */
  readonly configFile?: string;
  /** Absolute path of the ssh to be asked, `none` for our own reading of its files; the installed one where it is not given. */
  readonly ssh?: string;
}

async function ask(target: SshTarget, from: SshEnvironment, signal: AbortSignal): Promise<Result<Directives | undefined>> {
  if (from.ssh === 'none') return succeed(undefined);
  const ssh = from.ssh ?? (await findSsh());
  return ssh === undefined ? succeed(undefined) : askSsh(ssh, target, from.configFile, signal);
}

function placeOf(target: SshTarget, { home, userName }: SshEnvironment, source: HostSettings['source']): SettingsPlace {
  return {
    ...{ alias: target.host, home, userName, source },
    environment: (name) => process.env[name],
    userId: String(process.getuid?.() ?? ''),
    localHost: hostname(),
    sha1: (text) => createHash('sha1').update(text).digest('hex'),
  };
}

function withOptions(settings: HostSettings, { identityFiles, knownHostsFiles }: SshEnvironment): HostSettings {
  return {
    ...settings,
    ...(identityFiles === undefined ? {} : { identityFiles: [...new Set([...identityFiles, ...settings.identityFiles])], identitiesOnly: true }),
    ...(knownHostsFiles === undefined ? {} : { userKnownHostsFiles: knownHostsFiles, globalKnownHostsFiles: [] }),
  };
}

/** Fails with `sshTargetUnusable`, `fileUnreadable`, `timedOut`, `outputTooLarge` or `cancelled`. */
export async function resolveSshTarget(text: string, from: SshEnvironment, signal: AbortSignal): Promise<Result<HostSettings>> {
  const target = readSshTarget(text);
  if (!target.ok) return target;
  const asked = await ask(target.value, from, signal);
  if (!asked.ok) return asked;
  const directives = asked.value === undefined ? await readConfiguration(target.value, from) : succeed(asked.value);
  if (!directives.ok) return directives;
  if (signal.aborted) return fail(cancelled());
  const source = asked.value === undefined ? 'configuration' : 'ssh';
  if (source === 'configuration') from.log.info(`The ssh configuration is read for ${target.value.host} without ssh.`);
  const settings = hostSettings(directives.value, placeOf(target.value, from, source));
  return settings.ok ? succeed(withOptions(settings.value, from)) : settings;
}

/** The hosts of ~/.ssh/config, or of another file, that have a name of their own; none where it cannot be read. */
export async function sshAliases(home: string, configFile?: string): Promise<readonly SshAlias[]> {
  const imported = await importSshConfig(home, configFile);
  if (!imported.ok) return [];
  return imported.value.servers.map(({ label, address }) => ({ alias: label, hostName: address }));
}
