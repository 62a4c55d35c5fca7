// One statement of a GPO export, in the words of its format and before any meaning: a registry value, a user right, a service, the members
// of a group, a rule of the firewall, or a policy that a report names without saying where it is kept. `show` prints these, rules read
// what follows from them (entryObservations.ts).

import type { Evidence } from '../registry/observation';

/** `Machine` and `User` of a GPO, and the roots a preference can name beside them. */
export type EntryHive = 'machine' | 'user' | 'classes' | 'users' | 'config';

/** `soft`: set only where there is no such value yet. */
export type RegistryAction = 'set' | 'deleteValue' | 'deleteValues' | 'deleteAllValues' | 'deleteKeys' | 'secureKey' | 'soft' | 'createKey' | 'deleteKey';

interface Told {
  /** Offsets in the text of the document; for a binary document, bytes from its start. */
  readonly evidence: Evidence;
  /** Switched off: a preference by itself or by the folder it is in, anything by the half of the GPO it is in. It does nothing. */
  readonly disabled?: boolean;
  /** Display name of the GPO that says so, where the document names it: a report may hold several. */
  readonly gpo?: string;
  /** Which part of group policy carries it out, where neither its kind nor the format of the document tells: reports hold all of them. */
  readonly carriedOutBy?: 'template' | 'preference';
}

export interface RegistryEntry extends Told {
  readonly kind: 'registry';
  readonly hive: EntryHive;
  /** Without the root, as spelled. */
  readonly key: string;
  /** Empty for the default value and for actions on a key; without the prefix that says the action. */
  readonly name: string;
  /** REG_ type number; undefined where the action has no data. */
  readonly type: number | undefined;
  /** As the registry would store it. */
  readonly data: Uint8Array;
  readonly action: RegistryAction;
  /** For `deleteValues` and `deleteKeys`. */
  readonly names?: readonly string[];
  /** The local account a policy is for, where it is for one only. */
  readonly account?: string;
  /** The GPO it comes from and its rank, in a resultant set of policy. */
  readonly winner?: Winner;
}

export interface Winner {
  readonly gpo: string;
  /** 1 wins; what comes after it is overridden by that one, and is not what the computer has. */
  readonly precedence: number | undefined;
}

/** An account or a group: a SID, a name, or both. */
export interface Principal {
  readonly sid: string | undefined;
  readonly name: string | undefined;
  readonly evidence: Evidence;
}

export interface UserRightEntry extends Told {
  readonly kind: 'userRight';
  /** SeRemoteInteractiveLogonRight and its like. */
  readonly right: string;
  /** Empty: nobody. */
  readonly principals: readonly Principal[];
  readonly winner?: Winner;
}

export interface ServiceEntry extends Told {
  readonly kind: 'service';
  readonly name: string;
  /** 2 automatic, 3 manual, 4 disabled; undefined where only its permissions are set. */
  readonly startMode: 2 | 3 | 4 | undefined;
  readonly winner?: Winner;
}

export interface GroupMemberEntry extends Told {
  readonly kind: 'groupMember';
  readonly group: Omit<Principal, 'evidence'>;
  /** `members`: these and no others are in the group. `memberOf`: the group is in these. */
  readonly relation: 'members' | 'memberOf';
  readonly principals: readonly Principal[];
  readonly winner?: Winner;
}

export interface FirewallRuleEntry extends Told {
  readonly kind: 'firewallRule';
  /** The fields of the rule under the names of its stored text: Action, Active, Dir, Protocol, LPort, Profile, App, Svc, Name … */
  readonly fields: Readonly<Record<string, string>>;
  readonly winner?: Winner;
}

/** A policy of a report that maps to no registry value known here, or whose choice is told in words nobody here knows. */
export interface PolicyEntry extends Told {
  readonly kind: 'policy';
  readonly name: string;
  readonly category: string;
  readonly state: 'enabled' | 'disabled' | 'notConfigured';
  readonly winner?: Winner;
}

export type Entry = RegistryEntry | UserRightEntry | ServiceEntry | GroupMemberEntry | FirewallRuleEntry | PolicyEntry;
