// NLA logs a user on over the network before there is a session, so it also needs the right to access the computer from the network. Found
// where that right is nobody's, denied to those who may log on, or held by none of them. Which groups of a domain contain which others is
// not known, hence assumed. Source: Microsoft, Access this computer from the network; Deny access to this computer from the network.

import { message, type Message } from '../../messages/message';
import type { GroupsSeen, Principal, RightsSeen } from '../../snapshot/accessSeen';
import { dataOf } from '../../snapshot/sectionData';
import { logonAccess } from '../connections/logonAccess';
import { ADMINISTRATORS, LOCAL_ACCOUNTS, LOCAL_ADMINISTRATORS, namesEverybody, whoMayLogOn } from '../connections/logonRights';
import type { Rule } from '../rule';
import { effectiveNumber } from '../settingRule';
import { unseenOf } from '../snapshotFacts';

const REQUIRED = 1;

interface Said {
  readonly text: Message;
  readonly right: 'SeNetworkLogonRight' | 'SeDenyNetworkLogonRight';
}

export const rdp323NetworkLogonRight: Rule = {
  code: 'RDP323',
  title: message('RDP323.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    const access = logonAccess(statements);
    if (access === undefined || effectiveNumber(statements, 'listener.userAuthentication', 'RDP-Tcp') !== REQUIRED) return;
    const { server, rights, groups } = access;
    const host = server === undefined ? undefined : dataOf(server.snapshot.sections.host);
    const said = judge(rights, groups, host?.domainJoined ?? null);
    const evidence = said === undefined ? undefined : access.stated(said.right);
    if (said === undefined || evidence === undefined) return;
    // Whether a group of a domain that a file names holds those who may log on is not in the file.
    if (server === undefined && said.text.key === 'RDP323.others') return;
    yield { message: said.text, why: message('RDP323.why'), evidence, certainty: 'assumed', unseen: server === undefined ? [] : unseenOf(server, 'groups') };
  },
};

function judge(rights: RightsSeen, groups: GroupsSeen | undefined, inDomain: boolean | null): Said | undefined {
  const mayLogOn = whoMayLogOn(rights, groups);
  if (mayLogOn.length === 0) return undefined; // RDP120
  const { SeNetworkLogonRight: given, SeDenyNetworkLogonRight: denied } = rights;
  if (namesEverybody(denied) || mayLogOn.every((sid) => denied.includes(sid))) return { text: message('RDP323.denied'), right: 'SeDenyNetworkLogonRight' };
  if (inDomain === false && denied.includes(LOCAL_ACCOUNTS)) return { text: message('RDP323.local'), right: 'SeDenyNetworkLogonRight' };
  if (inDomain === false && denied.includes(LOCAL_ADMINISTRATORS) && mayLogOn.includes(ADMINISTRATORS)) {
    return { text: message('RDP323.localAdministrators'), right: 'SeDenyNetworkLogonRight' };
  }
  if (given.length === 0) return { text: message('RDP323.nobody'), right: 'SeNetworkLogonRight' };
  return namesEverybody(given) || mayLogOn.some((sid: Principal) => given.includes(sid)) ? undefined : { text: message('RDP323.others'), right: 'SeNetworkLogonRight' };
}
