// The machine itself: what Windows it is, what it is for, its clock; and how the snapshot was taken.

import { message, type Message, type Say } from '../../messages/message';
import type { HostSeen } from '../../snapshot/hostSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { SectionName, Snapshot } from '../../snapshot/snapshot';
import type { ReportLine } from '../reportText';

export function hostLines({ sections }: Snapshot, say: Say): readonly ReportLine[] {
  const host = dataOf(sections.host);
  if (host === undefined) return [];
  const { name, dnsName, domain, domainJoined, version, edition, installationType, productType, language, bootedAt, clock, restartPending } = host;
  const yesNo = (flag: boolean | null): string => say(flag === null ? message('report.notKnown') : flag ? message('report.yes') : message('report.no'));
  return [
    { id: 'host', label: say(message('report.host.name')), value: name, source: dnsName ?? '' },
    { id: 'edition', label: 'Windows', value: version, source: [edition, installationType, language].filter((part) => part !== null).join(', ') },
    { label: say(message('report.host.kind')), value: say(kindText(productType)), source: say(message('report.host.sessionHost', yesNo(host.sessionHost))) },
    { label: say(message(domainJoined === false ? 'report.host.workgroup' : 'report.host.domain')), value: domain ?? say(message('report.notKnown')), source: '' },
    { id: 'clock', label: say(message('report.host.clock')), value: clock === '' ? say(message('report.notKnown')) : timeText(clock), source: clock === '' ? '' : 'UTC' },
    { label: say(message('report.host.booted')), value: bootedAt === null ? say(message('report.notKnown')) : timeText(bootedAt), source: bootedAt === null ? '' : 'UTC' },
    { id: 'restart', label: say(message('report.host.restart')), value: yesNo(restartPending), source: '' },
  ];
}

export function timeText(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}

function kindText(productType: HostSeen['productType']): Message {
  switch (productType) {
    case 1:
      return message('report.host.client');
    case 2:
      return message('report.host.controller');
    case 3:
      return message('report.host.server');
    case null:
      return message('report.notKnown');
  }
}

/** What could not be seen: whole sections, and parts of those that were. */
export function unseenLines({ sections }: Snapshot, say: Say): readonly ReportLine[] {
  return sectionNames(sections).flatMap((name): readonly ReportLine[] => {
    const section = sections[name];
    if ('failure' in section) {
      const { reason, detail } = section.failure;
      return [{ id: `unseen:${name}`, label: say(sectionTitles[name]), value: say(reasons[reason]), source: detail }];
    }
    return section.unseen.map(({ what, reason, detail }) => ({ label: say(message('report.part', say(sectionTitles[name]), what)), value: say(reasons[reason]), source: detail }));
  });
}

function sectionNames(sections: Snapshot['sections']): readonly SectionName[] {
  return Object.keys(sections) as SectionName[];
}

/** How a snapshot came about, and how long each part took. */
export function collectionLines({ collection, sections }: Snapshot, say: Say): readonly ReportLine[] {
  const { at, ms, by, powershell, edition, languageMode, elevated, userSid, script } = collection;
  const login = elevated === null ? message('report.notKnown') : elevated ? message('report.elevated') : message('report.notElevated');
  // The fallback does not measure.
  const measured = by === 'powershell';
  const times = sectionNames(sections).map((name) => `${name} ${String(sections[name].ms)} ms`);
  return [
    { label: say(message('report.collected')), value: at === '' ? say(message('report.notKnown')) : timeText(at), source: measured ? say(message('report.collectedIn', ms)) : '' },
    {
      label: say(message('report.collectedBy')),
      value: by === 'powershell' ? 'PowerShell' : say(message('report.byTools')),
      source: [powershell, edition, languageMode].filter((part) => part !== null).join(', '),
    },
    { label: say(message('report.login')), value: say(login), source: userSid ?? '' },
    ...(measured ? [{ label: say(message('report.durations')), value: say(message('report.milliseconds', ms)), source: times.join(', ') }] : []),
    ...(script === null ? [] : [{ label: say(message('report.script')), value: 'SHA-256', source: script }]),
  ];
}

const reasons = {
  notElevated: message('report.reason.notElevated'),
  accessDenied: message('report.reason.accessDenied'),
  notAvailable: message('report.reason.notAvailable'),
  timedOut: message('report.reason.timedOut'),
  tooLarge: message('report.reason.tooLarge'),
  notAsked: message('report.reason.notAsked'),
  failed: message('report.reason.failed'),
} as const;

const sectionTitles: Readonly<Record<SectionName, Message>> = {
  host: message('report.section.host'),
  registry: message('report.section.registry'),
  services: message('report.section.services'),
  sockets: message('report.section.sockets'),
  sessions: message('report.section.sessions'),
  firewall: message('report.section.firewall'),
  certificates: message('report.section.certificates'),
  rights: message('report.section.rights'),
  groups: message('report.section.groups'),
  power: message('report.section.power'),
  licensing: message('report.section.licensing'),
  events: message('report.section.events'),
  policySources: message('report.section.policySources'),
};
