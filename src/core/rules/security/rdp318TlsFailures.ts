// Schannel could not set up TLS, told once per kind. Before Windows 11 21H2 no such event names the program it happened to, so it weighs
// as information; it is a warning where the process is the one of TermService. Another named program is none of this rule's business.
// Sources: event manifests per build; Microsoft, Troubleshoot RDP issues by event id.

import { message } from '../../messages/message';
import type { EventGroup } from '../../snapshot/eventsSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { Found, Rule } from '../rule';
import { CONNECTION_MANAGER, eventFact, eventGroups, eventsUnseen, factsOf, timesOf, unseenOf } from '../snapshotFacts';

const KEY_NOT_OPENED = 36_870;
const KINDS = [KEY_NOT_OPENED, 36_871, 36_872, 36_874, 36_886];

type Caller = 'remoteDesktop' | 'other' | 'unknown';

export const rdp318TlsFailures: Rule = {
  code: 'RDP318',
  title: message('RDP318.title'),
  severity: 'warning',
  symptom: 3,
  *check({ server }) {
    if (server === undefined) return;
    for (const group of KINDS.flatMap((id) => eventGroups(server, 'Schannel', id))) {
      const caller = callerOf(server, group);
      // The key of Windows' own certificate, of which RDP317 speaks.
      if (caller === 'other' || (caller === 'unknown' && group.id === KEY_NOT_OPENED && ownCertificateFails(server))) continue;
      yield say(server, group, caller);
    }
  },
};

function ownCertificateFails(server: ServerSeen): boolean {
  return [1057, 1058].some((id) => eventGroups(server, CONNECTION_MANAGER, id).length > 0);
}

function say(server: ServerSeen, group: EventGroup, caller: Exclude<Caller, 'other'>): Found {
  const [fact] = factsOf(group, dataOf(server.snapshot.sections.host)?.build);
  const told = [group.id, fact?.meaning ?? '', timesOf(group), group.first, group.last] as const;
  const found = { evidence: server.evidence(eventFact(group)), unseen: [...unseenOf(server, 'services'), ...eventsUnseen(server)] };
  return caller === 'remoteDesktop'
    ? { ...found, message: message('RDP318.own', ...told), why: message('RDP318.why') }
    : { ...found, message: message('RDP318.unknown', ...told), why: message('RDP318.whyUnknown'), severity: 'information', certainty: 'assumed' };
}

/** By process id, or else by a program that cannot be TermService; svchost.exe alone says nothing, it runs most services. */
function callerOf({ snapshot }: ServerSeen, { samples }: EventGroup): Caller {
  const pid = dataOf(snapshot.sections.services)?.services.find(({ name }) => name.toLowerCase() === 'termservice')?.pid ?? 0;
  const fields = samples.map((sample) => sample.fields);
  if (pid !== 0 && fields.some(({ CallerProcessId }) => CallerProcessId !== undefined && Number(CallerProcessId) === pid)) return 'remoteDesktop';
  const images = fields.map(({ CallerProcessImageName }) => CallerProcessImageName?.toLowerCase());
  const foreign = images.length > 0 && images.every((image) => image !== undefined && image !== '' && !/(?:^|\\)(?:svchost|lsass)(?:\.exe)?$/.test(image));
  return foreign ? 'other' : 'unknown';
}
