// Keys that matter as a whole: stores whose values have made-up names, and keys whose deletion is advised somewhere. Sources per row.

import { keyIdentity, type RegistryKey } from '../../registry/place';
import { once } from '../once';
import type { Sourced } from './fact';

export interface KeyFact extends Sourced {
  readonly id: string;
  /** Below HKEY_LOCAL_MACHINE. */
  readonly path: string;
  readonly holds: string;
  readonly trap?: string;
}

export const keyFacts = [
  { id: 'listener', path: 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp', holds: 'the listener Windows brings along', trap: 'Incomplete or missing, the listener does not start; it is repaired with an export of the key from a healthy computer with the same Windows and a restart of TermService.', source: 'Microsoft, Troubleshoot an RDP general error', confidence: 'H' },
  { id: 'listenerTemplates', path: 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\Wds', holds: 'templates of listeners', trap: 'What is changed here does not reach a listener that exists.', source: 'registry export', confidence: 'M' },
  { id: 'rcm', path: 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\RCM', holds: 'certificates and licensing of the server', trap: 'Exported before anything in it is deleted.', source: 'Microsoft, article 2477176', confidence: 'H' },
  { id: 'gracePeriod', path: 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\RCM\\GracePeriod', holds: 'the timer of the 120 days without a license server, in a value L$RTMTIMEBOMB_…', trap: 'Deleting it circumvents licensing.', source: 'third-party pages', confidence: 'M' },
  { id: 'clientLicenses', path: 'SOFTWARE\\Microsoft\\MSLicensing', holds: 'the license tokens of this computer as a client, in Store\\LICENSE00x, and its HardwareID', trap: 'Deleted to be issued again: export it first, then start Remote Desktop Connection once as an administrator.', source: 'third-party pages', confidence: 'M' },
  { id: 'licenseServerWizard', path: 'SOFTWARE\\Microsoft\\TermServLicensing\\lrwiz\\Params', holds: 'the address of the clearing house a license server asks', source: 'Microsoft, Ports used by Remote Desktop Services', confidence: 'H' },
  { id: 'firewallRules', path: 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules', holds: 'the rules of Windows Firewall, one text per rule', source: 'exported rule stores', confidence: 'H' },
  { id: 'firewallPolicyRules', path: 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules', holds: 'the rules of Windows Firewall set by policy', source: 'exported rule stores', confidence: 'H' },
  { id: 'oldFirewall.domain', path: 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\DomainProfile\\Services\\RemoteDesktop', holds: 'the exception for Remote Desktop of the firewall before Windows Vista, in domain networks', source: 'exported rule stores', confidence: 'M' },
  { id: 'oldFirewall.private', path: 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\StandardProfile\\Services\\RemoteDesktop', holds: 'the exception for Remote Desktop of the firewall before Windows Vista, in other networks', source: 'exported rule stores', confidence: 'M' },
  { id: 'oldFirewall.domainPorts', path: 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\DomainProfile\\GloballyOpenPorts', holds: 'ports open to everyone in the firewall before Windows Vista, in domain networks', source: 'exported rule stores', confidence: 'M' },
  { id: 'oldFirewall.privatePorts', path: 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\StandardProfile\\GloballyOpenPorts', holds: 'ports open to everyone in the firewall before Windows Vista, in other networks', source: 'exported rule stores', confidence: 'M' },
] as const satisfies readonly KeyFact[];

const byKey = /* @__PURE__ */ once(() => new Map<string, KeyFact>(keyFacts.map((fact) => [keyIdentity({ hive: 'HKEY_LOCAL_MACHINE', path: fact.path }), fact])));

export function findKeyFact(key: RegistryKey): KeyFact | undefined {
  return byKey().get(keyIdentity(key));
}
