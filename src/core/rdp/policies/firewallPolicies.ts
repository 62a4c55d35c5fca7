// The policies of Windows Firewall that decide about Remote Desktop in the two profiles a template knows; public networks have none.
// Source: WindowsFirewall.admx of Windows Server 2025, with its English texts.

import type { PolicyGroup } from './policy';

export const firewallPolicies = [
  {
    template: 'WindowsFirewall',
    category: 'Network > Network Connections > Windows Defender Firewall > Domain Profile',
    key: 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall',
    rows: [
      {
        id: 'WF_EnableFirewall_Name_1',
        class: 'machine',
        title: 'Windows Defender Firewall: Protect all network connections',
        supportedOn: 'At least Windows XP Professional with SP2',
        key: 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile',
        writes: [{ kind: 'switch', name: 'EnableFirewall', enabled: 1, disabled: 0, setting: 'firewall.domain' }],
      },
      {
        id: 'WF_RemoteDesktop_Name_1',
        class: 'machine',
        title: 'Windows Defender Firewall: Allow inbound Remote Desktop exceptions',
        supportedOn: 'At least Windows XP Professional with SP2',
        key: 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile\\Services\\RemoteDesktop',
        writes: [
          { kind: 'switch', name: 'Enabled', enabled: 1, disabled: 0 },
          { kind: 'text', name: 'RemoteAddresses' },
        ],
      },
    ],
  },
  {
    template: 'WindowsFirewall',
    category: 'Network > Network Connections > Windows Defender Firewall > Standard Profile',
    key: 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall',
    rows: [
      {
        id: 'WF_EnableFirewall_Name_2',
        class: 'machine',
        title: 'Windows Defender Firewall: Protect all network connections',
        supportedOn: 'At least Windows XP Professional with SP2',
        key: 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\StandardProfile',
        writes: [{ kind: 'switch', name: 'EnableFirewall', enabled: 1, disabled: 0, setting: 'firewall.private' }],
      },
      {
        id: 'WF_RemoteDesktop_Name_2',
        class: 'machine',
        title: 'Windows Defender Firewall: Allow inbound Remote Desktop exceptions',
        supportedOn: 'At least Windows XP Professional with SP2',
        key: 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\StandardProfile\\Services\\RemoteDesktop',
        writes: [
          { kind: 'switch', name: 'Enabled', enabled: 1, disabled: 0 },
          { kind: 'text', name: 'RemoteAddresses' },
        ],
      },
    ],
  },
] as const satisfies readonly PolicyGroup[];
