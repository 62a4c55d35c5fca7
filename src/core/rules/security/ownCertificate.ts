// When Windows failed to make or replace its own certificate (1057, 1058) and has logged no new one since (1056): failures before that are
// over. Source: Microsoft, Troubleshoot RDP issues by event id.

import type { EventGroup } from '../../snapshot/eventsSeen';
import type { ServerSeen } from '../../snapshot/serverSeen';
import { CONNECTION_MANAGER, eventGroups } from '../snapshotFacts';

const MADE = 1056;
const FAILED = [1057, 1058];

export function openFailures(server: ServerSeen): readonly EventGroup[] {
  const made = Math.max(...eventGroups(server, CONNECTION_MANAGER, MADE).map(({ last }) => Date.parse(last)), 0);
  return FAILED.flatMap((id) => eventGroups(server, CONNECTION_MANAGER, id)).filter(({ last }) => Date.parse(last) > made);
}
