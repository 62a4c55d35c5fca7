// The policies of Windows Firewall that decide about Remote Desktop in the two profiles a template knows; public networks have none.
// Source: WindowsFirewall.admx of Windows Server 2025, with its English texts.

import type { PolicyGroup } from './policy';
import { machine, onOff, text } from './rows';
import { SINCE_XP_SP2 } from './supportedOn';

const FIREWALL = 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall';

export const firewallPolicies: readonly PolicyGroup[] = [
  {
    template: 'WindowsFirewall',
    category: 'Network > Network Connections > Windows Defender Firewall > Domain Profile',
    key: FIREWALL,
    rows: [
      machine('WF_EnableFirewall_Name_1', 'Windows Defender Firewall: Protect all network connections', SINCE_XP_SP2, [
        onOff('EnableFirewall', 'firewall.domain'),
      ], { key: FIREWALL + '\\DomainProfile' }),
      machine('WF_RemoteDesktop_Name_1', 'Windows Defender Firewall: Allow inbound Remote Desktop exceptions', SINCE_XP_SP2, [
        onOff('Enabled'),
        text('RemoteAddresses'),
      ], { key: FIREWALL + '\\DomainProfile\\Services\\RemoteDesktop' }),
    ],
  },
  {
    template: 'WindowsFirewall',
    category: 'Network > Network Connections > Windows Defender Firewall > Standard Profile',
    key: FIREWALL,
    rows: [
      machine('WF_EnableFirewall_Name_2', 'Windows Defender Firewall: Protect all network connections', SINCE_XP_SP2, [
        onOff('EnableFirewall', 'firewall.private'),
      ], { key: FIREWALL + '\\StandardProfile' }),
      machine('WF_RemoteDesktop_Name_2', 'Windows Defender Firewall: Allow inbound Remote Desktop exceptions', SINCE_XP_SP2, [
        onOff('Enabled'),
        text('RemoteAddresses'),
      ], { key: FIREWALL + '\\StandardProfile\\Services\\RemoteDesktop' }),
    ],
  },
];
