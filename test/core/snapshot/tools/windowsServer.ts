// A Windows Server 2016 whose PowerShell cannot be used, as its programs would answer in one of six languages. Invented.

import { eventXml, missing, nothing, recorded, regQuery, type Programs, type Registry } from './pretendCmd';

const set = 'SYSTEM\\CurrentControlSet';
const terminalServer = `${set}\\Control\\Terminal Server`;
const firewall = `${set}\\Services\\SharedAccess\\Parameters\\FirewallPolicy`;

export const registry: Registry = {
  'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services': { UserAuthentication: 'REG_DWORD    0x0', LicenseServers: 'REG_SZ    lic-1,lic-2' },
  'SOFTWARE\\Policies\\Microsoft\\Cryptography\\AutoEnrollment': { AEPolicy: 'REG_DWORD    0x7' },
  'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile': { EnableFirewall: 'REG_DWORD    0x0' },
  'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion': {
    CurrentBuildNumber: 'REG_SZ    14393', CurrentVersion: 'REG_SZ    6.3', CurrentMajorVersionNumber: 'REG_DWORD    0xa', CurrentMinorVersionNumber: 'REG_DWORD    0x0',
    UBR: 'REG_DWORD    0x16da', EditionID: 'REG_SZ    ServerStandard', InstallationType: 'REG_SZ    Server', DigitalProductId: 'REG_BINARY    A4000000',
  },
  'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending': {},
  'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update': { AUOptions: 'REG_DWORD    0x3' },
  'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\CredSSP\\Parameters': { AllowEncryptionOracle: 'REG_DWORD    0x2' },
  'SYSTEM\\Select': { Current: 'REG_DWORD    0x1' },
  [`${set}\\Control\\ProductOptions`]: { ProductType: 'REG_SZ    ServerNT' },
  [`${set}\\Control\\ComputerName\\ActiveComputerName`]: { ComputerName: 'REG_SZ    RDS-07' },
  [`${set}\\Control\\MUI\\UILanguages\\de-DE`]: {},
  [`${set}\\Control\\Lsa`]: { LmCompatibilityLevel: 'REG_DWORD    0x5', 'Security Packages': 'REG_MULTI_SZ    kerberos\\0msv1_0', Secret: 'REG_SZ    x' },
  [`${set}\\Control\\Lsa\\FIPSAlgorithmPolicy`]: { Enabled: 'REG_DWORD    0x0' },
  [`${set}\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Server`]: { Enabled: 'REG_DWORD    0x1' },
  [terminalServer]: { '(Default)': 'REG_SZ    x', fDenyTSConnections: 'REG_DWORD    0x1', ProductVersion: 'REG_SZ    5.1' },
  [`${terminalServer}\\RCM`]: { 'X509 Certificate': 'REG_BINARY    DEADBEEF' },
  [`${terminalServer}\\RCM\\Licensing Core`]: { LicensingMode: 'REG_DWORD    0x4' },
  [`${terminalServer}\\WinStations\\Console`]: { fEnableWinStation: 'REG_DWORD    0x1' },
  [`${terminalServer}\\WinStations\\RDP-Tcp`]: {
    PortNumber: 'REG_DWORD    0xd3d', SecurityLayer: 'REG_DWORD    0x2', Password: 'REG_SZ    hunter2', WFHomeDir: 'REG_SZ    ', SSLCertificateSHA1Hash: 'REG_BINARY    00FF10',
  },
  [`${set}\\Services\\TermService`]: { Start: 'REG_DWORD    0x2', ObjectName: 'REG_SZ    NT Authority\\NetworkService', ImagePath: 'REG_EXPAND_SZ    %SystemRoot%\\System32\\svchost.exe -k NetworkService' },
  [`${set}\\Services\\TermService\\Parameters`]: { ServiceDll: 'REG_EXPAND_SZ    %SystemRoot%\\System32\\termsrv.dll', Certificate: 'REG_BINARY    CAFE' },
  [`${set}\\Services\\SessionEnv`]: { Start: 'REG_DWORD    0x3' },
  [`${set}\\Services\\mpssvc`]: { Start: 'REG_DWORD    0x2' },
  [`${set}\\Services\\Tcpip\\Parameters`]: { Hostname: 'REG_SZ    rds-07', Domain: 'REG_SZ    corp.example' },
  [`${firewall}\\FirewallRules`]: {
    'RemoteDesktop-UserMode-In-TCP': 'REG_SZ    v2.26|Action=Allow|Active=FALSE|Dir=In|Protocol=6|LPort=3389|App=%SystemRoot%\\system32\\svchost.exe|Svc=termservice|Name=@FirewallAPI.dll,-28775|EmbedCtxt=@FirewallAPI.dll,-28752|',
    '{0A}': Buffer.from('REG_SZ    v2.26|Action=Block|Active=TRUE|Dir=In|Protocol=6|Profile=Public|LPort=3000-4000|RA4=LocalSubnet|Name=gesch\u0081tzt|', 'latin1'),
    '{0B}': 'REG_SZ    v2.26|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=80|Name=web|',
  },
  [`${firewall}\\DomainProfile`]: { EnableFirewall: 'REG_DWORD    0x1' },
  [`${firewall}\\StandardProfile`]: { EnableFirewall: 'REG_DWORD    0x1', DefaultInboundAction: 'REG_DWORD    0x0' },
};

