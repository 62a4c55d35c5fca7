// Where a host of an inventory of Ansible is. A port is the one that Ansible logs in at: it says nothing about Remote Desktop and is not
// taken.

import { defaultRdpPort } from '../listener/address';
import { parseRange, type ListenerRange } from '../listener/addressRange';
import { message, type Message } from '../messages/message';

/** Or why there is none. */
export function inventoryRange(address: string): ListenerRange | Message {
  if (address.includes('{{')) return message('hosts.template');
  const read = parseRange(address);
  return read.ok ? { ...read.value, first: { ...read.value.first, port: defaultRdpPort } } : read.failure.message;
}
