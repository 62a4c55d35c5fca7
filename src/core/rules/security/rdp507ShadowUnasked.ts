// Shadow 2 and 4: administrators see a session, or steer it, without the user being asked. The listener's own value counts only while
// fInheritShadow is 0, which Windows has at 1: where the same source says 1, RDP310 speaks, where it says nothing, this is assumed. Source: TerminalServer.admx, "Set rules for remote control of Remote
// Desktop Services user sessions".

import { message } from '../../messages/message';
import { changeTo, effectiveNumber, numberRule } from '../settingRule';

const CONTROL_UNASKED = 2;
const VIEW_UNASKED = 4;
const INHERITED = 1;

export const rdp507ShadowUnasked = numberRule({
  code: 'RDP507',
  title: message('RDP507.title'),
  severity: 'warning',
  symptom: 3,
  settings: ['listener.shadow'],
  say: (number, seen, statements) => {
    const inherited = seen.side === 'policy' ? 0 : effectiveNumber(statements, 'listener.inheritShadow', seen.listener);
    if (inherited === INHERITED) return undefined;
    const certainty = inherited === undefined ? 'assumed' : 'confirmed';
    if (number === CONTROL_UNASKED) return { message: message('RDP507.control'), certainty, remedies: [changeTo(seen, 1, message('RDP507.fixControl'))] };
    return number === VIEW_UNASKED ? { message: message('RDP507.view'), certainty, remedies: [changeTo(seen, 3, message('RDP507.fixView'))] } : undefined;
  },
});
