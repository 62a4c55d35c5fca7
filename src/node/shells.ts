// Shells for whoever asks: on this computer or over SSH. What speaks SSH is a bundle of its own and loaded for the first connection.

import { randomBytes } from 'node:crypto';
import type { ShellOpener } from '../core/ports';
import { succeed } from '../core/result';
import { shellOver } from '../core/shell/shell';
import { openLocal, type LocalSetup } from './localShell';
import type { SshExecutors, SshParts } from './sshShell';

export interface ShellParts {
  readonly ssh: SshParts;
  /** What "this computer" is; the one we run on where it is not said. */
  readonly local?: LocalSetup;
}

const newNonce = (): string => randomBytes(16).toString('hex');

export function createShellOpener({ ssh, local }: ShellParts): ShellOpener {
  const state = { executors: undefined as Promise<SshExecutors> | undefined };

  const load = async (): Promise<SshExecutors> => {
    const { createSshExecutors } = await import('./sshShell');
    return createSshExecutors(ssh);
  };

  return {
    open: async (target, person, signal) => {
      const opened =
        target.kind === 'local' ? openLocal(local) : await (await (state.executors ??= load())).open(target.target, person, signal);
      return opened.ok ? succeed(shellOver(opened.value, newNonce)) : opened;
    },
    dispose: () => {
      void state.executors?.then((executors) => executors.dispose());
    },
  };
}
