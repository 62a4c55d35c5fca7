// The machine: what Windows it is, what it is for, and its clock.

export interface HostSeen {
  /** NetBIOS name. */
  readonly name: string;
  readonly dnsName: string | null;
  /** The domain's DNS name, or the workgroup's name. */
  readonly domain: string | null;
  readonly domainJoined: boolean | null;
  /** e.g. 10.0.20348.2582 */
  readonly version: string;
  readonly build: number;
  /** EditionID of the registry: ServerStandard, Professional, Core … */
  readonly edition: string | null;
  /** OperatingSystemSKU. */
  readonly sku: number | null;
  /** 1 workstation, 2 domain controller, 3 server (Win32_OperatingSystem.ProductType). */
  readonly productType: 1 | 2 | 3 | null;
  /** InstallationType of the registry: Client, Server, Server Core. */
  readonly installationType: string | null;
  /** The display language, e.g. de-DE. */
  readonly language: string | null;
  /** ISO 8601, UTC. */
  readonly bootedAt: string | null;
  /** The machine's clock when it was asked, ISO 8601, UTC; empty where it could not be told, which only the fallback cannot. */
  readonly clock: string;
  /** TerminalServerMode: true with the RD Session Host role. */
  readonly sessionHost: boolean | null;
  /** Whether Windows waits for a restart of the computer. */
  readonly restartPending: boolean | null;
}
