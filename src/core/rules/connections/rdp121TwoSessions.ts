// Remote administration allows two sessions, and both are taken: a third administrator is asked to end one. Windows counts disconnected
// sessions as well. Servers only, and only where it is certain that the session host role is missing. Source: Microsoft, article 2477176.

import { message } from '../../messages/message';
import { dataOf } from '../../snapshot/sectionData';
import type { Rule } from '../rule';
import { unseenOf } from '../snapshotFacts';

const LIMIT = 2;
const CLIENT = 1;
const [ACTIVE, DISCONNECTED] = [0, 4];

export const rdp121TwoSessions: Rule = {
  code: 'RDP121',
  title: message('RDP121.title'),
  severity: 'information',
  symptom: 1,
  *check({ server }) {
    if (server === undefined) return;
    const [host, seen] = [dataOf(server.snapshot.sections.host), dataOf(server.snapshot.sections.sessions)];
    if (host?.sessionHost !== false || host.productType === null || host.productType === CLIENT) return;
    const taken = (seen?.sessions ?? []).filter(
      ({ id, station, state, hasUser }) => id !== 0 && hasUser !== false && ((state === ACTIVE && station.includes('#')) || (state === DISCONNECTED && hasUser === true)),
    );
    if (taken.length < LIMIT) return;
    yield { message: message('RDP121.message', taken.length, taken.filter(({ state }) => state === DISCONNECTED).length), why: message('RDP121.why'), evidence: server.evidence('sessions'), unseen: unseenOf(server, 'sessions') };
  },
};
