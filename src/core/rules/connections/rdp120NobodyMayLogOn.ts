// The right to log on through Remote Desktop is nobody's: not given, given to those who never come that way, or denied again. Denied to only
// one of those who have it, or not given to a group that has members, it is a warning, and so is everything a file says, where it may be
// meant. A denial to local accounts is healthy in a file: baselines have it, and files are for domains. Rights that were not seen give no
// finding. Source: Microsoft, Allow log on through Remote Desktop Services.

import { message } from '../../messages/message';
import { CONSOLE_LOGON, GUESTS, isPlaceholder } from '../../rdp/accountNames';
import type { Evidence } from '../../registry/observation';
import type { Principal } from '../../snapshot/accessSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { Found, Rule } from '../rule';
import { unseenOf } from '../snapshotFacts';
import { allow, give, leaveGroup } from './accessRemedies';
import { logonAccess, type LogonAccess } from './logonAccess';
import { ADMINISTRATORS, everybodyIn, isEmptyGroup, LOCAL_ACCOUNTS, namesEverybody, REMOTE_DESKTOP_USERS, usersWithoutRight, whoMayLogOn } from './logonRights';

const CLIENT = 1;

type Judged = Omit<Found, 'unseen' | 'evidence'> & { readonly evidence: Evidence | undefined };

export const rdp120NobodyMayLogOn: Rule = {
  code: 'RDP120',
  title: message('RDP120.title'),
  severity: 'error',
  symptom: 1,
  *check(statements) {
    const access = logonAccess(statements);
    if (access === undefined) return;
    const { server } = access;
    for (const { evidence, ...found } of server === undefined ? judgeFile(access) : judge(access)) {
      if (evidence === undefined) continue;
      const said = { why: message('RDP120.why'), ...found, evidence };
      // Only a file can be edited; on a server group policy may decide.
      yield server === undefined ? { severity: 'warning', ...said } : { ...said, remedies: [], unseen: unseenOf(server, 'groups') };
    }
  },
};

/** A denial to everyone hides what else a file says; whoever takes it out wants to know that too. */
function judgeFile(access: LogonAccess): readonly Judged[] {
  const found = judge(access);
  if (found[0]?.message.key !== 'RDP120.everyone') return found;
  return [...found, ...judge({ ...access, rights: { ...access.rights, SeDenyRemoteInteractiveLogonRight: [] } })];
}

function judge(access: LogonAccess): readonly Judged[] {
  const found = firstOf(access);
  return found === undefined ? [] : [found];
}

function firstOf(access: LogonAccess): Judged | undefined {
  const { rights, groups, server, stated, usersStated } = access;
  const { SeRemoteInteractiveLogonRight: allowed, SeDenyRemoteInteractiveLogonRight: denied } = rights;
  const [given, refused] = [stated('SeRemoteInteractiveLogonRight'), stated('SeDenyRemoteInteractiveLogonRight')];
  if (namesEverybody(denied)) return { message: message('RDP120.everyone'), evidence: refused, remedies: allow(everybodyIn(denied)) };
  const few = tooFew(access);
  if (few !== undefined) return few;
  if (server !== undefined && denied.includes(LOCAL_ACCOUNTS) && !inDomain(server)) return localAccounts(server, refused);
  if (refuses(denied, allowed, ADMINISTRATORS)) return { message: message('RDP120.administrators'), evidence: refused, severity: 'warning', remedies: allow([ADMINISTRATORS]) };
  if (refuses(denied, allowed, REMOTE_DESKTOP_USERS)) return { message: message('RDP120.users'), evidence: refused, severity: 'warning', remedies: allow([REMOTE_DESKTOP_USERS]) };
  if (usersWithoutRight(rights, groups)) return { message: message('RDP120.usersNotGiven'), evidence: given, severity: 'warning', certainty: 'assumed', remedies: give(true) };
  if (server === undefined) return emptied(access, usersStated);
  return denied.includes(LOCAL_ACCOUNTS) ? { message: message('RDP120.onlyDomain'), evidence: refused, severity: 'information' } : undefined;
}

/** Nobody is left, or only those who never come through Remote Desktop. */
function tooFew({ rights, groups, stated }: LogonAccess): Judged | undefined {
  const { SeRemoteInteractiveLogonRight: allowed, SeDenyRemoteInteractiveLogonRight: denied } = rights;
  const [evidence, refused] = [stated('SeRemoteInteractiveLogonRight'), stated('SeDenyRemoteInteractiveLogonRight')];
  const remedies = give(false);
  if (allowed.length === 0) return { message: message('RDP120.nobody'), evidence, remedies };
  if (allowed.every(isPlaceholder)) return { message: message('RDP120.placeholders'), evidence, remedies };
  const left = whoMayLogOn(rights, groups).filter((principal) => !isPlaceholder(principal));
  if (left.length === 0) {
    if (allowed.every((sid) => isEmptyGroup(sid, groups))) return { message: message('RDP120.emptyGroup'), evidence, remedies };
    return { message: message('RDP120.deniedAgain'), evidence: refused, remedies: allow(allowed.filter((sid) => denied.includes(sid))) };
  }
  if (left.every((sid) => sid === CONSOLE_LOGON)) return { message: message('RDP120.onlyConsole'), evidence, remedies };
  if (left.every((sid) => sid === CONSOLE_LOGON || sid === GUESTS)) return { message: message('RDP120.onlyGuests'), evidence, severity: 'warning', certainty: 'assumed', remedies };
  return undefined;
}

/** On a server an empty group is the ordinary thing; a file that empties it takes the right from everybody who had it by that. */
function emptied({ groups }: LogonAccess, evidence: Evidence | undefined): Judged | undefined {
  if (groups?.remoteDesktopUsers?.length !== 0) return undefined;
  return { message: message('RDP120.groupEmptied'), evidence, certainty: 'assumed', remedies: leaveGroup() };
}

/** Where that is not known, a domain is assumed: then some may still log on. */
function inDomain({ snapshot }: ServerSeen): boolean {
  return dataOf(snapshot.sections.host)?.domainJoined !== false;
}

/** A client that is in no domain can still know accounts of Entra ID. */
function localAccounts({ snapshot }: ServerSeen, evidence: Evidence | undefined): Judged {
  const client = dataOf(snapshot.sections.host)?.productType === CLIENT;
  return { message: message('RDP120.localAccounts'), evidence, ...(client ? { severity: 'warning', certainty: 'assumed' } : {}) };
}

/** A denial of what was never given changes nothing, but for administrators, who are denied by it whoever else they are. */
function refuses(denied: readonly Principal[], allowed: readonly Principal[], sid: Principal): boolean {
  return denied.includes(sid) && (sid === ADMINISTRATORS || allowed.includes(sid));
}
