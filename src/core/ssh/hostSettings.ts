// What ssh would do for one host: the settings of ssh_config(5) that count here, after everything that decides about them has been
// evaluated. Durations in milliseconds, paths absolute.

export interface HostSettings {
  /** What was asked for: an alias or a host name. Names the host in messages. */
  readonly alias: string;
  readonly hostName: string;
  readonly port: number;
  readonly user: string;
  /** In the order to be tried. Files that do not exist are among them: ssh's defaults are. */
  readonly identityFiles: readonly string[];
  /** Only these files, and of an agent only the keys that belong to them. */
  readonly identitiesOnly: boolean;
  /** The agent's socket or pipe; `none` for no agent; undefined where the usual one is meant. */
  readonly identityAgent: string | undefined;
  /** Hosts to go through, the first one first: each an alias or user@host:port of its own. */
  readonly proxyJump: readonly string[];
  /** Refused: it runs a program. Kept so that the refusal can say why. */
  readonly proxyCommand: string | undefined;
  readonly connectTimeoutMs: number | undefined;
  /** 0: none. */
  readonly serverAliveIntervalMs: number;
  readonly serverAliveCountMax: number;
  /** Looked up in known_hosts in place of the host name, without a port. */
  readonly hostKeyAlias: string | undefined;
  /** `no`, `off` and `accept-new` behave like `ask` here; `yes` refuses unknown keys. */
  readonly strictHostKeyChecking: 'ask' | 'yes' | 'no' | 'off' | 'accept-new';
  readonly userKnownHostsFiles: readonly string[];
  readonly globalKnownHostsFiles: readonly string[];
  /** Who said so. */
  readonly source: 'ssh' | 'configuration';
}
