// The clock of the server and the one here differ by more than Kerberos tolerates. Which of the two is wrong cannot be told, and it matters
// to logons only in a domain, hence information elsewhere. The time the collection took is given as doubt. Only from a live check.
// Source: Microsoft, Maximum tolerance for computer clock synchronization (five minutes).

import { message } from '../../messages/message';
import { dataOf } from '../../snapshot/sectionData';
import type { Rule } from '../rule';
import { unseenOf } from '../snapshotFacts';

const MINUTE = 60_000;
const TOLERANCE = 5 * MINUTE;

export const rdp320ClockSkew: Rule = {
  code: 'RDP320',
  title: message('RDP320.title'),
  severity: 'warning',
  symptom: 3,
  *check({ server }) {
    if (server?.arrivedAt === undefined) return;
    const { sections, collection } = server.snapshot;
    const host = dataOf(sections.host);
    const skew = Date.parse(host?.clock ?? collection.at) - Date.parse(server.arrivedAt);
    if (!(Math.abs(skew) - collection.ms > TOLERANCE)) return;
    const minutes = Math.round(Math.abs(skew) / MINUTE);
    yield {
      message: skew > 0 ? message('RDP320.ahead', minutes) : message('RDP320.behind', minutes),
      why: message('RDP320.why'),
      evidence: server.evidence('clock'),
      severity: host?.domainJoined === true ? 'warning' : 'information',
      unseen: unseenOf(server, 'host'),
    };
  },
};
