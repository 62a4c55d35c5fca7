// Everything a desktop reaches machines with, put together: what ssh would do for a host, the keys that are known, shells. Loaded when
// somebody first asks for it; what speaks SSH is loaded by the first connection after that.

import * as path from 'node:path';
import { message } from '../core/messages/message';
import type { Log } from '../core/ports';
import { fail, succeed, type Result } from '../core/result';
import type { DesktopShells, ShellSettings } from '../core/shell/desktopShells';
import { greet } from '../core/shell/greeting';
import { collectSnapshot } from '../core/snapshot/collect';
import { createHostKeyJudge } from './hostKeys';
import { createKeyFile } from './rememberedKeys';
import { createShellOpener } from './shells';
import { importSshConfig } from './sshConfig';
import { resolveSshTarget, sshAliases } from './sshTarget';

export { importSshConfig };

export interface DesktopSetup extends ShellSettings {
  readonly home: string;
  readonly userName: string;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where keys are remembered that a person trusted. */
  readonly keyFile: string;
  readonly log: Log;
}

/** Relative to nothing: the current folder of an editor is nobody's choice. */
function configFile({ home, sshConfigFile }: DesktopSetup): Result<string | undefined> {
  const written = sshConfigFile();
  if (written === undefined) return succeed(undefined);
  const file = /^~[/\\]/.test(written) ? path.join(home, written.slice(2)) : written;
  if (path.isAbsolute(file)) return succeed(file);
  return fail({ code: 'invalidInput', message: message('reach.configFile', written), remedy: message('reach.configFile.remedy'), retry: true });
}

export function openDesktopShells(setup: DesktopSetup): DesktopShells {
  const { home, userName, platform, env, keyFile, log } = setup;
  const hostKeys = createKeyFile(keyFile);
  const opener = createShellOpener({
    ssh: {
      judge: createHostKeyJudge(hostKeys),
      store: hostKeys,
      agents: { platform, env },
      get idleMs() {
        return setup.idleMs();
      },
      resolve: async (target, signal) => {
        const file = configFile(setup);
        if (!file.ok) return file;
        const from = { home, userName, log, ...(file.value === undefined ? {} : { configFile: file.value }) };
        const resolved = await resolveSshTarget(target, from, signal);
        if (!resolved.ok) return resolved;
        return succeed({ ...resolved.value, connectTimeoutMs: resolved.value.connectTimeoutMs ?? setup.connectTimeoutMs() });
      },
    },
  });
  return {
    opener,
    hostKeys,
    greet,
    collect: collectSnapshot,
    aliases: async () => {
      const file = configFile(setup);
      return file.ok ? sshAliases(home, file.value) : [];
    },
  };
}
