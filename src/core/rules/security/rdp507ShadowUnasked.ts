// Shadow 2 and 4: administrators see a session, or steer it, without the user being asked. The listener's own value counts only while
// fInheritShadow is 0; where the same source says 1, RDP310 speaks. Source: TerminalServer.admx, "Set rules for remote control of Remote
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
    if (seen.side === 'local' && effectiveNumber(statements, 'listener.inheritShadow', seen.listener) === INHERITED) return undefined;
    if (number === CONTROL_UNASKED) return { message: message('RDP507.control'), remedies: [changeTo(seen, 1, message('RDP507.fixControl'))] };
    return number === VIEW_UNASKED ? { message: message('RDP507.view'), remedies: [changeTo(seen, 3, message('RDP507.fixView'))] } : undefined;
  },
});
