// What a person who types a command asks of SSH, and what such a command gets: the shapes between the node room, which reaches hosts,
// and the terminal, which never imports it.

import type { Log, ShellOpener } from '../ports';
import type { Result } from '../result';

export interface SshWishes {
  /** Tried first, and no key of an agent that is not one of them; none: those of the configuration. */
  readonly identityFiles: readonly string[];
  /** Instead of the configured files. */
  readonly knownHostsFile: string | undefined;
  /** For each step of connecting, instead of the configured time. */
  readonly connectTimeoutMs: number | undefined;
  readonly log: Log;
}

export interface SshAccess {
  /** The name or address that the configuration gives a target. */
  hostName(target: string, signal: AbortSignal): Promise<Result<string>>;
  readonly shells: ShellOpener;
}
