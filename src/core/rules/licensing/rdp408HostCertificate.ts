// The certificate the licence server issued to this host is not valid (50285, before 1803 1133), or clients are thrown off with TermDD 50
// while licensing complains. Deleting the values of RCM makes Windows fetch new ones, with a restart: what was logged before the last one
// may be over and is information. TermDD 50 alone is a scanner or a wrong client.
// Sources: event manifests per build; Microsoft, articles 2477176 and "no license server is available".

import { message } from '../../messages/message';
import type { EventGroup } from '../../snapshot/eventsSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { Related, Rule } from '../rule';
import { CONNECTION_MANAGER, eventFact, eventGroups, eventsUnseen, timesOf, unseenOf } from '../snapshotFacts';
import { complaintOf, INVALID, TERMDD_ERROR } from './clientsThrownOff';

const over = { severity: 'information', certainty: 'assumed' } as const;

export const rdp408HostCertificate: Rule = {
  code: 'RDP408',
  title: message('RDP408.title'),
  severity: 'error',
  symptom: 4,
  *check({ server }) {
    if (server === undefined) return;
    const unseen = [...unseenOf(server, 'licensing'), ...eventsUnseen(server)];
    const shared = { why: message('RDP408.why'), related: values(server), unseen };
    const invalid = eventGroups(server, CONNECTION_MANAGER, INVALID);
    for (const group of invalid) {
      yield { ...shared, message: message('RDP408.message', group.id, timesOf(group), group.first, group.last), evidence: server.evidence(eventFact(group)), ...(isBeforeRestart(server, group) ? over : {}) };
    }
    const complaint = complaintOf(server);
    if (invalid.length > 0 || complaint === undefined) return;
    for (const group of eventGroups(server, 'TermDD', TERMDD_ERROR)) {
      const told = message('RDP408.thrownOff', timesOf(group), group.last, complaint.id);
      yield { ...shared, message: told, evidence: server.evidence(eventFact(group)), severity: 'warning', certainty: 'assumed' };
    }
  },
};

function isBeforeRestart({ snapshot }: ServerSeen, { last }: EventGroup): boolean {
  return Date.parse(last) < Date.parse(dataOf(snapshot.sections.host)?.bootedAt ?? '');
}

function values(server: ServerSeen): readonly Related[] {
  const names = (dataOf(server.snapshot.sections.licensing)?.certificateValues ?? []).map(({ name }) => name);
  return names.length === 0 ? [] : [{ message: message('RDP408.values', names.join(', ')), evidence: server.evidence('licensing:certificates') }];
}
