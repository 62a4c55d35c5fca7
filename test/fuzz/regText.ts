// Random .reg files that look like the ones people write: right pieces in wrong places, cut and glued, so that properties are tried
// where they could fail. Plain random text would almost never reach past the first line.
import fc from 'fast-check';

const headers = fc.constantFrom('; licence\r\nWindows Registry Editor Version 5.00', 'Windows Registry Editor Version 5.00', 'REGEDIT4', 'REGEDIT5', 'REGEDIT', 'regedit4', '', '; x', 'Windows Registry Editor Version 5.00 ');

const keyLines = fc.constantFrom(
  '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server]',
  '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp]',
  '[HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Control\\Terminal Server\\WinStations\\RDPTcp]',
  '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Remote Desktop server\\WinStations]',
  '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services]',
  '[HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server]',
  '[-HKEY_CURRENT_USER\\Software\\a]',
  '[ HKEY_CURRENT_USER\\a]',
  '[- HKEY_CURRENT_USER\\a]',
  '[HKEY_CURRENT_USER\\a',
  'HKEY_CURRENT_USER\\a]',
  '[HKEY_CURRENT_USERS\\a]',
  '["HKEY_CURRENT_USER\\a"]',
  '[HKEY_CURRENT_USER\\a\\\\b\\] ; x',
  '[HKEY_CURRENT_USER\\a ]',
  '[-HKEY_CURRENT_USER]',
  '[]',
);

const names = fc.constantFrom('"fDenyTSConnections"', '"PortNumber"', '"UserAuthentication"', '"SecurityLayer"', '"a"', '"A"', '@', '""', 'a', '"a', 'a"', '"a\\"b"', '\u201ca\u201d', '"a=b"');

const pieces = fc.constantFrom(
  'dword:00000001', 'dword:00003389', 'dword:', 'dword:000000001', 'dword:0x1', 'dword:-1', 'dword:1 2', 'dword:12\\', 'DWORD:1', 'dword:00033890',
  '"3389"', '"x"', '"C:\\\\x"', '"C:\\x"', '"C:\\x\\"', '"x"y"', '"x', 'x"', '""', '\u201cx\u201d', '"a\nb"', 'x', 'REG_DWORD:1', 'str(2):"x"',
  'hex:01,02', 'hex:01,02,', 'hex:01,02,\\', 'hex:01,02\\', 'hex:,\\', 'hex:\\', 'hex(2):41,00', 'hex(7):41,00,00,00', 'hex(7):41', 'hex(b):01', 'hex(0x2):41', 'hex:1,100', 'hex:01,#x', 'Hex:01', 'hex(4):01,02,03',
  'hex(0B):01,00,00,00,00,00,00,00', `hex: ${'AB,cD,'.repeat(40)}Ef`, `hex(2):${'41,00,'.repeat(9)}\\\r\n${'42,00,'.repeat(30)}\\\n\n00,00`, `hex:01,\\\r\n;c\r\n02`,
  '-', '-"x"', '- #x', '',
);

const endings = fc.constantFrom('', '', '', ' ;c', ' #c', ' x', '\t', '\\');
const loose = fc.constantFrom('  03,04,\\', '  05,06', ',07', ';c', '; rdp-diagnostics-disable-next-line RDP012 RDP011', '; rdp-diagnostics-disable RDP023', '; rdp-diagnostics-disable-next-line', '#c', '//c', '', '\\', 'junk', '5678', '"', '[', '=', '\0', 'ö', '\ud800', '\x1a');

const valueLine = fc.tuple(names, fc.constantFrom('=', ' = ', '==', ''), pieces, endings).map((parts) => parts.join(''));

