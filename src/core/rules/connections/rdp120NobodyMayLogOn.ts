// The right to log on through Remote Desktop is nobody's: not given, given to a group without a member, or denied again. Denied to only one
// of those who have it, it is a warning. Sections that were not seen give no finding: unknown rights are neither fine nor wrong.
// Source: Microsoft, Allow log on through Remote Desktop Services.

import { message } from '../../messages/message';
import type { Principal } from '../../snapshot/accessSeen';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { Found, Rule } from '../rule';
import { dataOf, unseenOf } from '../snapshotFacts';
import { ADMINISTRATORS, isEmptyGroup, namesEverybody, REMOTE_DESKTOP_USERS, whoMayLogOn } from './logonRights';

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
  if (refuses(denied, allowed, ADMINISTRATORS)) return { message: message('RDP120.administrators'), evidence: refused, severity: 'warning' };
  if (refuses(denied, allowed, REMOTE_DESKTOP_USERS)) return { message: message('RDP120.users'), evidence: refused, severity: 'warning' };
  return undefined;
}

/** A denial of what was never given changes nothing, but for administrators, who are denied by it whoever else they are. */
function refuses(denied: readonly Principal[], allowed: readonly Principal[], sid: Principal): boolean {
  return denied.includes(sid) && (sid === ADMINISTRATORS || allowed.includes(sid));
}
