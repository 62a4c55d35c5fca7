// The effective firewall rules for the ports and the program of Remote Desktop, and the profiles in force.

/** 1 domain, 2 private, 4 public. */
export type ProfileBit = 1 | 2 | 4;

export interface FirewallProfileSeen {
  readonly profile: ProfileBit;
  readonly enabled: boolean;
  /** A network with this profile is connected. */
  readonly active: boolean;
  readonly inbound: 'block' | 'allow' | null;
}

export interface FirewallRuleSeen {
  /** The rule's name in the store, e.g. RemoteDesktop-UserMode-In-TCP; never its translated display name. */
  readonly id: string;
  /** Switched on, and in effect in one profile at least. */
  readonly enabled: boolean;
  readonly action: 'allow' | 'block';
  /** A sum of profile bits; 7 or more for all. Without those where policy takes no notice of local rules, or everything incoming is blocked. */
  readonly profiles: number;
  /** 6 TCP, 17 UDP, null any. */
  readonly protocol: number | null;
  /** `3389`, `1000-2000`; empty for any. */
  readonly ports: readonly string[];
  /** Empty for any. */
  readonly remoteAddresses: readonly string[];
  readonly program: string | null;
  readonly service: string | null;
  readonly store: 'local' | 'policy' | 'other';
}

export interface FirewallSeen {
  readonly serviceRunning: boolean | null;
  readonly profiles: readonly FirewallProfileSeen[];
  readonly rules: readonly FirewallRuleSeen[];
}
