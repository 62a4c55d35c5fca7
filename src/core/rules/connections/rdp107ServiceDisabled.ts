// Start = 4 of the service TermService: it cannot be started, so nothing listens. Windows brings it along with 3, started on demand.
// On a server it stands on the value; where that was not seen, it speaks only while the service still runs, and RDP119 does after that.
// Source: Microsoft, Remote Desktop Services isn't starting on an Azure VM.

import { message } from '../../messages/message';
import type { Rule } from '../rule';
import { changeTo, numberRule } from '../settingRule';
import { serviceOf } from '../snapshotFacts';

const DISABLED = 4;
const ON_DEMAND = 3;
const RUNNING = 4;

const inRegistry = numberRule({
  code: 'RDP107',
  title: message('RDP107.title'),
  severity: 'warning',
  symptom: 1,
  settings: ['service.start'],
  say: (number, seen, { server }) => {
    if (number !== DISABLED) return undefined;
    const state = server === undefined ? null : (serviceOf(server, 'TermService')?.state ?? null);
    const remedies = [changeTo(seen, ON_DEMAND, message('RDP107.fix'))];
    return { message: state === RUNNING ? message('RDP107.running') : message('RDP107.message'), why: message('RDP107.why'), remedies };
  },
});

export const rdp107ServiceDisabled: Rule = {
  ...inRegistry,
  *check(statements) {
    yield* inRegistry.check(statements);
    const { server } = statements;
    const service = server === undefined ? undefined : serviceOf(server, 'TermService');
    if (server === undefined || statements.final('service.start').length > 0 || service?.startType !== DISABLED || service.state !== RUNNING) return;
    yield { message: message('RDP107.running'), why: message('RDP107.why'), evidence: server.evidence('service:TermService') };
  },
};
