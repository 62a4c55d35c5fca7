// fLogonDisabled = 1: the listener answers and refuses whoever logs on. Source: Microsoft, Troubleshoot an RDP general error.

import { message } from '../../messages/message';
import { changeTo, numberRule } from '../settingRule';

const REFUSED = 1;
const ACCEPTED = 0;

export const rdp103LogonsDisabled = numberRule({
  code: 'RDP103',
  title: message('RDP103.title'),
  severity: 'warning',
  symptom: 1,
  settings: ['listener.logonDisabled'],
  say: (number, seen) =>
    number === REFUSED
      ? { message: message('RDP103.message', seen.listener ?? ''), remedies: [changeTo(seen, ACCEPTED, message('RDP103.fix'))] }
      : undefined,
});
