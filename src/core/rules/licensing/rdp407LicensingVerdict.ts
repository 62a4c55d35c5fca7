// One verdict on the licensing of a session host: mode, licence servers, their answers, grace period and events together, and what to do.
// Remote administration (mode 1) and hosts without the role need no licences and get none. What could not be seen weakens the verdict, it
// never makes it good. Sources: Win32_TerminalServiceSetting; Microsoft, licensing mode is not configured, no license server is available.

import { message } from '../../messages/message';
import type { HostSeen } from '../../snapshot/hostSeen';
import type { LicensingSeen } from '../../snapshot/licensingSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { Found, Rule, Severity } from '../rule';
import { CONNECTION_MANAGER, eventGroups, eventsUnseen, relatedEvents, unseenOf } from '../snapshotFacts';
import { licensingCause, toldByVerdict, type LicensingCause } from './licensingCause';

export const rdp407LicensingVerdict: Rule = {
  code: 'RDP407',
  title: message('RDP407.title'),
  severity: 'error',
  symptom: 4,
  *check({ server }) {
    if (server === undefined) return;
    const [licensing, cause] = [dataOf(server.snapshot.sections.licensing), licensingCause(server)];
    if (licensing !== undefined && cause !== undefined) yield verdict(server, licensing, dataOf(server.snapshot.sections.host), cause);
  },
};

function verdict(server: ServerSeen, { graceDays, graceCode }: LicensingSeen, host: HostSeen | undefined, { cause, fact, soft }: LicensingCause): Found {
  const days = graceCode === 0 ? graceDays : null;
  const over = days === 0 || expiry(server).length > 0;
  const severity: Severity = host?.sessionHost !== true ? 'information' : over && soft === undefined ? 'error' : 'warning';
  const unknown = days === null ? [message('RDP407.graceUnseen', String(graceCode ?? '-'))] : [];
  return {
    message: cause,
    why: soft === true ? message('RDP407.whySoft') : over ? message('RDP407.whyOver') : days === null ? message('RDP407.whyUnknown') : message('RDP407.whyGrace', days),
    evidence: server.evidence(fact),
    severity,
    ...(host?.sessionHost === true ? {} : { certainty: 'assumed' as const }),
    related: relatedEvents(server, CONNECTION_MANAGER, toldByVerdict),
    unseen: [...unknown, ...unseenOf(server, 'host', 'licensing'), ...eventsUnseen(server)],
  };
}

// 50280: over and without licences. 1069: over and without a mode.
const expiry = (server: ServerSeen): ReturnType<typeof eventGroups> => [50_280, 1069].flatMap((id) => eventGroups(server, CONNECTION_MANAGER, id));
