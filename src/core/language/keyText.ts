// What a key is to Remote Desktop, in one sentence.

import { message, type Message } from '../messages/message';
import { isFirewallStore } from '../rdp/firewallRule';
import { isSettingKey, listenerOf } from '../rdp/lookup';
import { keyIdentity, type RegistryKey } from '../registry/place';

const CONTROL = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\control\\terminal server';
const SERVICE = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\services\\termservice';
const POLICIES = /^HKEY_(?:LOCAL_MACHINE|CURRENT_USER)\\software\\policies(?:\\|$)/;

/** Undefined for a key that is no affair of Remote Desktop. */
export function keyMeaning(key: RegistryKey): Message | undefined {
  const identity = keyIdentity(key);
  const listener = listenerOf(key);
  if (listener !== undefined) return message('key.listener', listener);
  if (isFirewallStore(key)) return message('key.firewall');
  if (POLICIES.test(identity)) return isSettingKey(key) ? message('key.rdpPolicy') : message('key.policy');
  if (identity === `${CONTROL}\\winstations`) return message('key.winStations');
  if (identity === CONTROL) return message('key.terminalServer');
  if (identity.startsWith(`${CONTROL}\\`)) return message('key.belowTerminalServer');
  if (identity === SERVICE || identity.startsWith(`${SERVICE}\\`)) return message('key.service');
  return isSettingKey(key) ? message('key.known') : undefined;
}
