// The switches fInherit… of a listener: 1 takes a value from the configuration of the user, or the default one, and leaves the
// listener's own without effect. Source: registry exports; the Azure RDPSettings script sets them together with the limits.

import type { SettingRow } from '../setting';
import { dword, inListener, offOn } from './places';
import { EXPORT, EXPORTS } from './sources';

const domain = offOn('the value of the listener counts', 'taken from the configuration of the user');

/** Inherits on a fresh system. */
function inherited<const Id extends string>(id: Id, title: string, name: string) {
  const place = inListener(name);
  return { id, title, place, types: dword, domain, standard: 1, restart: 'nextLogon', symptom: null, confidence: 'H', source: EXPORTS } as const;
}

/** Does not inherit on a fresh system, as one export tells. */
function notInherited<const Id extends string>(id: Id, title: string, name: string) {
  const place = inListener(name);
  return { id, title, place, types: dword, domain, standard: 0, restart: 'unknown', symptom: null, confidence: 'M', source: EXPORT } as const;
}

export const listenerInheritance = [
  inherited('listener.inheritMaxSessionTime', 'Limit of active sessions inherited', 'fInheritMaxSessionTime'),
  inherited('listener.inheritMaxDisconnectionTime', 'Limit of disconnected sessions inherited', 'fInheritMaxDisconnectionTime'),
  inherited('listener.inheritMaxIdleTime', 'Limit of idle sessions inherited', 'fInheritMaxIdleTime'),
  inherited('listener.inheritReconnectSame', 'Rule for reconnection inherited', 'fInheritReconnectSame'),
  inherited('listener.inheritResetBroken', 'What happens at a limit inherited', 'fInheritResetBroken'),
  inherited('listener.inheritShadow', 'Remote control inherited', 'fInheritShadow'),
  inherited('listener.inheritAutoLogon', 'Logon data inherited', 'fInheritAutoLogon'),
  inherited('listener.inheritInitialProgram', 'Initial program inherited', 'fInheritInitialProgram'),
  inherited('listener.inheritAutoClient', 'Client devices inherited', 'fInheritAutoClient'),
  inherited('listener.inheritCallbackNumber', 'Callback number inherited', 'fInheritCallbackNumber'),
  notInherited('listener.inheritColorDepth', 'Color depth inherited', 'fInheritColorDepth'),
  notInherited('listener.inheritCallback', 'Callback inherited', 'fInheritCallback'),
] as const satisfies readonly SettingRow[];
