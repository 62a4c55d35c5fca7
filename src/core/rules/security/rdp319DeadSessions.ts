// Keep-alive is off, so a session whose client vanished stays active until its TCP connection gives up. A warning where more sessions are
// active than connections exist, at the moment of looking; information where links are only known to have broken.
// Sources: TerminalServer.admx; LSM event 40 with 0xD0000001, the reason of a lost socket.

import { message } from '../../messages/message';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { Found, Rule } from '../rule';
import { effectiveNumber } from '../settingRule';
import { eventFact, eventGroups, eventsUnseen, unseenOf } from '../snapshotFacts';

const ON = 1;
const ACTIVE = 0;
const SESSION_MANAGER = 'Microsoft-Windows-TerminalServices-LocalSessionManager';
const DISCONNECTED = 40;
const SOCKET_LOST = 0xd000_0001;

export const rdp319DeadSessions: Rule = {
  code: 'RDP319',
  title: message('RDP319.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    const { server } = statements;
    // Without the registry "off" is not known, only not seen.
    if (server === undefined || dataOf(server.snapshot.sections.registry) === undefined) return;
    if (effectiveNumber(statements, 'keepAliveEnable', undefined) === ON) return;
    const found = dead(server) ?? broken(server);
    if (found !== undefined) yield { ...found, why: message('RDP319.why') };
  },
};

function dead(server: ServerSeen): Found | undefined {
  const { sections } = server.snapshot;
  const established = dataOf(sections.sockets)?.established ?? undefined;
  const sessions = dataOf(sections.sessions)?.sessions.filter(({ station, state }) => state === ACTIVE && station.includes('#')).length ?? 0;
  if (established === undefined || sessions <= established) return undefined;
  return { message: message('RDP319.dead', sessions, established), evidence: server.evidence('sessions'), certainty: 'assumed' };
}

function broken(server: ServerSeen): Found | undefined {
  for (const group of eventGroups(server, SESSION_MANAGER, DISCONNECTED)) {
    const lost = group.samples.filter(({ fields }) => Number(fields['Reason']) === SOCKET_LOST);
    if (lost.length === 0) continue;
    const unseen = [...unseenOf(server, 'sockets', 'sessions'), ...eventsUnseen(server)];
    return { message: message('RDP319.broken', lost.length, lost[0]?.at ?? group.last), evidence: server.evidence(eventFact(group)), severity: 'information', unseen };
  }
  return undefined;
}