// Blocks in which the rules over the final state find each other: the names of one key under a line that names it, or almost.
const TERMINAL_SERVER = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server';
const POLICIES = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const LSA = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Lsa';
const TLS = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Server';
const FIREWALL = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules';
const LISTENER_NAMES = ['PortNumber', 'SecurityLayer', 'UserAuthentication', 'MinEncryptionLevel', 'fEnableWinStation', 'SSLCertificateSHA1Hash', 'MaxIdleTime', 'fInheritMaxIdleTime', 'KeepAliveTimeout', 'LanAdapter', 'Shadow'];
const settingKeys: readonly (readonly [string, readonly string[]])[] = [
  [TERMINAL_SERVER, ['fDenyTSConnections', 'TSEnabled', 'TSUserEnabled', 'KeepAliveEnable', 'KeepAliveInterval', 'DelayConMgrTimeout']],
  [`${TERMINAL_SERVER}\\WinStations\\RDP-Tcp`, LISTENER_NAMES],
  [`${TERMINAL_SERVER}\\WinStations\\RDP-Two`, LISTENER_NAMES],
  [`${TERMINAL_SERVER}\\Licensing Core`, ['LicensingMode']],
  [POLICIES, ['fDenyTSConnections', 'SecurityLayer', 'UserAuthentication', 'MinEncryptionLevel', 'MaxIdleTime', 'KeepAliveEnable', 'KeepAliveInterval', 'LicensingMode', 'Shadow', 'PortNumber']],
  [LSA, ['LmCompatibilityLevel', 'LimitBlankPasswordUse']],
  [`${LSA}\\FipsAlgorithmPolicy`, ['Enabled']],
  [TLS, ['Enabled', 'DisabledByDefault']],
  [FIREWALL, ['RemoteDesktop-UserMode-In-TCP', 'own']],
];

const settingData = fc.constantFrom(
  'dword:00000000', 'dword:00000000', 'dword:00000001', 'dword:00000002', 'dword:00000d3e', 'dword:0x0', 'dword:0x1', 'dword:-1', 'dword:0000000001', 'dword:00000001 #c', 'dword:1 x', 'DWORD:00000000', 'Dword:2', '"1"', '1', '-', '- #c',
  'hex(4):01,00,00,00', 'hex(0x4):00,00,00,00', 'hex(4):00,00,00,00,\\', 'hex(4):01,00\\', 'hex:aa,bb', 'hex(4):02,00,\r\n  00,00',
  '"v2.10|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3390|"', '"v2.10|Action=Block|Active=TRUE|Dir=In|Protocol=6|LPort=3389|"', '"v2.10|Action=Allow|Active=FALSE|Dir=In|Protocol=6|LPort=3389|Name="Remote"|"',
);

const settingLine = (names: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...names), fc.constantFrom('""', '""', '""', '""', '\u201c\u201d', '', '"', ' "'), settingData).map(([name, quotes, data]) => `${quotes.charAt(0)}${name}${quotes.charAt(1)}=${data}`);

const settingKeyLine = (key: string): fc.Arbitrary<string> =>
  fc.constantFrom(`[${key}]`, `[${key}]`, `[${key}]`, `[${key}]`, `[${key}`, `${key}]`, `[ ${key}]`, `["${key}"]`, `[-${key}]`, `[- ${key}]`, `[${key.replace('HKEY_LOCAL_MACHINE', 'HKLM')}]`, `[${key.replace('LOCAL', 'LOCALE')}]`, `[${key.replaceAll('\\', '\\\\')}]`);

const block = fc
  .constantFrom(...settingKeys)
  .chain(([key, names]) => fc.tuple(settingKeyLine(key), fc.array(settingLine(names), { minLength: 1, maxLength: 4 })))
  .map(([key, lines]) => [key, ...lines].join('\r\n'));

const line = fc.oneof({ weight: 2, arbitrary: block }, { weight: 2, arbitrary: keyLines }, { weight: 5, arbitrary: valueLine }, { weight: 2, arbitrary: loose }, { weight: 1, arbitrary: fc.string({ maxLength: 12 }) });
const newline = fc.constantFrom('\r\n', '\n', '\r');

/** Text of a file, without a byte order mark. */
export const regText = fc
  .tuple(headers, fc.array(line, { maxLength: 14 }), newline, fc.constantFrom('', ' ', '\t'))
  .map(([header, lines, end, indent]) => [header, '', ...lines.map((text) => indent + text)].join(end));

export const SEED = 20261123;
