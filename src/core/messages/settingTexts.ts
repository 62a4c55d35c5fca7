// Texts about RDP settings and what they do to a server (RDP1xx to RDP5xx), and the fixes for them.

export const settingTexts = {
  'RDP030.title': 'Numbered control set instead of CurrentControlSet',
  'RDP030.message': '{0} is in use only while SYSTEM\\Select\\Current is {1}; otherwise what is written here has no effect.',
  'RDP030.fix': 'Write to CurrentControlSet instead of {0}',

  'RDP031.title': 'Wrong data type for a setting',
  'RDP031.message': '{0} is a {1}; Windows expects a {2} here and may not read it.',
  'RDP031.messageText': '{0} is the {1} "{3}"; Windows expects a {2} here and may not read it.',
  'RDP031.fixNumber': 'Store as {0} {1} ({2})',
  'RDP031.fixText': 'Store as {0} "{1}"',

  'RDP101.title': 'Remote Desktop connections refused',
  'RDP101.local': 'fDenyTSConnections is 1: Windows refuses every new Remote Desktop connection.',
  'RDP101.policy': 'The policy value fDenyTSConnections is 1: Windows refuses every new Remote Desktop connection, whatever the local value says.',
  'RDP101.fix': 'Accept connections (fDenyTSConnections = 0)',

  'RDP201.title': 'Decimal port written as hexadecimal data',
  'RDP201.message': 'PortNumber is 0x{0} = {1}; port {2} is {3}.',

  'RDP202.title': 'Port out of range',
  'RDP202.zero': 'PortNumber of {0} is 0, which is not a port a client can connect to.',
  'RDP202.tooHigh': 'PortNumber of {0} is {1}, and the highest port is 65535.',

  'RDP203.title': 'Changed port without a firewall rule',
  'RDP203.message': '{0} listens on port {1}, and nothing here opens TCP {1} in Windows Firewall; the rules Windows brings along open 3389.',

  'RDP204.title': 'Setting in a key Windows does not read',
  'RDP204.key': 'Windows does not read {0}; the key it reads is {1}.',
  'RDP204.listener': '"{0}" is not RDP-Tcp, the name of the listener Windows brings along: its settings are not changed.',
  'RDP204.outside': '{0} belongs to a listener: Windows does not read it in {1}, but in {2}.',
  'RDP204.fix': 'Write to {0}',

  'RDP501.title': 'Network Level Authentication not required',
  'RDP501.local': 'UserAuthentication is 0: {0} gives a session to clients that have not authenticated yet.',
  'RDP501.wireOffered': 'The listener offers NLA and does not require it: it gives a session to clients that have not authenticated yet.',
  'RDP501.wireNotOffered': 'The listener does not offer NLA: it gives a session to clients that have not authenticated yet.',
  'RDP501.policy': 'The policy value UserAuthentication is 0: every listener gives a session to clients that have not authenticated yet.',
  'RDP501.fix': 'Require NLA (UserAuthentication = 1)',

  'RDP502.title': 'RDP security layer',
  'RDP502.local': 'SecurityLayer is 0: {0} uses RDP security instead of TLS, and clients cannot tell whether the server is genuine.',
  'RDP502.wire': 'The listener takes native RDP security and no TLS: a client cannot tell which server it talks to.',
  'RDP502.policy': 'The policy value SecurityLayer is 0: every listener uses RDP security instead of TLS, and clients cannot tell whether the server is genuine.',
  'RDP502.fixTls': 'Require TLS (SecurityLayer = 2)',
  'RDP502.fixNegotiate': 'Use TLS where the client can (SecurityLayer = 1)',

  'RDP503.title': 'Low encryption level',
  'RDP503.local': 'MinEncryptionLevel is 1: without TLS, {0} encrypts with 56 bits, and only what the client sends.',
  'RDP503.policy': 'The policy value MinEncryptionLevel is 1: without TLS, every listener encrypts with 56 bits, and only what the client sends.',
  'RDP503.fixHigh': 'Encrypt both ways with 128 bits (MinEncryptionLevel = 3)',
  'RDP503.fixCompatible': 'Encrypt as strongly as the client can (MinEncryptionLevel = 2)',

  'fix.setPort': 'Set to {0} ({1})',
} as const;
