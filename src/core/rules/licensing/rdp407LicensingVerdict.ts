// One verdict on the licensing of a session host: mode, licence servers, their answers, grace period and events together, and what to do.
// Remote administration (mode 1) and hosts without the role need no licences and get none. What could not be seen weakens the verdict, it
// never makes it good. Sources: Win32_TerminalServiceSetting; Microsoft, licensing mode is not configured, no license server is available.

import { message, type Message } from '../../messages/message';
import type { HostSeen } from '../../snapshot/hostSeen';
import type { LicensingSeen } from '../../snapshot/licensingSeen';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { Found, Related, Rule, Severity } from '../rule';
import { CONNECTION_MANAGER, dataOf, eventFact, eventGroups, eventsUnseen, timesOf, unseenOf } from '../snapshotFacts';
import { connectivity, serversWith } from './licenceServers';

const [PER_DEVICE, PER_USER, NOT_CONFIGURED] = [2, 4, 5];

interface Cause {
  readonly cause: Message;
  readonly fact: string;
  /** Works while the grace period lasts, or until then for some. */
  readonly soft?: true;
}

export const rdp407LicensingVerdict: Rule = {
  code: 'RDP407',
  title: message('RDP407.title'),
  severity: 'error',
  symptom: 4,
  *check({ server }) {
    if (server === undefined) return;
    const [licensing, host] = [dataOf(server.snapshot.sections.licensing), dataOf(server.snapshot.sections.host)];
    if (licensing === undefined || host?.sessionHost === false) return;
    const cause = causeOf(licensing, host);
    if (cause !== undefined) yield verdict(server, licensing, host, cause);
  },
};

function causeOf(licensing: LicensingSeen, host: HostSeen | undefined): Cause | undefined {
  const { mode, servers } = licensing;
  if (mode === NOT_CONFIGURED) return { cause: message('RDP407.notConfigured'), fact: 'licensing:mode' };
  if (mode !== PER_DEVICE && mode !== PER_USER) return undefined;
  const name = mode === PER_DEVICE ? 'Per Device' : 'Per User';
  if (servers.length === 0) return { cause: message('RDP407.noServer', name), fact: 'licensing:servers' };
  if (mode === PER_USER && host?.domainJoined === false) return { cause: message('RDP407.workgroup'), fact: 'licensing:mode', soft: true };
  const [bad] = serversWith(licensing, 'bad');
  if (bad === undefined) return undefined;
  const fact = `licensing:server:${bad.name}`;
  if (serversWith(licensing, 'good').length > 0) return { cause: message('RDP407.someAnswer', bad.name), fact, soft: true };
  // One that could not be asked may be the one that works.
  if (serversWith(licensing, 'unknown').length > 0) return { cause: message('RDP407.someUnknown', bad.name), fact, soft: true };
  const all = servers.map(({ name: server }) => server).join(', ');
  if (servers.every(({ status }) => status === connectivity.noConnection)) return { cause: message('RDP407.noneAnswers', all), fact };
  return { cause: message('RDP407.noneGives', all, String(bad.status)), fact };
}

function verdict(server: ServerSeen, { graceDays, graceCode }: LicensingSeen, host: HostSeen | undefined, { cause, fact, soft }: Cause): Found {
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
    related: related(server),
    unseen: [...unknown, ...unseenOf(server, 'host', 'licensing'), ...eventsUnseen(server)],
  };
}

// 50280: over and without licences. 1069: over and without a mode.
const expiry = (server: ServerSeen): ReturnType<typeof eventGroups> => [50_280, 1069].flatMap((id) => eventGroups(server, CONNECTION_MANAGER, id));

function related(server: ServerSeen): readonly Related[] {
  const groups = [50_280, 50_281, 50_282, 50_283, 1068, 1069].flatMap((id) => eventGroups(server, CONNECTION_MANAGER, id));
  return groups.map((group) => ({ message: message('RDP407.event', group.id, timesOf(group), group.last), evidence: server.evidence(eventFact(group)) }));
}
