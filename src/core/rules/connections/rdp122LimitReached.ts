// As many sessions as the limit of the listener allows: the next user is turned away. Whether Windows counts disconnected sessions
// against it is not documented, so they make the finding assumed. Where no limit is set, the two sessions of remote administration are
// RDP121's. Source: TerminalServer.admx, "Limit number of connections"; Microsoft, article 2477176.

import { message } from '../../messages/message';
import { dataOf } from '../../snapshot/sectionData';
import type { Rule } from '../rule';
import { effective } from '../settingRule';
import { dwordOf } from '../../registry/valueData';
import { unseenOf } from '../snapshotFacts';

const UNLIMITED = 999_999;
const [ACTIVE, CONNECTED, DISCONNECTED] = [0, 1, 4];

export const rdp122LimitReached: Rule = {
  code: 'RDP122',
  title: message('RDP122.title'),
  severity: 'warning',
  symptom: 1,
  *check(statements) {
    const { server } = statements;
    const sessions = server === undefined ? undefined : dataOf(server.snapshot.sections.sessions)?.sessions;
    if (server === undefined || sessions === undefined) return;
    const seen = effective(statements, 'listener.maxInstanceCount', 'RDP-Tcp');
    const limit = seen === undefined ? undefined : dwordOf(seen.observation.data);
    // 0 is RDP109's.
    if (seen === undefined || limit === undefined || limit === 0 || limit >= UNLIMITED) return;
    const connected = sessions.filter(({ station, state }) => station.includes('#') && (state === ACTIVE || state === CONNECTED)).length;
    const disconnected = sessions.filter(({ id, state, hasUser }) => id !== 0 && state === DISCONNECTED && hasUser === true).length;
    if (connected + disconnected < limit) return;
    yield {
      message: message('RDP122.message', connected, disconnected, limit),
      why: message('RDP122.why'),
      evidence: server.evidence('sessions'),
      related: [{ message: message('RDP122.limit'), evidence: seen.observation.evidence }],
      unseen: unseenOf(server, 'sessions'),
      certainty: connected >= limit ? 'confirmed' : 'assumed',
    };
  },
};
