// TermService is not there or does not run: nobody connects, whatever else is right. One that is starting or stopping long after the
// computer started hangs; soon after, it may only be slow. One that is disabled cannot be started, so that is said instead of the stop.
// The events of the Service Control Manager that name it are related.
// Sources: Win32_Service; Microsoft, General Remote Desktop connection troubleshooting.

import { message } from '../../messages/message';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { ServiceSeen } from '../../snapshot/servicesSeen';
import type { Found, Rule } from '../rule';
import { effectiveNumber } from '../settingRule';
import { eventsUnseen, serviceOf } from '../snapshotFacts';
import { serviceEvents } from './serviceEvents';

const [STARTING, STOPPING, RUNNING] = [2, 3, 4];
const DISABLED = 4;
const NEVER_STARTED = 1077;
const REFUSED = 1;
const SLOW_START = 10 * 60_000;

export const rdp119ServiceStopped: Rule = {
  code: 'RDP119',
  title: message('RDP119.title'),
  severity: 'error',
  symptom: 1,
  *check(statements) {
    const { server } = statements;
    const service = server === undefined ? undefined : serviceOf(server, 'TermService');
    const said = server === undefined || service === undefined ? undefined : say(server, service);
    if (server === undefined || said === undefined) return;
    const related = serviceEvents(server).map(({ told, evidence }) => ({ message: told, evidence }));
    // It starts on demand, and with connections refused there is none.
    const idle = said.message.key === 'RDP119.stopped' && effectiveNumber(statements, 'denyConnections', undefined) === REFUSED;
    const weight = idle ? { severity: 'information' as const, why: message('RDP119.whyIdle') } : {};
    yield { why: message('RDP119.why'), ...said, ...weight, evidence: server.evidence('service:TermService'), related, unseen: eventsUnseen(server) };
  },
};

function say(server: ServerSeen, { installed, state, startType, exitCode }: ServiceSeen): Omit<Found, 'evidence'> | undefined {
  if (!installed) return { message: message('RDP119.absent') };
  if (state === null || state === RUNNING) return undefined;
  if (state !== STARTING && state !== STOPPING && startType === DISABLED) return { message: message('RDP119.disabled') };
  if (state !== STARTING && state !== STOPPING) return { message: exitCode === null || exitCode === 0 || exitCode === NEVER_STARTED ? message('RDP119.stopped') : message('RDP119.failed', exitCode) };
  const told = state === STARTING ? message('RDP119.starting') : message('RDP119.stopping');
  if (startedLately(server)) return { message: told, why: message('RDP119.whySoon'), severity: 'information', certainty: 'assumed' };
  return { message: told, why: message('RDP119.whyHangs'), certainty: 'assumed' };
}

function startedLately({ snapshot }: ServerSeen): boolean {
  const host = dataOf(snapshot.sections.host);
  const up = host === undefined || host.bootedAt === null ? NaN : Date.parse(host.clock) - Date.parse(host.bootedAt);
  return up >= 0 && up < SLOW_START;
}
