// What is written into Wine's registry before it is collected from: a Windows 10 as it is with Remote Desktop on and well set, and for each of
// the article's four symptoms the settings that cause it. As lines of a registry file.

const system = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet';
const terminalServer = `${system}\\Control\\Terminal Server`;
export const listener = `${terminalServer}\\WinStations\\RDP-Tcp`;
const policies = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const windows = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';

type Values = Readonly<Record<string, number | string>>;

export function key(name: string, values: Values): readonly string[] {
  const line = ([value, data]: readonly [string, number | string]): string =>
    typeof data === 'number' ? `"${value}"=dword:${data.toString(16).padStart(8, '0')}` : `"${value}"="${data.replaceAll('\\', '\\\\')}"`;
  return [`[${name}]`, ...Object.entries(values).map(line), ''];
}

export const server: readonly string[] = [
  ...key(`${system}\\Control\\ProductOptions`, { ProductType: 'ServerNT' }),
  ...key(windows, { EditionID: 'ServerStandard', InstallationType: 'Server' }),
];

const service = (name: string, account: string): readonly string[] => [
  ...key(`${system}\\Services\\${name}`, { ObjectName: account, ImagePath: 'C:\\Windows\\System32\\svchost.exe -k NetworkService', Start: 3, Type: 32 }),
];

export const healthy: readonly string[] = [
  `[-${terminalServer}]`,
  `[-${policies}]`,
  ...key(terminalServer, { fDenyTSConnections: 0, TSEnabled: 1, TSUserEnabled: 0, fSingleSessionPerUser: 1, ProductVersion: '5.1' }),
  ...key(listener, {
    PortNumber: 3389, fEnableWinStation: 1, SecurityLayer: 2, UserAuthentication: 1, MinEncryptionLevel: 2, LanAdapter: 0, MaxInstanceCount: 0xffffffff, fLogonDisabled: 0,
    LoadableProtocol_Object: '{5828227c-20cf-4408-b73f-73ab70b8849f}', PdName: 'tcp', WdName: 'Microsoft RDP 8.0', PdDLL: 'tdtcp', WdDLL: 'rdpwd', PdClass: 2, fResetBroken: 0, fInheritMaxIdleTime: 1,
  }),
  ...key(`${terminalServer}\\WinStations\\Console`, { fEnableWinStation: 1 }),
  ...key(`${terminalServer}\\RCM\\Licensing Core`, { LicensingMode: 1 }),
  ...service('TermService', 'NT Authority\\NetworkService'),
  ...key(`${system}\\Services\\TermService\\Parameters`, { ServiceDll: 'C:\\Windows\\System32\\termsrv.dll' }),
  ...service('UmRdpService', 'LocalSystem'),
  ...service('SessionEnv', 'LocalSystem'),
  ...key(windows, { EditionID: 'Professional', InstallationType: 'Client' }),
];

export const symptoms = {
  connectionsDenied: key(terminalServer, { fDenyTSConnections: 1 }),
  connectionsDeniedByPolicy: key(policies, { fDenyTSConnections: 1 }),
  portTrap: key(listener, { PortNumber: 0x3389 }),
  securityConflict: key(listener, { SecurityLayer: 0, UserAuthentication: 1, MinEncryptionLevel: 1 }),
  levelBelowTls: key(listener, { SecurityLayer: 2, MinEncryptionLevel: 1 }),
  licensingWithoutServer: key(policies, { LicensingMode: 4 }),
  unknownLicensingMode: key(policies, { LicensingMode: 3 }),
};

