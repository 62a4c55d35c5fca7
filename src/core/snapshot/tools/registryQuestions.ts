// The keys the fallback reads with `reg query`, and of which of their values the snapshot tells. What may hold key material of licensing
// (Terminal Server\RCM itself) is not asked for: `reg query` would print it. Keys of loaded users are not asked for either.

import { listOfServices } from './services';
import type { RegQuestion } from './registryView';

const SET = 'SYSTEM\\CurrentControlSet';
export const terminalServer = `${SET}\\Control\\Terminal Server`;
export const policies = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
export const firewallPolicy = `${SET}\\Services\\SharedAccess\\Parameters\\FirewallPolicy`;
export const firewallByPolicy = 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall';
export const currentVersion = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
export const servicing = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
export const updates = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update';
export const powerByPolicy = 'SOFTWARE\\Policies\\Microsoft\\Power';
export const services = `${SET}\\Services`;
export const control = `${SET}\\Control`;

export interface WantedKey {
  readonly path: string;
  readonly deep?: true;
  /** Not worth a word where it does not exist. */
  readonly optional?: true;
  /** Of the values only these. */
  readonly names?: RegExp;
}

/** The registry section of a snapshot, as the collector has it (src/collector/collect.ps1). */
export const wantedKeys: readonly WantedKey[] = [
  { path: terminalServer },
  { path: `${terminalServer}\\WinStations`, deep: true },
  ...['Wds', 'ClusterSettings', 'Licensing Core', 'RCM\\Licensing Core', 'ConnectionHandler', 'DefaultUserConfiguration', 'SessionArbitrationHelper'].map(
    (name): WantedKey => ({ path: `${terminalServer}\\${name}`, deep: true, optional: true }),
  ),
  ...['TermService', 'UmRdpService', 'SessionEnv'].flatMap((name): readonly WantedKey[] => [
    { path: `${services}\\${name}` },
    { path: `${services}\\${name}\\Parameters`, optional: true },
  ]),
  { path: `${services}\\TermService\\Parameters\\LicenseServers`, optional: true },
  { path: policies, deep: true },
  { path: `${control}\\Lsa`, names: /^(?:disabledomaincreds|CrashOnAuditFail|LmCompatibilityLevel|RestrictSendingNTLMTraffic|DisableRestrictedAdmin|LimitBlankPasswordUse|NoLMHash|forceguest|SecureBoot|LsaCfgFlags|RunAsPPL)$/i },
  { path: `${control}\\Lsa\\FIPSAlgorithmPolicy` },
  { path: `${control}\\Lsa\\MSV1_0`, optional: true, names: /^(?:Restrict|NtlmMin)/i },
  { path: `${control}\\SecurityProviders\\SCHANNEL`, deep: true },
  { path: 'SOFTWARE\\Policies\\Microsoft\\Cryptography\\Configuration\\SSL\\00010002', optional: true },
  { path: 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\CredSSP\\Parameters' },
  { path: `${powerByPolicy}\\PowerSettings`, deep: true, optional: true },
  { path: `${control}\\Power`, names: /^Hib(?:ernateEnabled|ernateEnabledDefault)$/i },
  { path: `${services}\\Tcpip\\Parameters`, names: /^KeepAlive(?:Time|Interval)$/i },
  { path: 'SYSTEM\\Select', optional: true },
];

const one = (path: string): RegQuestion => ({ path, deep: false });
const deep = (path: string): RegQuestion => ({ path, deep: true });

/** Parents are asked for because their lists tell what does not exist. */
export const registryQuestions: readonly RegQuestion[] = [
  ...[
    'SOFTWARE', 'SOFTWARE\\Policies', 'SOFTWARE\\Policies\\Microsoft', 'SOFTWARE\\Policies\\Microsoft\\Windows NT', servicing,
    updates, 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System', 'SYSTEM\\Select', control, `${control}\\ProductOptions`,
    `${control}\\ComputerName\\ActiveComputerName`, `${control}\\MUI\\UILanguages`, `${control}\\SecurityProviders`, `${control}\\Lsa`,
    `${control}\\Lsa\\FIPSAlgorithmPolicy`, `${control}\\Lsa\\MSV1_0`, `${control}\\Power`, services, `${services}\\Tcpip\\Parameters`,
    terminalServer, firewallPolicy,
  ].map(one),
  // That key has the product key too.
  ...['CurrentBuildNumber', 'CurrentVersion', 'CurrentMajorVersionNumber', 'CurrentMinorVersionNumber', 'UBR', 'EditionID', 'InstallationType'].map(
    (value): RegQuestion => ({ path: currentVersion, deep: false, value }),
  ),
  ...['WinStations', 'Wds', 'ClusterSettings', 'Licensing Core', 'RCM\\Licensing Core', 'ConnectionHandler', 'DefaultUserConfiguration', 'SessionArbitrationHelper'].map(
    (name) => deep(`${terminalServer}\\${name}`),
  ),
  ...[policies, 'SOFTWARE\\Policies\\Microsoft\\Cryptography', powerByPolicy, firewallByPolicy, `${control}\\SecurityProviders\\SCHANNEL`].map(deep),
  deep('SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\CredSSP'),
  ...listOfServices.flatMap((name) => [one(`${services}\\${name}`), one(`${services}\\${name}\\Parameters`)]),
  one(`${services}\\TermService\\Parameters\\LicenseServers`),
  ...['FirewallRules', 'DomainProfile', 'StandardProfile', 'PublicProfile'].map((name) => one(`${firewallPolicy}\\${name}`)),
  one(`${firewallPolicy}\\Mdm\\FirewallRules`),
];

/** The name of its answer. */
export function answerTo(question: RegQuestion): string {
  return `reg.${registryQuestions.indexOf(question)}`;
}
