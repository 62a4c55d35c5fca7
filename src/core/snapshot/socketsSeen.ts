// Who listens on the ports that matter: the configured one, 3389, and those of every listener.

export interface ListeningSocket {
  readonly protocol: 'tcp' | 'udp';
  /** As the system writes it: 0.0.0.0, ::, an address, with %scope. */
  readonly address: string;
  readonly port: number;
  /** Null where the owner could not be told. */
  readonly pid: number | null;
  /** The program's file name, e.g. svchost.exe. */
  readonly process: string | null;
  /** The full path where it may be seen. */
  readonly path: string | null;
  /** Names (not display names) of the services in that process. */
  readonly services: readonly string[];
}

export interface SocketsSeen {
  /** The ports that were asked about. */
  readonly ports: readonly number[];
  readonly listening: readonly ListeningSocket[];
  /** Established TCP connections to the listener's ports, counted. */
  readonly established: number | null;
}
