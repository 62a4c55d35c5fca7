// Certificates that the licence server issued to this host are deleted. It is Microsoft's own way to renew them, and it is not finished
// with the file: the host needs a restart, which ends every session, and the licence server may need to be activated again. Hence
// information. Sources: Microsoft article 2477176; No Remote Desktop license servers available.

import { message } from '../../messages/message';
import type { Observation } from '../../registry/observation';
import { keyIdentity } from '../../registry/place';
import type { Rule } from '../rule';

const RCM = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\control\\terminal server\\rcm';
const certificates: ReadonlySet<string> = new Set(['certificate', 'x509 certificate', 'x509 certificate id', 'x509 certificate2']);

export const rdp404LicenceCertificatesDeleted: Rule = {
  code: 'RDP404',
  title: message('RDP404.title'),
  severity: 'information',
  symptom: 4,
  *check({ observations }) {
    const [first, ...others] = observations.filter(deletesCertificate);
    if (first === undefined) return;
    // One procedure, one finding: the files delete three or four values in a row.
    const related = others.map(({ evidence }) => ({ message: message('RDP404.related'), evidence }));
    yield { message: message('RDP404.message'), evidence: first.evidence, related };
  },
};

function deletesCertificate(observation: Observation): boolean {
  if (observation.kind === 'keyDeleted') return keyIdentity(observation.key) === RCM;
  if (observation.kind !== 'valueDeleted') return false;
  return certificates.has(observation.place.name.toLowerCase()) && keyIdentity(observation.place.key) === RCM;
}