const rcm = 'Microsoft-Windows-TerminalServices-RemoteConnectionManager';
const termService = Buffer.from('TermService/4', 'utf16le').toString('hex').toUpperCase();

const events: readonly (readonly [RegExp, string])[] = [
  [/'TermDD'/, eventXml('TermDD', 56, '2026-11-27T10:00:01.5000000Z', '<EventData><Data>\\Device\\Termdd</Data><Data>10.0.0.99</Data><Binary>0000B50000D0</Binary></EventData>', 49_162) + eventXml('TermDD', 56, '2026-11-26T10:00:00Z', '<EventData><Data>x</Data></EventData>', 49_162)],
  [/Service Control Manager'.*7036/, eventXml('Service Control Manager', 7036, '2026-11-27T09:00:00.123456700Z', `<EventData><Data Name='param1'>Remotedesktopdienste</Data><Data Name='param2'>l\u0084uft</Data><Binary>${termService}</Binary></EventData>`, 16_384) + eventXml('Service Control Manager', 7036, '2026-11-27T09:00:01Z', "<EventData><Data Name='param1'>Spooler</Data><Binary>53007000</Binary></EventData>", 16_384)],
  [/EventID=261 or EventID=1149/, eventXml(rcm, 1149, '2026-11-27T11:00:00Z', "<UserData><EventXML xmlns='Event_NS'><Param1>alice</Param1><Param2>CORP</Param2><Param3>10.0.0.99</Param3></EventXML></UserData>")],
  [/CAPI2'/, eventXml('Microsoft-Windows-CAPI2', 11, '2026-11-27T11:00:00Z', "<UserData><CertGetCertificateChain><EventAuxInfo ProcessName='svchost.exe'/><Result value='800B0109'>bad</Result></CertGetCertificateChain></UserData>") + eventXml('Microsoft-Windows-CAPI2', 11, '2026-11-27T11:00:01Z', "<UserData><CertGetCertificateChain><Result value='0'/></CertGetCertificateChain></UserData>")],
];

function wevtutil(command: string): { readonly code: number; readonly out: Buffer | string } {
  if (command.includes('-Licensing/')) return { code: 15_007, out: '' };
  if (command.startsWith('wevtutil.exe gl')) return { code: 0, out: `name: x\r\nenabled: ${String(!command.includes('RdpCoreTS'))}\r\n` };
  if (command.includes('/c:1 ')) return { code: 0, out: eventXml('EventLog', 6005, '2026-01-01T00:00:00Z', '<EventData/>') };
  return { code: 0, out: Buffer.from(events.filter(([query]) => query.test(command)).map(([, xml]) => xml).join(''), 'latin1') };
}

export function windowsServer(language: string): Programs {
  const said = (name: string): { readonly code: number; readonly out: Buffer } => ({ code: 0, out: recorded(language, name) });
  return (command) => {
    if (command === 'ver') return nothing;
    if (command === 'chcp') return said('chcp');
    if (command.startsWith('reg.exe')) return regQuery(command, registry, [`${set}\\Services\\SessionEnv`]);
    const service = /^sc\.exe query(?:ex)? (\w+)$/.exec(command)?.[1];
    if (service === 'TermService' || service === 'mpssvc') return said('sc-running');
    if (service === 'SessionEnv') return said('sc-stopped');
    if (service !== undefined) return { code: 1060, out: '' };
    if (command.startsWith('netstat')) return said('netstat');
    if (command.startsWith('tasklist')) return said('tasklist');
    if (command === 'qwinsta.exe') return said('qwinsta');
    if (command.startsWith('powercfg')) return said('powercfg');
    if (command.includes('S-1-5-32-544')) return said('net-administrators');
    if (command.includes('S-1-5-32-555')) return said('net-remote-desktop-users');
    if (command.includes('/user')) return said('whoami-user');
    if (command.includes('/groups')) return said('whoami-groups');
    if (command.includes('computersystem')) return { code: 0, out: '\r\r\n\r\r\nDomain=corp.example\r\r\nPartOfDomain=TRUE\r\r\n\r\r\n' };
    if (command.includes('wmic.exe os')) return { code: 0, out: '\r\r\nLastBootUpTime=20261101060000.500000+060\r\r\nLocalDateTime=20261128094512.123000+060\r\r\nOperatingSystemSKU=7\r\r\n' };
    return command.startsWith('wevtutil') ? wevtutil(command) : missing;
  };
}
