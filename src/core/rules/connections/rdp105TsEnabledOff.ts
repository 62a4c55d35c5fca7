// TSEnabled = 0: Microsoft's guide for a server that refuses connections expects 1. What else the value does is not documented, so
// assumed. Source: Microsoft, Troubleshoot an RDP general error.

import { message } from '../../messages/message';
import { changeTo, numberRule } from '../settingRule';

const OFF = 0;
const ON = 1;

export const rdp105TsEnabledOff = numberRule({
  code: 'RDP105',
  title: message('RDP105.title'),
  severity: 'warning',
  symptom: 1,
  settings: ['tsEnabled'],
  say: (number, seen) =>
    number === OFF ? { message: message('RDP105.message'), certainty: 'assumed', remedies: [changeTo(seen, ON, message('RDP105.fix'))] } : undefined,
});
