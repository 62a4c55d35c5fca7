// The rules of Windows Firewall that Windows brings along for Remote Desktop, by the id they have in the store. A rule is known by its
// id or its group, never by its service: a rule of Media Center, port 3390, names TermService too. Source: exported rule stores.

import type { Sourced } from './fact';

export interface KnownFirewallRule extends Sourced {
  readonly id: string;
  readonly protocol: 'TCP' | 'UDP';
  /** Absent where the rule is for a program and any port. */
  readonly port?: number;
  readonly program: string;
  /** Text numbers of FirewallAPI.dll: name, description, group. */
  readonly name: number;
  readonly description?: number;
  readonly group?: number;
  readonly about: string;
}

const stores = 'exported rule stores';
const SVCHOST = '%SystemRoot%\\system32\\svchost.exe';

export const firewallRules = [
  { id: 'RemoteDesktop-UserMode-In-TCP', protocol: 'TCP', port: 3389, program: SVCHOST, name: -28775, description: -28756, group: -28752, about: 'the listener', source: stores, confidence: 'H' },
  { id: 'RemoteDesktop-UserMode-In-UDP', protocol: 'UDP', port: 3389, program: SVCHOST, name: -28776, description: -28777, group: -28752, about: 'the listener over UDP', source: stores, confidence: 'H' },
  { id: 'RemoteDesktop-Shadow-In-TCP', protocol: 'TCP', program: 'RdpSa.exe', name: -28778, description: -28779, group: -28752, about: 'remote control of sessions; the program decides on edge traversal', source: stores, confidence: 'H' },
  { id: 'RemoteDesktop-In-TCP-WS', protocol: 'TCP', port: 3387, program: 'System', name: -28780, description: -28781, group: -28782, about: 'the WebSocket transport; off on a fresh system', source: stores, confidence: 'H' },
  { id: 'RemoteDesktop-In-TCP-WSS', protocol: 'TCP', port: 3392, program: 'System', name: -28783, description: -28784, group: -28782, about: 'the WebSocket transport with TLS; off on a fresh system', source: stores, confidence: 'H' },
  { id: 'RemoteDesktop-In-TCP', protocol: 'TCP', port: 3389, program: 'System', name: -28753, description: -28756, group: -28752, about: 'the listener on Windows Vista, 7 and Server 2008', source: 'forum pages', confidence: 'M' },
  { id: 'MCX-TERMSRV-In-TCP', protocol: 'TCP', port: 3390, program: SVCHOST, name: -30793, description: -30796, group: -30752, about: 'Media Center: names TermService too and is not the listener\'s', source: stores, confidence: 'H' },
] as const satisfies readonly KnownFirewallRule[];
