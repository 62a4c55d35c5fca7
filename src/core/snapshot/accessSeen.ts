// Who may log on through Remote Desktop: user rights by SID, and the members of the two groups that hold them.

/** A SID, or a bare account name where Windows could not translate it. */
export type Principal = string;

export interface RightsSeen {
  readonly SeRemoteInteractiveLogonRight: readonly Principal[];
  readonly SeDenyRemoteInteractiveLogonRight: readonly Principal[];
  readonly SeNetworkLogonRight: readonly Principal[];
  readonly SeDenyNetworkLogonRight: readonly Principal[];
}

export interface GroupMember {
  /** Null where only the name is known. */
  readonly sid: string | null;
  readonly name: string;
}

export interface GroupsSeen {
  /** S-1-5-32-555 */
  readonly remoteDesktopUsers: readonly GroupMember[] | null;
  /** S-1-5-32-544 */
  readonly administrators: readonly GroupMember[] | null;
}
