// What an editor on a desktop sets for shells, and what it gets: the shapes between the node room, which opens them, and the editor, which
// never imports it. A browser has none of it.

import type { HostKeyStore, ShellOpener } from '../ports';
import type { collectSnapshot } from '../snapshot/collect';
import type { greet } from './greeting';

/** A host that the ssh configuration has a name for. */
export interface SshAlias {
  readonly alias: string;
  readonly hostName: string;
}

/** What a person set; asked anew for each connection. */
export interface ShellSettings {
  /** For one step of connecting, where the ssh configuration says nothing. */
  readonly connectTimeoutMs: () => number;
  readonly idleMs: () => number;
  /** Instead of the user's ssh configuration; as it was written: an absolute path, or one that begins with `~/`. */
  readonly sshConfigFile: () => string | undefined;
}

export interface DesktopShells {
  readonly opener: ShellOpener;
  readonly hostKeys: HostKeyStore;
  readonly greet: typeof greet;
  readonly collect: typeof collectSnapshot;
  readonly aliases: () => Promise<readonly SshAlias[]>;
}
