// Symptom 4 of a server, from within: its licensing mode, what its licence servers answer, the grace period, the stored certificates.

import { message, type Message, type Say } from '../../messages/message';
import type { LicensingSeen } from '../../snapshot/licensingSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { Snapshot } from '../../snapshot/snapshot';
import type { ReportLine } from '../reportText';

const modes: ReadonlyMap<number, Message> = new Map([
  [0, message('report.mode.personal')],
  [1, message('report.mode.administration')],
  [2, message('report.mode.perDevice')],
  [4, message('report.mode.perUser')],
  [5, message('report.mode.notConfigured')],
  [6, message('report.mode.azure')],
]);

// What GetTStoLSConnectivityStatus answers. Source: Microsoft, Win32_TerminalServiceSetting.
const statuses: ReadonlyMap<number, Message> = new Map([
  [0, message('report.licence.unknown')],
  [1, message('report.licence.good')],
  [2, message('report.licence.good')],
  [3, message('report.licence.beta')],
  [4, message('report.licence.older')],
  [5, message('report.licence.notInGroup')],
  [6, message('report.licence.notReached')],
  [7, message('report.licence.validityUnknown')],
  [8, message('report.licence.denied')],
  [11, message('report.licence.good')],
]);

export function licensingLines({ sections }: Snapshot, say: Say): readonly ReportLine[] {
  const seen = dataOf(sections.licensing);
  if (seen === undefined) return [];
  const { mode, modeSource, servers, certificateValues, licenceServer } = seen;
  const from = modeSource === 1 ? message('report.mode.byPolicy') : modeSource === 0 ? message('report.mode.own') : undefined;
  return [
    { id: 'licensing:mode', label: say(message('report.mode')), value: say(modes.get(mode ?? -1) ?? message('report.notKnown')), source: [...(mode === null ? [] : [String(mode)]), ...(from === undefined ? [] : [say(from)])].join(', ') },
    { id: 'licensing:servers', label: say(message('report.licence.servers')), value: servers.length === 0 ? say(message('report.none')) : String(servers.length), source: '' },
    ...servers.map(({ name, status }) => ({
      id: `licensing:server:${name}`,
      label: say(message('report.licence.server')),
      value: name,
      source: say(status === null ? message('report.licence.unknown') : (statuses.get(status) ?? message('report.licence.status', status))),
    })),
    { id: 'licensing:grace', label: say(message('report.grace')), value: graceText(seen, say), source: '' },
    {
      id: 'licensing:certificates',
      label: say(message('report.licence.certificates')),
      // An empty list that nobody read is no list.
      value: say(certificateValues.length === 0 && !certificatesRead(sections.licensing) ? message('report.notKnown') : message('report.entries', certificateValues.length)),
      source: certificateValues.map(({ name, length }) => say(message('report.bytesOf', name, length))).join(', '),
    },
    ...(licenceServer === null ? [] : [{ id: 'licensing:role', label: say(message('report.licence.role')), value: say(message('report.installed')), source: say(message('report.licence.activation', licenceServer.activation ?? say(message('report.notKnown')))) }]),
  ];
}

function certificatesRead(section: Snapshot['sections']['licensing']): boolean {
  return 'data' in section && !section.unseen.some(({ what }) => what === 'certificateValues');
}

function graceText({ graceDays, graceCode }: LicensingSeen, say: Say): string {
  if (graceCode !== null && graceCode !== 0) return say(message('report.grace.code', graceCode));
  if (graceDays === null) return say(message('report.notKnown'));
  return graceDays === 0 ? say(message('report.grace.over')) : say(message('report.grace.days', graceDays));
}
