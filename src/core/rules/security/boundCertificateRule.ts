// What the rules about a bound certificate share: they look at each one that was found and stand on its line of the report, with the
// registry value that binds it as related. Windows falls back to its own certificate, hence warnings.
// Source: Microsoft, Remote Desktop listener certificate configurations; message tables of termsrv.dll (1051 to 1055).

import { message } from '../../messages/message';
import type { CertificateSeen } from '../../snapshot/certificatesSeen';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { Found, Rule } from '../rule';
import { CONNECTION_MANAGER, relatedEvents } from '../snapshotFacts';
import { boundCertificates, certificateEvents } from './boundCertificate';

interface BoundCertificateRule extends Pick<Rule, 'code' | 'title'> {
  readonly say: (certificate: CertificateSeen, server: ServerSeen) => Omit<Found, 'evidence' | 'places' | 'related'> | undefined;
}

export function boundCertificateRule({ code, title, say }: BoundCertificateRule): Rule {
  return {
    code,
    title,
    severity: 'warning',
    symptom: 3,
    *check(statements) {
      for (const { server, seen, certificate } of boundCertificates(statements)) {
        const said = certificate === undefined ? undefined : say(certificate, server);
        if (certificate === undefined || said === undefined) continue;
        const { evidence, place } = seen.observation;
        const related = [{ message: message('certificate.boundHere'), evidence }, ...relatedEvents(server, CONNECTION_MANAGER, certificateEvents)];
        yield { why: message('certificate.why'), ...said, evidence: server.evidence(`certificate:${certificate.thumbprint}`), places: [place], related };
      }
    },
  };
}
