// A member of a domain whose Netlogon service does not run: it has no secure channel, so accounts of the domain cannot be checked, and with
// NLA nobody of the domain reaches a session. Only for computers that are certainly in a domain. Source: Microsoft, Netlogon service.

import { message } from '../../messages/message';
import { dataOf } from '../../snapshot/sectionData';
import type { Rule } from '../rule';
import { serviceOf } from '../snapshotFacts';

const RUNNING = 4;

export const rdp124NetlogonStopped: Rule = {
  code: 'RDP124',
  title: message('RDP124.title'),
  severity: 'warning',
  symptom: 1,
  *check({ server }) {
    if (server === undefined || dataOf(server.snapshot.sections.host)?.domainJoined !== true) return;
    const state = serviceOf(server, 'Netlogon')?.state ?? null;
    if (state === null || state === RUNNING) return;
    yield { message: message('RDP124.message'), why: message('RDP124.why'), evidence: server.evidence('service:Netlogon') };
  },
};
