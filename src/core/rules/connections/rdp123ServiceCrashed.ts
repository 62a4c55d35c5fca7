// Remote Desktop Services ended by itself and runs again: every session was lost with it, and it may happen again. While it does not run,
// RDP119 tells the same events. Sources: events 7031 and 7034 of the Service Control Manager.

import { message } from '../../messages/message';
import type { Rule } from '../rule';
import { remoteDesktopRuns } from '../port/portOwners';
import { eventsUnseen, timesOf } from '../snapshotFacts';
import { CRASHED, serviceEvents } from './serviceEvents';

export const rdp123ServiceCrashed: Rule = {
  code: 'RDP123',
  title: message('RDP123.title'),
  severity: 'warning',
  symptom: 1,
  *check({ server }) {
    if (server === undefined || remoteDesktopRuns(server) !== true) return;
    for (const { group, evidence } of serviceEvents(server)) {
      if (!CRASHED.has(group.id)) continue;
      yield { message: message('RDP123.message', group.id, timesOf(group), group.first, group.last), why: message('RDP123.why'), evidence, unseen: eventsUnseen(server) };
    }
  },
};
