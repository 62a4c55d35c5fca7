// LanAdapter other than 0 ties the listener to one network adapter, by a number that changes when the adapter is replaced; the listener
// then fails with event 1036. Meant on servers with several networks, hence information. Source: Microsoft article 555382.

import { message } from '../../messages/message';
import { changeTo, numberRule } from '../settingRule';

const ALL_ADAPTERS = 0;

export const rdp110OneAdapter = numberRule({
  code: 'RDP110',
  title: message('RDP110.title'),
  severity: 'information',
  symptom: 1,
  settings: ['listener.lanAdapter'],
  say: (number, seen) =>
    number === ALL_ADAPTERS
      ? undefined
      : { message: message('RDP110.message', seen.listener ?? '', number), remedies: [changeTo(seen, ALL_ADAPTERS, message('RDP110.fix'))] },
});
