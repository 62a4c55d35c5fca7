// Which GPO wins for each policy value of Remote Desktop: RSoP (root\RSOP\Computer, RSOP_RegistryPolicySetting), where Windows can tell.

export interface PolicySource {
  /** Full key name. */
  readonly key: string;
  readonly name: string;
  readonly gpoId: string;
  readonly gpoName: string | null;
  /** 1 wins. */
  readonly precedence: number;
  readonly deleted: boolean;
}

export interface PolicySourcesSeen {
  readonly sources: readonly PolicySource[];
}
