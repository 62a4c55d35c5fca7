// How a host is called: in known_hosts, and by people.

import type { HostSettings } from './hostSettings';

/** As known_hosts writes it. Source: sshd(8): in lower case, brackets and port where the port is not 22, nothing of both for a HostKeyAlias. */
export function knownName({ hostKeyAlias, hostName, port }: HostSettings): string {
  if (hostKeyAlias !== undefined) return hostKeyAlias.toLowerCase();
  return port === 22 ? hostName.toLowerCase() : `[${hostName.toLowerCase()}]:${String(port)}`;
}

/** `host`, with the port where it is not 22. */
export function placeName({ hostName, port }: Pick<HostSettings, 'hostName' | 'port'>): string {
  if (port === 22) return hostName;
  return `${hostName.includes(':') ? `[${hostName}]` : hostName}:${String(port)}`;
}

/** `user@host`, with the port where it is not 22. */
export const machineName = (settings: Pick<HostSettings, 'user' | 'hostName' | 'port'>): string => `${settings.user}@${placeName(settings)}`;
