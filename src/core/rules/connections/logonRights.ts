// Who may log on through Remote Desktop, as far as rights and the members of two groups tell: a group that is given the right and has no
// member lets nobody in, and whom a denial names, or a group everybody is in, stays out. Groups of a domain are not looked into.
// Source: Microsoft, Allow log on through Remote Desktop Services; Deny log on through Remote Desktop Services.

import type { GroupsSeen, Principal, RightsSeen } from '../../snapshot/accessSeen';

export const ADMINISTRATORS = 'S-1-5-32-544';
export const REMOTE_DESKTOP_USERS = 'S-1-5-32-555';
/** Every account of the computer itself. */
export const LOCAL_ACCOUNTS = 'S-1-5-113';
/** The same, as a member of the administrators. */
export const LOCAL_ADMINISTRATORS = 'S-1-5-114';
/** Everyone, Authenticated Users, Users: whoever logs on is in them. */
const everybody: ReadonlySet<Principal> = new Set(['S-1-1-0', 'S-1-5-11', 'S-1-5-32-545']);

export function namesEverybody(principals: readonly Principal[]): boolean {
  return everybodyIn(principals).length > 0;
}

export function everybodyIn(principals: readonly Principal[]): readonly Principal[] {
  return principals.filter((sid) => everybody.has(sid));
}

/** Of those who are given the right, the ones that are not denied it by name and have a member as far as was seen. */
export function whoMayLogOn({ SeRemoteInteractiveLogonRight: allowed, SeDenyRemoteInteractiveLogonRight: denied }: RightsSeen, groups: GroupsSeen | undefined): readonly Principal[] {
  if (namesEverybody(denied)) return [];
  return allowed.filter((sid) => !denied.includes(sid) && !isEmptyGroup(sid, groups));
}

export function isEmptyGroup(sid: Principal, groups: GroupsSeen | undefined): boolean {
  return sid === REMOTE_DESKTOP_USERS && groups?.remoteDesktopUsers?.length === 0;
}

/** Remote Desktop Users has members who are given the right in no other way that was seen. */
export function usersWithoutRight({ SeRemoteInteractiveLogonRight: allowed }: RightsSeen, groups: GroupsSeen | undefined): boolean {
  if (allowed.includes(REMOTE_DESKTOP_USERS) || namesEverybody(allowed)) return false;
  const administrators = new Set((groups?.administrators ?? []).map(({ sid }) => sid));
  return (groups?.remoteDesktopUsers ?? []).some(({ sid, name }) => !allowed.includes(sid ?? name) && !(sid !== null && administrators.has(sid)));
}
