// The clock of the server and the one here differ by more than Kerberos tolerates. Which of the two is wrong cannot be told, and it matters
// to logons only in a domain, hence information elsewhere. The time the collection took is given as doubt. Only from a live check: of the
// snapshot, else of what the host says in an NTLM challenge ([MS-NLMP] 2.2.2.1, MsvAvTimestamp).
// Source: Microsoft, Maximum tolerance for computer clock synchronization (five minutes).

import type { ListenerSeen } from '../../listener/seen';
import { message, type Message } from '../../messages/message';
import { dataOf } from '../../snapshot/sectionData';
import type { Found, Rule } from '../rule';
import { unseenOf } from '../snapshotFacts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const TOLERANCE = 5 * MINUTE;

export const rdp320ClockSkew: Rule = {
  code: 'RDP320',
  title: message('RDP320.title'),
  severity: 'warning',
  symptom: 3,
  *check({ server, listener }) {
    if (server?.arrivedAt === undefined) {
      if (listener !== undefined && server === undefined) yield* byChallenge(listener);
      return;
    }
    const { sections, collection } = server.snapshot;
    const host = dataOf(sections.host);
    const skew = Date.parse(host?.clock ?? collection.at) - Date.parse(server.arrivedAt);
    if (!(Math.abs(skew) - collection.ms > TOLERANCE)) return;
    yield {
      message: sayingOf(skew),
      why: message('RDP320.why'),
      evidence: server.evidence('clock'),
      severity: host?.domainJoined === true ? 'warning' : 'information',
      unseen: unseenOf(server, 'host'),
    };
  },
};

function sayingOf(skew: number): Message {
  const minutes = Math.round(Math.abs(skew) / MINUTE);
  return skew > 0 ? message('RDP320.ahead', minutes) : message('RDP320.behind', minutes);
}

function* byChallenge({ verdict: { host }, evidence }: ListenerSeen): Iterable<Found> {
  const skew = (host?.clockSkewSeconds ?? 0) * SECOND;
  if (host === null || Math.abs(skew) <= TOLERANCE) return;
  // Outside a domain the computer is its own.
  const inDomain = host.domain !== null && host.netbiosName !== null && !host.domain.toLowerCase().startsWith(host.netbiosName.toLowerCase());
  yield { message: sayingOf(skew), why: message('RDP320.why'), evidence: evidence.challengeClock, severity: inDomain ? 'warning' : 'information' };
}
