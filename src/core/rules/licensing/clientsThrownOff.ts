// The events by which clients are thrown off for the host's licensing certificate, under their current numbers: TermDD 50 alone is a scanner
// or a wrong client, with a complaint of licensing beside it is one of these. Source: Microsoft, article 2477176.

import type { EventGroup } from '../../snapshot/eventsSeen';
import type { ServerSeen } from '../../snapshot/serverSeen';
import { CONNECTION_MANAGER, eventGroups } from '../snapshotFacts';

export const INVALID = 50_285;
export const TERMDD_ERROR = 50;
const COMPLAINTS = [1003, 1004, 50_180, 50_280];

export function complaintOf(server: ServerSeen): EventGroup | undefined {
  return COMPLAINTS.flatMap((id) => eventGroups(server, CONNECTION_MANAGER, id))[0];
}

/** Whether RDP408 tells of TermDD 50, or of the certificate behind it. */
export function throwsClientsOff(server: ServerSeen): boolean {
  return eventGroups(server, CONNECTION_MANAGER, INVALID).length > 0 || complaintOf(server) !== undefined;
}
