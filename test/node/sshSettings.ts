// The settings of a host by hand.

import type { HostSettings } from '../../src/core/ssh/hostSettings';

/** Far above what loopback needs. */
export const patientMs = 20_000;

export function settingsOf(at: { readonly host: string; readonly port: number }, user: string, more: Partial<HostSettings> = {}): HostSettings {
  return {
    alias: 'lab',
    hostName: at.host,
    port: at.port,
    user,
    identityFiles: [],
    identitiesOnly: false,
    identityAgent: 'none',
    proxyJump: [],
    proxyCommand: undefined,
    connectTimeoutMs: patientMs,
    serverAliveIntervalMs: 0,
    serverAliveCountMax: 3,
    hostKeyAlias: undefined,
    strictHostKeyChecking: 'ask',
    userKnownHostsFiles: [],
    globalKnownHostsFiles: [],
    source: 'configuration',
    ...more,
  };
}
