// A sleep or hibernation policy for mains power in a source that also accepts connections: a computer that sleeps takes none. Only
// together, because a power policy alone says nothing about Remote Desktop. On a server the times in force count, plan or policy.
// Source: Power.admx.

import { message } from '../../messages/message';
import { dataOf } from '../../snapshot/sectionData';
import type { Rule } from '../rule';
import { changeTo, effectiveNumber, numberRule } from '../settingRule';

const ACCEPTED = 0;
const NEVER = 0;

const byPolicy = numberRule({
  code: 'RDP114',
  title: message('RDP114.title'),
  severity: 'information',
  symptom: 1,
  settings: ['power.sleepPluggedIn', 'power.hibernatePluggedIn', 'power.unattendedSleepPluggedIn'],
  say: (seconds, seen, statements) =>
    seconds === NEVER || effectiveNumber(statements, 'denyConnections', undefined) !== ACCEPTED
      ? undefined
      : { message: message('RDP114.message', seconds), remedies: [changeTo(seen, NEVER, message('RDP114.fix'))] },
});

export const rdp114ComputerSleeps: Rule = {
  ...byPolicy,
  *check(statements) {
    const { server } = statements;
    const power = server === undefined ? undefined : dataOf(server.snapshot.sections.power);
    if (server === undefined || power === undefined || power.sleepAc === null) {
      yield* byPolicy.check(statements);
      return;
    }
    if (effectiveNumber(statements, 'denyConnections', undefined) !== ACCEPTED) return;
    const times = [power.sleepAc, power.hibernateAc ?? NEVER].filter((seconds) => seconds > NEVER);
    if (times.length > 0) yield { message: message('RDP114.live', Math.min(...times)), why: message('RDP114.why'), evidence: server.evidence('power') };
  },
};
