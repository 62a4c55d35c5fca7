// Windows could not make or replace its own certificate (1057, 1058) and has not managed it since (1056). An error only where nothing
// valid is left to present. Source: Microsoft, Troubleshoot RDP issues by event id.

import { message } from '../../messages/message';
import type { AccessEntry, CertificatesSeen } from '../../snapshot/certificatesSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { Related, Rule, Severity } from '../rule';
import { eventFact, eventsUnseen, timesOf, unseenOf } from '../snapshotFacts';
import { openFailures } from './ownCertificate';

export const rdp317OwnCertificateFails: Rule = {
  code: 'RDP317',
  title: message('RDP317.title'),
  severity: 'error',
  symptom: 3,
  *check({ server }) {
    if (server === undefined) return;
    for (const group of openFailures(server)) {
      yield {
        message: message('RDP317.message', timesOf(group), group.first, group.last),
        why: message('RDP317.why'),
        evidence: server.evidence(eventFact(group)),
        severity: severityOf(server),
        related: refusals(server),
        unseen: [...unseenOf(server, 'certificates'), ...eventsUnseen(server)],
      };
    }
  },
};

/** A certificate that is still valid, with a key, serves until it expires; where the stores were not seen, nothing is known of one. */
function severityOf({ snapshot }: ServerSeen): Severity {
  const { sections, collection } = snapshot;
  const certificates = dataOf(sections.certificates)?.certificates;
  if (certificates === undefined) return 'warning';
  const clock = Date.parse(dataOf(sections.host)?.clock ?? collection.at);
  const left = certificates.some(({ notAfter, hasPrivateKey, keyReadable }) => hasPrivateKey && keyReadable !== false && Date.parse(notAfter) > clock);
  return left ? 'warning' : 'error';
}

function refusals(server: ServerSeen): readonly Related[] {
  const keys: CertificatesSeen['machineKeys'] = dataOf(server.snapshot.sections.certificates)?.machineKeys ?? null;
  return (keys ?? [])
    .filter(({ allow }: AccessEntry) => !allow)
    .map(({ sid }) => ({ message: message('RDP317.refused', sid), evidence: server.evidence('certificates') }));
}
