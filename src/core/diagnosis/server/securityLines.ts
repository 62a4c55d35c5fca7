// Symptom 3 of a server, from within: its certificates and their keys.

import { message, type Say } from '../../messages/message';
import type { CertificateSeen } from '../../snapshot/certificatesSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { Snapshot } from '../../snapshot/snapshot';
import type { ReportLine } from '../reportText';

export function certificateLines({ sections }: Snapshot, say: Say): readonly ReportLine[] {
  const seen = dataOf(sections.certificates);
  if (seen === undefined) return [];
  const { certificates, machineKeys } = seen;
  return [
    ...(certificates.length === 0 ? [{ id: 'certificates', label: say(message('report.certificates')), value: say(message('report.none')), source: '' }] : []),
    ...certificates.map((certificate) => ({
      id: `certificate:${certificate.thumbprint}`,
      label: say(message('report.certificateIn', certificate.store)),
      value: say(message('report.certificateUntil', certificate.notAfter.slice(0, 10))),
      source: certificateSource(certificate, say),
    })),
    ...(machineKeys === null ? [] : [{ id: 'machineKeys', label: 'MachineKeys', value: say(message('report.entries', machineKeys.length)), source: machineKeys.map(({ sid, allow }) => `${allow ? '+' : '-'}${sid}`).join(', ') }]),
  ];
}

function certificateSource({ subject, thumbprint, keyType, keyBits, hasPrivateKey, keyReadable, serverAuthentication }: CertificateSeen, say: Say): string {
  const key = keyType === null && keyBits === null ? [] : [`${keyType ?? ''} ${keyBits === null ? '' : String(keyBits)}`.trim()];
  const readable = !hasPrivateKey ? message('report.key.none') : keyReadable === null ? message('report.key.unknown') : keyReadable ? message('report.key.readable') : message('report.key.unreadable');
  return [subject, thumbprint, ...key, say(readable), ...(serverAuthentication === false ? [say(message('report.notForServers'))] : [])].join(', ');
}
