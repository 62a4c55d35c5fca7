// A sleep or hibernation policy for mains power in a source that also accepts connections: a computer that sleeps takes none. Only
// together, because a power policy alone says nothing about Remote Desktop. Source: Power.admx.

import { message } from '../../messages/message';
import { changeTo, effectiveNumber, numberRule } from '../settingRule';

const ACCEPTED = 0;
const NEVER = 0;

export const rdp114ComputerSleeps = numberRule({
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
