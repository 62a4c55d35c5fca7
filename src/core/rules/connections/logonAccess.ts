// Who may log on, however it was seen: the rights and groups of a server, or those a file states. What a file does not state is taken to be
// as on a fresh Windows, so that it is only found fault with for what it says itself. Of two lines about one right the later one counts.
// Source: Microsoft, Allow log on through Remote Desktop Services; Access this computer from the network.

import type { GroupMemberEntry, Principal as Stated, UserRightEntry } from '../../formats/entry';
import { accountIdentity, EVERYONE } from '../../rdp/accountNames';
import type { Evidence } from '../../registry/observation';
import type { GroupMember, GroupsSeen, Principal, RightsSeen } from '../../snapshot/accessSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { Statements } from '../statements';
import { ADMINISTRATORS, REMOTE_DESKTOP_USERS } from './logonRights';

export type RightName = keyof RightsSeen;

export interface LogonAccess {
  readonly rights: RightsSeen;
  readonly groups: GroupsSeen | undefined;
  /** Undefined for a file. */
  readonly server: ServerSeen | undefined;
  /** What says so; undefined where a file does not state this right. */
  readonly stated: (right: RightName) => Evidence | undefined;
  /** What says who is in Remote Desktop Users, in a file. */
  readonly usersStated: Evidence | undefined;
}

const fresh: RightsSeen = {
  SeRemoteInteractiveLogonRight: [ADMINISTRATORS, REMOTE_DESKTOP_USERS],
  SeDenyRemoteInteractiveLogonRight: [],
  SeNetworkLogonRight: [EVERYONE, ADMINISTRATORS],
  SeDenyNetworkLogonRight: [],
};

/** Undefined where nothing is known: a server whose rights were not seen, a file that states none. */
export function logonAccess({ server, rights, groups }: Statements): LogonAccess | undefined {
  if (server !== undefined) return ofServer(server);
  return rights.length + groups.length === 0 ? undefined : ofFile(rights, groups);
}

function ofServer(server: ServerSeen): LogonAccess | undefined {
  const rights = dataOf(server.snapshot.sections.rights);
  if (rights === undefined) return undefined;
  return { rights, groups: dataOf(server.snapshot.sections.groups), server, stated: (right) => server.evidence(`right:${right}`), usersStated: undefined };
}

function ofFile(rights: readonly UserRightEntry[], groups: readonly GroupMemberEntry[]): LogonAccess {
  const last = (name: RightName): UserRightEntry | undefined => rights.findLast(({ right }) => right.toLowerCase() === name.toLowerCase());
  const listed = (name: RightName): readonly Principal[] => last(name)?.principals.map(accountIdentity) ?? fresh[name];
  const filled = groups.findLast(({ group, relation }) => relation === 'members' && isUsers(group));
  const into = groups.filter(({ relation, principals }) => relation === 'memberOf' && principals.some(isUsers)).map(({ group }) => group);
  const members = filled === undefined ? into : [...filled.principals, ...into];
  return {
    rights: {
      SeRemoteInteractiveLogonRight: listed('SeRemoteInteractiveLogonRight'),
      SeDenyRemoteInteractiveLogonRight: listed('SeDenyRemoteInteractiveLogonRight'),
      SeNetworkLogonRight: listed('SeNetworkLogonRight'),
      SeDenyNetworkLogonRight: listed('SeDenyNetworkLogonRight'),
    },
    // Who else is in the group is not known where a file only adds to it.
    groups: { remoteDesktopUsers: filled === undefined && into.length === 0 ? null : members.map(memberOf), administrators: null },
    server: undefined,
    stated: (right) => last(right)?.evidence,
    usersStated: filled?.evidence,
  };
}

const isUsers = (group: Omit<Stated, 'evidence'>): boolean => accountIdentity(group) === REMOTE_DESKTOP_USERS;

function memberOf(principal: Omit<Stated, 'evidence'>): GroupMember {
  return { sid: principal.sid ?? null, name: accountIdentity(principal) };
}
