// The right to log on through Remote Desktop is nobody's, or only of the group Remote Desktop Users while that has no member. Sections that
// were not seen give no finding: unknown rights are neither fine nor wrong. Source: Microsoft, Allow log on through Remote Desktop Services.

import { message } from '../../messages/message';
import type { Rule } from '../rule';
import { dataOf, unseenOf } from '../snapshotFacts';

const REMOTE_DESKTOP_USERS = 'S-1-5-32-555';
const ADMINISTRATORS = 'S-1-5-32-544';
const EVERYONE = 'S-1-1-0';

export const rdp120NobodyMayLogOn: Rule = {
  code: 'RDP120',
  title: message('RDP120.title'),
  severity: 'error',
  symptom: 1,
  *check({ server }) {
    const rights = server === undefined ? undefined : dataOf(server.snapshot.sections.rights);
    if (server === undefined || rights === undefined) return;
    const { SeRemoteInteractiveLogonRight: allowed, SeDenyRemoteInteractiveLogonRight: denied } = rights;
    const why = message('RDP120.why');
    const unseen = unseenOf(server, 'groups');
    const deniedAt = server.evidence('right:SeDenyRemoteInteractiveLogonRight');
    if (denied.includes(EVERYONE)) yield { message: message('RDP120.everyone'), why, evidence: deniedAt };
    else if (denied.includes(ADMINISTRATORS)) yield { message: message('RDP120.administrators'), why, evidence: deniedAt, severity: 'warning' };
    const evidence = server.evidence('right:SeRemoteInteractiveLogonRight');
    if (allowed.length === 0) yield { message: message('RDP120.nobody'), why, evidence };
    const members = dataOf(server.snapshot.sections.groups)?.remoteDesktopUsers ?? null;
    const onlyGroup = allowed.length > 0 && allowed.every((sid) => sid === REMOTE_DESKTOP_USERS);
    if (onlyGroup && members?.length === 0) yield { message: message('RDP120.emptyGroup'), why, evidence, unseen };
  },
};
