// Facts about systems that belong to no value: who wins among several sources, which editions take connections, licenses, ports,
// versions. Sources per row.

import type { Sourced } from './fact';

export interface SystemFact extends Sourced {
  readonly id: string;
  readonly says: string;
}

const CAL = 'Microsoft, License your RDS deployment with client access licenses';
const EVENTS = 'event manifests per build; message tables of termsrv.dll';
const SCHEMA = 'schemas of Server 2019';

export const systemFacts = [
  { id: 'precedence.policy', says: 'A value in the policy key overrides the local value of the same purpose; without it the local value counts.', source: 'TerminalServer.admx of Windows Server 2025', confidence: 'H' },
  { id: 'precedence.computer', says: 'The policy of the computer wins over the policy of the user.', source: 'TerminalServer.admx of Windows Server 2025', confidence: 'H' },
  { id: 'precedence.inherit', says: 'While a switch fInherit… of a listener is 1, its own limit counts for nothing.', source: 'registry export; Azure RDPSettings script', confidence: 'M' },
  { id: 'precedence.userFromDirectory', says: 'Server 2016 and later read the settings of users from Active Directory only where fQueryUserConfigFromDC is 1.', source: 'Microsoft, Remote Connection Manager changes in Windows Server 2016', confidence: 'H' },
  { id: 'precedence.told', says: 'WMI tells who wins: PolicySource… is 0 for the server, 1 for a group policy, for some 2 for the default.', source: 'Microsoft, Remote Desktop Services WMI provider', confidence: 'H' },
  { id: 'precedence.setters', says: 'WMI refuses to set what a policy sets, with 0x80041016.', source: 'Microsoft, Remote Desktop Services WMI provider', confidence: 'H' },
  { id: 'precedence.policyByHand', says: 'A value written by hand into the policy key may be gone after the next policy refresh in a domain.', source: 'Microsoft, Troubleshoot an RDP general error', confidence: 'M' },
  { id: 'precedence.controlSet', says: 'CurrentControlSet is the set named in SYSTEM\\Select\\Current; another set has no effect.', source: 'registry exports', confidence: 'M' },
  { id: 'edition.home', says: 'Windows 7 Starter, Home Basic and Home Premium and the Home editions of 8, 8.1, 10 and 11 take no Remote Desktop connection; since Windows 8 their EditionID is Core, CoreN, CoreSingleLanguage or CoreCountrySpecific.', source: 'Microsoft, Remote Desktop supported configurations', confidence: 'H' },
  { id: 'edition.skuDocumented', says: 'OperatingSystemSKU 2, 3, 11, 97 and 101 are such editions.', source: 'Microsoft, Win32_OperatingSystem', confidence: 'H' },
  { id: 'edition.skuOther', says: 'OperatingSystemSKU 98, 99 and 100 are other Core editions.', source: 'scripts', confidence: 'L' },
  { id: 'edition.productType', says: 'ProductType is 1 for a workstation, 2 for a domain controller, 3 for a server.', source: 'Microsoft, Win32_OperatingSystem', confidence: 'H' },
  { id: 'edition.sessions', says: 'Without the Session Host role a server has two administrative sessions, a client Windows one session.', source: 'TerminalServer.admx of Windows Server 2025', confidence: 'H' },
  { id: 'licensing.gracePeriod', says: 'A Session Host works 120 days without a license server.', source: 'Microsoft, License your RDS deployment with client access licenses; message tables of termsrv.dll', confidence: 'H' },
  { id: 'licensing.tokens', says: 'A temporary license per device lasts 90 days, a permanent one 52 to 89 and is renewed in the last 7, one per user 60; up to 20 % can be revoked.', source: CAL, confidence: 'H' },
  { id: 'licensing.workgroup', says: 'In a workgroup only licenses per device work.', source: 'Microsoft, Cannot connect to RDS because no license servers are available', confidence: 'H' },
  { id: 'licensing.versionOfHost', says: 'A 2008 or 2008 R2 host takes licenses of any version; a 2012 or 2012 R2 host those of 2012 or newer, later hosts those of their own version or newer.', source: CAL, confidence: 'H' },
  { id: 'licensing.versionOfServer', says: 'A license server serves licenses up to its own version.', source: CAL, confidence: 'H' },
  { id: 'licensing.falseAlarm', says: 'The notice that the licensing mode is not configured also appears, with all in order, for local accounts in Per User mode and for administrative sessions.', source: 'Microsoft, Remote Desktop licensing mode is not configured', confidence: 'H' },
  { id: 'licensing.diagnoser', says: 'RD Licensing Diagnoser needs an administrator of the license server, else it reports missing credentials.', source: 'Microsoft, article 2546583', confidence: 'H' },
  { id: 'certificate.key', says: 'The private key of the certificate Windows made is in MachineKeys in the file f686aace6942fb7f7ceb231212eef4a4_<MachineGuid>: SYSTEM and Administrators full control, NETWORK SERVICE read. It counts again when SessionEnv and TermService start.', source: 'Microsoft, Troubleshoot RDP issues by event id; MSRD-Collect', confidence: 'H' },
  { id: 'certificate.folder', says: 'Read and write for Everyone on the whole folder MachineKeys, as one page advises, is weaker than the right of the single file.', source: 'Microsoft, Troubleshoot an RDP general error', confidence: 'H' },
  { id: 'tls.windows7', says: 'Windows 7 and Server 2008 R2 need KB3080079 for TLS 1.1 and 1.2 with Remote Desktop; the label SSL (TLS 1.0) is a text only.', source: 'Microsoft, Incorrect TLS is displayed when you use RDP with SSL encryption', confidence: 'H' },
  { id: 'credssp.matrix', says: 'Patched server, unpatched client: refused by Force Updated Clients, allowed by the others. Patched client, unpatched server: allowed by Vulnerable only.', source: 'Microsoft, CredSSP encryption oracle remediation', confidence: 'H' },
  { id: 'credssp.patched', says: 'TSpkg.dll is patched from 6.1.7601.24117, 6.2.9200.22432, 6.3.9600.18999, 10.0.14393.2248, 10.0.15063.1088, 10.0.16299.431.', source: 'Microsoft, CredSSP encryption oracle remediation', confidence: 'H' },
  { id: 'port.firewall', says: 'Changing PortNumber neither makes nor moves a firewall rule.', source: 'Microsoft, Change the listening port for Remote Desktop', confidence: 'H' },
  { id: 'port.list', says: '3389 TCP and UDP; broker 5504; gateway 443 TCP and 3391 UDP; license server RPC 135 and 49152 to 65535, SMB 445; WinRM 5985.', source: 'Microsoft, Ports used by Remote Desktop Services', confidence: 'H' },
  { id: 'firewall.group', says: 'The group @FirewallAPI.dll,-28752 is the same in every language; its display name is not.', source: 'exported rule stores', confidence: 'H' },
  { id: 'regression.server2025', says: 'KB5051987 of February 2025 froze sessions on Server 2025; KB5055523 of April 2025 mends it.', source: 'news pages', confidence: 'M' },
  { id: 'regression.udp', says: 'Clients of 24H2 and Server 2025 lost connections to Server 2016 over UDP after about 65 seconds; without UDP, by SelectTransport 1 or fClientDisableUDP 1, they hold.', source: 'news pages', confidence: 'M' },
  { id: 'templates.generations', says: 'No generation of TerminalServer.admx since Server 2016 took a value away; SelectTransport lost the choice 0, and LicensingMode 6 is missing in some. Only the newest have SCClipLevel, CSClipLevel, DisableCloudClipboardIntegration, UseShellAppRuntimeRemoteApp, fDisableWebAuthn, fDisconnectOnLockLegacy and fDisconnectOnLockMicrosoftIdentity.', source: 'TerminalServer.admx of Server 2016, 2018, 2019, 2025 and Windows 11 23H2', confidence: 'H' },
  { id: 'templates.since2019', says: 'The templates up to Server 2019 have no AutoSubscription, EnableUiaRedirection and fDisableLocationRedir; one labelled 2018 also lacks fDisableCameraRedir and fEnableWddmDriver.', source: 'TerminalServer.admx of Server 2016, 2018, 2019, 2025 and Windows 11 23H2', confidence: 'H' },
  { id: 'power.sleepGroup', says: 'The settings for sleep are the group 238c9fa8-0aad-41ed-83f4-97be242c8f20 of a power plan, in every language.', source: 'Power.admx of Windows Server 2025; Microsoft, driver documentation', confidence: 'H' },
  { id: 'fips.tls', says: 'Under FIPS native RDP encryption is 3DES; older pages limit TLS to TLS_RSA_WITH_3DES_EDE_CBC_SHA.', source: 'Microsoft, Cannot connect with RDP to a VM in Azure', confidence: 'H' },
  { id: 'events.numbers', says: 'A filter for licensing events needs both numbers, the old one and the one 49152 above, and never the text, which is translated.', source: EVENTS, confidence: 'H' },
  { id: 'events.shapes', says: 'The data of an event are named fields below UserData/EventXML, named Data, unnamed Data with a Binary, or an empty EventData: no single path reads them all.', source: 'recorded events', confidence: 'H' },
  { id: 'events.activity', says: 'RdpCoreTS gives one connection one ActivityID from event 131 to 103; UDP and late graphics have another.', source: 'recorded events', confidence: 'H' },
  { id: 'events.schannel', says: 'Schannel events name the process that caused them since Windows 11 21H2 only.', source: EVENTS, confidence: 'H' },
  { id: 'events.capi2', says: 'The log Microsoft-Windows-CAPI2/Operational is off by default; wevtutil sl Microsoft-Windows-CAPI2/Operational /e:true turns it on. Results other than 0 count, neither number nor level of an event.', source: 'article 2477176; recorded events', confidence: 'H' },
  { id: 'cim.connection', says: 'MSFT_NetTCPConnection has State, LocalPort and OwningProcess as numbers.', source: SCHEMA, confidence: 'H' },
  { id: 'cim.firewallRule', says: 'MSFT_NetFirewallRule has Enabled, Action, Direction and Profiles as numbers, no booleans; the group is in RuleGroup, the origin in PolicyStoreSource.', source: SCHEMA, confidence: 'H' },
  { id: 'cim.portFilter', says: 'MSFT_NetProtocolPortFilter has LocalPort as a list of texts and Protocol as a text.', source: SCHEMA, confidence: 'H' },
] as const satisfies readonly SystemFact[];
