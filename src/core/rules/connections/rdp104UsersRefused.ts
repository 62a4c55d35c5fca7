// TSUserEnabled = 1 reads like "users enabled" and is the opposite: a healthy server has 0. Files found on the web set 1 on purpose.
// Known from one Microsoft article and from exports, hence assumed. Source: Microsoft, Troubleshoot an RDP general error.

import { message } from '../../messages/message';
import { changeTo, numberRule } from '../settingRule';

const REFUSED = 1;
const ACCEPTED = 0;

export const rdp104UsersRefused = numberRule({
  code: 'RDP104',
  title: message('RDP104.title'),
  severity: 'warning',
  symptom: 1,
  settings: ['tsUserEnabled'],
  say: (number, seen) =>
    number === REFUSED
      ? { message: message('RDP104.message'), why: message('RDP104.why'), certainty: 'assumed', remedies: [changeTo(seen, ACCEPTED, message('RDP104.fix'), true)] }
      : undefined,
});
