// Services\TermService\Parameters held the host's licensing certificates on Windows 2000 and Server 2003. Since Server 2008 they are in
// Control\Terminal Server\RCM; guides still name the old place, and a deletion there does nothing. A file for the old systems is
// right, hence information. Sources: Microsoft articles 2477023 (Server 2003) and 2477176 (later).

import { message } from '../../messages/message';
import { keyIdentity, type Place } from '../../registry/place';
import type { Rule } from '../rule';

const OLD = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\services\\termservice\\parameters';
const certificates: ReadonlySet<string> = new Set(['certificate', 'x509 certificate', 'x509 certificate id']);

export const rdp405OldCertificatePlace: Rule = {
  code: 'RDP405',
  title: message('RDP405.title'),
  severity: 'information',
  symptom: 4,
  *check({ observations }) {
    for (const observation of observations) {
      if (observation.kind !== 'set' && observation.kind !== 'valueDeleted') continue;
      if (!isOldCertificate(observation.place)) continue;
      const { place, evidence } = observation;
      yield { message: message('RDP405.message', place.name), evidence, places: [place], tags: ['deprecated'] };
    }
  },
};

function isOldCertificate({ key, name }: Place): boolean {
  return certificates.has(name.toLowerCase()) && keyIdentity(key) === OLD;
}