/** Two certificates without their keys, valid until 2099: one for clients, one for servers. DER in base64. */
export const certificates = {
  clientAuth: {
    thumbprint: '2F57358B5D6C19984F085FFE5B0917FAC3A65BC4',
    der: 'MIIBYTCCAQegAwIBAgIBATAKBggqhkjOPQQDAjAdMRswGQYDVQQDDBJjbGllbnRBdXRoLmV4YW1wbGUwIBcNMjAwMTAxMDAwMDAwWhgPMjA5OTEyMzEwMDAwMDBaMB0xGzAZBgNVBAMM' +
      'EmNsaWVudEF1dGguZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEU40MrV3WS2ksPWaW+6REK9j2vQfNhtdaWh8ioBmtuSGgQ3YWXYFnEM+uqyYA3gpjAqBigbgPV9MUXn' +
      'VrDLGXmjNjA0MBMGA1UdJQQMMAoGCCsGAQUFBwMCMB0GA1UdDgQWBBR0lbHbjhTK978Lw19CFWM1JbeL8zAKBggqhkjOPQQDAgNIADBFAiEA52Ve+17ps5zQGt5VYzLWzwNU6Cy5vkOQ' +
      'yKKbLHD0HtoCIE3ZLGt95gYEbRlnHeBCCIgWVEN9qsKIg8InQdUp9Wvz',
  },
  serverAuth: {
    thumbprint: '1E01B7526AEF1DCBCBBEBA65134914D1A555F4C1',
    der: 'MIIBYTCCAQegAwIBAgIBAjAKBggqhkjOPQQDAjAdMRswGQYDVQQDDBJzZXJ2ZXJBdXRoLmV4YW1wbGUwIBcNMjAwMTAxMDAwMDAwWhgPMjA5OTEyMzEwMDAwMDBaMB0xGzAZBgNVBAMM' +
      'EnNlcnZlckF1dGguZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEU40MrV3WS2ksPWaW+6REK9j2vQfNhtdaWh8ioBmtuSGgQ3YWXYFnEM+uqyYA3gpjAqBigbgPV9MUXn' +
      'VrDLGXmjNjA0MBMGA1UdJQQMMAoGCCsGAQUFBwMBMB0GA1UdDgQWBBR0lbHbjhTK978Lw19CFWM1JbeL8zAKBggqhkjOPQQDAgNIADBFAiAeWAbEOdT76Azc9MQjzoUq32z6djgToL3K' +
      'IcdiWk8vAgIhAK4HvFYSBT7pnhJc5ABOzHJ4OU1Cfqmxs+B+8F3TjOx7',
  },
};

/** One whose only use is Remote Desktop authentication, as from a template for it, without its key. DER in base64. */
export const remoteDesktopOnly =
  'MIIBoTCCAUigAwIBAgIULI6wdqpb7mZ7PlZ0CB31P9eNAiMwCgYIKoZIzj0EAwIwGjEYMBYGA1UEAwwPZGVza3RvcC5leGFtcGxlMCAXDTI2MTEyODE3MTExM1oYDzIxMDAxMDMxMTcx' +
  'MTEzWjAaMRgwFgYDVQQDDA9kZXNrdG9wLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQ7ggC3vcsKs3MVmEY+COmnRKSX2kRCZkpP2n9TBtmVNO7GCmTTBIdn5aKQwlqa' +
  'm8SFI9IUdre3puV/STs3K6ZPo2owaDAdBgNVHQ4EFgQUgCqVqxUhUstPlpMpSimBCEh3TaAwHwYDVR0jBBgwFoAUgCqVqxUhUstPlpMpSimBCEh3TaAwDwYDVR0TAQH/BAUwAwEB/zAV' +
  'BgNVHSUEDjAMBgorBgEEAYI3NgECMAoGCCqGSM49BAMCA0cAMEQCIF/+0UDPzjfWTNpOejhBJyXrgoc7ZfG1ictzLvOxpF8gAiAXFPeOtzHFNk0VnY82AE59SbikevClB2I5bvcsR8jH' +
  'Cg==';

/** The certificate of the listener. */
export const bound = (thumbprint: string): readonly string[] => [`[${listener}]`, `"SSLCertificateSHA1Hash"=hex:${(thumbprint.toLowerCase().match(/../g) ?? []).join(',')}`, ''];
