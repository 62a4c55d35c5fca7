// Which keys are Remote Desktop's affair, for rules that speak about keys and not about single values: the Terminal Server key and
// everything below it, the services, the firewall's stores and every key the table of settings names unless it is everybody's.

import { keyIdentity, type RegistryKey } from '../registry/place';
import { isFirewallStore } from './firewallRule';
import { isSettingKey } from './lookup';

const SET = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\';
const roots = [
  `${SET}control\\terminal server`,
  `${SET}services\\termservice`,
  `${SET}services\\sessionenv`,
  `${SET}services\\umrdpservice`,
];

// Keys of the whole system in which Remote Desktop cares about a value or two: saying something about the key would be noise.
const shared = /\\(?:control\\(?:lsa|power)|services\\tcpip\\parameters|policies\\explorer|system\\select)$/;

export function isRdpKey(key: RegistryKey): boolean {
  const identity = keyIdentity(key);
  return roots.some((root) => identity === root || identity.startsWith(`${root}\\`)) || (isSettingKey(key) && !shared.test(identity)) || isFirewallStore(key);
}
