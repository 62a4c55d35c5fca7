// Whether a server has no listener at all: its registry was read far enough to know, and none is there.

import type { RegistryKeySeen } from '../../snapshot/registrySeen';
import type { ServerSeen } from '../../snapshot/serverSeen';

export function hasNoListener({ snapshot }: ServerSeen): boolean {
  const { registry } = snapshot.sections;
  if ('failure' in registry || registry.data.listeners.length > 0 || !registry.data.keys.some(isTerminalServer)) return false;
  // Of what a collection leaves out, only these cannot hide a listener.
  return registry.unseen.every(({ what }) => /\\RCM(?:\\|$)|^keys\.HKEY_USERS/i.test(what));
}

function isTerminalServer({ key, state }: RegistryKeySeen): boolean {
  return state === 'present' && /\\control\\terminal server$/i.test(key);
}
