// The right to log on through Remote Desktop is nobody's: not given, given to a group without a member, or denied again, which a denial to
// local accounts is in a workgroup. Denied to only one of those who have it, or not given to a group that has members, it is a warning.
// Sections that were not seen give no finding: unknown rights are neither fine nor wrong.
// Source: Microsoft, Allow log on through Remote Desktop Services.

import { message } from '../../messages/message';
import type { Principal } from '../../snapshot/accessSeen';
import type { Evidence } from '../../registry/observation';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { Found, Rule } from '../rule';
import { dataOf, unseenOf } from '../snapshotFacts';
import { ADMINISTRATORS, isEmptyGroup, LOCAL_ACCOUNTS, namesEverybody, REMOTE_DESKTOP_USERS, usersWithoutRight, whoMayLogOn } from './logonRights';

const CLIENT = 1;

export const rdp120NobodyMayLogOn: Rule = {
  code: 'RDP120',
  title: message('RDP120.title'),
  severity: 'error',
  symptom: 1,
  *check({ server }) {
    const found = server === undefined ? undefined : judge(server);
    if (server !== undefined && found !== undefined) yield { why: message('RDP120.why'), ...found, unseen: unseenOf(server, 'groups') };
  },
};

function judge(server: ServerSeen): Omit<Found, 'unseen'> | undefined {
  const rights = dataOf(server.snapshot.sections.rights);
  if (rights === undefined) return undefined;
  const groups = dataOf(server.snapshot.sections.groups);
  const { SeRemoteInteractiveLogonRight: allowed, SeDenyRemoteInteractiveLogonRight: denied } = rights;
  const [given, refused] = [server.evidence('right:SeRemoteInteractiveLogonRight'), server.evidence('right:SeDenyRemoteInteractiveLogonRight')];
  if (namesEverybody(denied)) return { message: message('RDP120.everyone'), evidence: refused };
  if (allowed.length === 0) return { message: message('RDP120.nobody'), evidence: given };
  if (whoMayLogOn(rights, groups).length === 0) {
    if (allowed.every((sid) => isEmptyGroup(sid, groups))) return { message: message('RDP120.emptyGroup'), evidence: given };
    return { message: message('RDP120.deniedAgain'), evidence: refused };
  }
  if (denied.includes(LOCAL_ACCOUNTS) && !inDomain(server)) return localAccounts(server, refused);
  if (refuses(denied, allowed, ADMINISTRATORS)) return { message: message('RDP120.administrators'), evidence: refused, severity: 'warning' };
  if (refuses(denied, allowed, REMOTE_DESKTOP_USERS)) return { message: message('RDP120.users'), evidence: refused, severity: 'warning' };
  if (usersWithoutRight(rights, groups)) return { message: message('RDP120.usersNotGiven'), evidence: given, severity: 'warning', certainty: 'assumed' };
  if (denied.includes(LOCAL_ACCOUNTS)) return { message: message('RDP120.onlyDomain'), evidence: refused, severity: 'information' };
  return undefined;
}

/** Where that is not known, a domain is assumed: then some may still log on. */
function inDomain({ snapshot }: ServerSeen): boolean {
  return dataOf(snapshot.sections.host)?.domainJoined !== false;
}

/** A client that is in no domain can still know accounts of Entra ID. */
function localAccounts({ snapshot }: ServerSeen, evidence: Evidence): Omit<Found, 'unseen'> {
  const client = dataOf(snapshot.sections.host)?.productType === CLIENT;
  return { message: message('RDP120.localAccounts'), evidence, ...(client ? { severity: 'warning', certainty: 'assumed' } : {}) };
}

/** A denial of what was never given changes nothing, but for administrators, who are denied by it whoever else they are. */
function refuses(denied: readonly Principal[], allowed: readonly Principal[], sid: Principal): boolean {
  return denied.includes(sid) && (sid === ADMINISTRATORS || allowed.includes(sid));
}
