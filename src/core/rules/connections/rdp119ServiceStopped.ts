// TermService is not there or does not run: nobody connects, whatever else is right. Start and stop in progress are told as such.
// Sources: Win32_Service; Microsoft, General Remote Desktop connection troubleshooting.

import { message, type Message } from '../../messages/message';
import type { ServiceSeen } from '../../snapshot/servicesSeen';
import type { Rule } from '../rule';
import { dataOf } from '../snapshotFacts';

const [STARTING, STOPPING, RUNNING] = [2, 3, 4];

export const rdp119ServiceStopped: Rule = {
  code: 'RDP119',
  title: message('RDP119.title'),
  severity: 'error',
  symptom: 1,
  *check({ server }) {
    const service = server === undefined ? undefined : dataOf(server.snapshot.sections.services)?.services.find(({ name }) => name.toLowerCase() === 'termservice');
    if (server === undefined || service === undefined) return;
    const said = say(service);
    if (said !== undefined) yield { message: said, why: message('RDP119.why'), evidence: server.evidence(`service:${service.name}`) };
  },
};

function say({ installed, state, exitCode }: ServiceSeen): Message | undefined {
  if (!installed) return message('RDP119.absent');
  if (state === null || state === RUNNING) return undefined;
  if (state === STARTING || state === STOPPING) return message('RDP119.between');
  return exitCode === null || exitCode === 0 ? message('RDP119.stopped') : message('RDP119.failed', exitCode);
}
