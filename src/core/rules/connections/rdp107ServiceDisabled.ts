// Start = 4 of the service TermService: it cannot be started, so nothing listens. Windows brings it along with 3, started on demand.
// Source: Microsoft, Remote Desktop Services isn't starting on an Azure VM.

import { message } from '../../messages/message';
import type { Rule } from '../rule';
import { changeTo, numberRule } from '../settingRule';
import { serviceOf } from '../snapshotFacts';

const DISABLED = 4;
const ON_DEMAND = 3;

const inRegistry = numberRule({
  code: 'RDP107',
  title: message('RDP107.title'),
  severity: 'warning',
  symptom: 1,
  settings: ['service.start'],
  say: (number, seen) =>
    number === DISABLED ? { message: message('RDP107.message'), why: message('RDP107.why'), remedies: [changeTo(seen, ON_DEMAND, message('RDP107.fix'))] } : undefined,
});

export const rdp107ServiceDisabled: Rule = {
  ...inRegistry,
  *check(statements) {
    yield* inRegistry.check(statements);
    const { server } = statements;
    if (server === undefined || statements.final('service.start').length > 0 || serviceOf(server, 'TermService')?.startType !== DISABLED) return;
    yield { message: message('RDP107.message'), why: message('RDP107.why'), evidence: server.evidence('service:TermService') };
  },
};
