// `MaxIdleTime` as `dword:00900000`: the milliseconds of a quarter of an hour, which Windows reads as hexadecimal. Reported only where the
// digits are whole minutes in decimal and the number itself is not even whole seconds, which a limit that is meant hardly ever is.
// Source: Microsoft, Change the listening port for Remote Desktop (data of a dword is hexadecimal); TerminalServer.admx for the limits.

import { message } from '../../messages/message';
import { changeTo, numberRule } from '../settingRule';

const MINUTE = 60_000;
const SECOND = 1000;

export const rdp312LimitInDecimal = numberRule({
  code: 'RDP312',
  title: message('RDP312.title'),
  severity: 'warning',
  symptom: 3,
  settings: ['listener.maxIdleTime', 'listener.maxDisconnectionTime', 'listener.maxConnectionTime'],
  say: (limit, seen) => {
    const digits = limit.toString(16);
    const meant = /^\d+$/.test(digits) ? Number(digits) : NaN;
    // NaN is no multiple of anything.
    if (meant < MINUTE || meant % MINUTE !== 0 || limit % SECOND === 0) return undefined;
    return {
      message: message('RDP312.message', seen.observation.place.name, digits, limit, meant / MINUTE),
      remedies: [changeTo(seen, meant, message('RDP312.fix', meant / MINUTE, meant), true)],
    };
  },
});
