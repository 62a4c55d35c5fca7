// Keep-alive takes two values: KeepAliveEnable = 1 and KeepAliveInterval in minutes. One without the other does nothing or leaves the
// interval to Windows. The missing one may already be on the server, so only a plain contradiction is a warning.
// Source: TerminalServer.admx, "Configure keep-alive connection interval", whose interval is required.

import { message } from '../../messages/message';
import { dwordOf } from '../../registry/valueData';
import type { Found, Rule } from '../rule';
import { changeTo } from '../settingRule';
import type { SettingSeen } from '../statements';

const ON = 1;
const OFF = 0;

export const rdp307KeepAliveHalf: Rule = {
  code: 'RDP307',
  title: message('RDP307.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    const [switches, intervals] = [statements.final('keepAliveEnable'), statements.final('keepAliveInterval')];
    for (const side of ['local', 'policy'] as const) {
      const [enable, interval] = [switches.find((seen) => seen.side === side), intervals.find((seen) => seen.side === side)];
      const found = judge(enable, interval);
      if (found !== undefined) yield found;
    }
  },
};

function judge(enable: SettingSeen | undefined, interval: SettingSeen | undefined): Found | undefined {
  const state = enable === undefined ? undefined : dwordOf(enable.observation.data);
  if (interval === undefined) {
    if (enable === undefined || state !== ON) return undefined;
    return { message: message('RDP307.noInterval'), ...at(enable), severity: 'information' };
  }
  if (enable === undefined) return { message: message('RDP307.noSwitch'), ...at(interval), severity: 'information' };
  // Both 0 is no contradiction: keep-alive is off and says so twice.
  if (state !== OFF || dwordOf(interval.observation.data) === 0) return undefined;
  const related = [{ message: message('RDP307.related'), evidence: interval.observation.evidence }];
  return { message: message('RDP307.off'), ...at(enable), related, remedies: [changeTo(enable, ON, message('RDP307.fix'))] };
}

function at({ observation: { evidence, place } }: SettingSeen): Pick<Found, 'evidence' | 'places'> {
  return { evidence, places: [place] };
}
