// Texts about authentication, encryption and sessions (RDP3xx) and about settings that lower security (RDP5xx), and the fixes for them.

export const securityTexts = {
  'RDP301.title': 'TLS switched off for servers',
  'RDP301.why': 'A client that asks for TLS or NLA is disconnected before it can log on, often with an internal error.',
  'RDP301.all': 'TLS 1.0, 1.1 and 1.2 are off for servers: NLA and security layer 2 have only TLS 1.3 left, which Windows has since 11 and Server 2022.',
  'RDP301.nothing': 'Every version of TLS is off for servers: NLA and security layer 2 have none left.',
  'RDP301.only13': 'TLS 1.0, 1.1 and 1.2 are off for servers: clients that do not use TLS 1.3 cannot connect with NLA or security layer 2.',
  'RDP301.newest': 'TLS 1.2 is off for servers: clients that no longer use TLS 1.0 and 1.1 cannot connect before Windows 11 and Server 2022.',
  'RDP301.related': 'Off as well',

  'RDP302.title': 'Encryption level below what TLS asks for',
  'RDP302.message': 'MinEncryptionLevel is 1 while SecurityLayer is 2: Windows does not accept the pair and corrects it by itself (event 1050).',
  'RDP302.related': 'The security layer',
  'RDP302.fix': 'Set the encryption level to High (MinEncryptionLevel = 3)',

  'RDP303.title': 'NLA required and TLS refused',
  'RDP303.why': 'Clients that ask for NLA may be refused with a security error.',
  'RDP303.message': 'UserAuthentication is 1 while {0} is 0: NLA runs inside TLS, so only one of the two can count.',
  'RDP303.related': '{0} in the same source',

  'RDP304.title': 'Thumbprint that is not 20 bytes',
  'RDP304.why': 'Clients see the self-signed certificate of Windows in place of the one that was meant.',
  'RDP304.message': 'SSLCertificateSHA1Hash has {0} bytes and a thumbprint has 20: Windows finds no certificate by it and uses its own.',
  'RDP304.text': 'SSLCertificateSHA1Hash is a text and a thumbprint is 20 bytes of binary data: Windows may find no certificate by it and use its own.',
  'RDP304.fix': 'Set to the thumbprint {0}',

  'RDP305.title': 'Encryption level that FIPS mode overrides',
  'RDP305.message': 'MinEncryptionLevel {0} does not count: FIPS mode is on, and native RDP security uses FIPS encryption.',
  'RDP305.related': 'FIPS mode',

  'RDP306.title': 'Clients without the CredSSP update refused',
  'RDP306.message': 'AllowEncryptionOracle is 0: computers without the CredSSP update of 2018 can neither connect to this one nor be connected to from it.',
  'RDP306.fix': 'Accept clients without the update (AllowEncryptionOracle = 1)',

  'RDP307.title': 'Half of the keep-alive settings',
  'RDP307.off': 'KeepAliveEnable is 0: the server never checks the state of a session, whatever KeepAliveInterval says.',
  'RDP307.noSwitch': 'KeepAliveInterval counts only while KeepAliveEnable is 1, and nothing here sets that.',
  'RDP307.noInterval': 'KeepAliveEnable is 1, and nothing here sets KeepAliveInterval, the minutes between two checks.',
  'RDP307.related': 'The interval',
  'RDP307.fix': 'Check the state of sessions (KeepAliveEnable = 1)',

  'RDP308.title': 'Keep-alive interval not in minutes',
  'RDP308.outside': 'KeepAliveInterval is {0}; it is in minutes, 1 to 999999.',
  'RDP308.milliseconds': 'KeepAliveInterval is {0} minutes, which is {1} days; read as milliseconds it is {2} min.',
  'RDP308.fix': 'Set to {0} min',

  'RDP309.title': 'Time limit not in milliseconds',
  'RDP309.message': '{0} is {1} milliseconds, which is less than a minute.',
  'RDP309.fixSeconds': 'Set to {0} seconds ({1} milliseconds)',
  'RDP309.fixMinutes': 'Set to {0} minutes ({1} milliseconds)',

  'RDP310.title': 'Value of the listener that is not used',
  'RDP310.message': '{0} is {1}: Windows takes the setting of the user, and {2} of {3} does nothing.',
  'RDP310.related': 'The value that is not used',
  'RDP310.fix': 'Use {0} of the listener ({1} = {2})',

  'RDP311.title': 'Certificate template that is not used',
  'RDP311.message': 'The certificate template "{0}" does nothing while a certificate is given by its thumbprint.',
  'RDP311.related': 'The certificate of {0}',

  'RDP312.title': 'Time limit written in decimal',
  'RDP312.message': '{0} is hexadecimal {1}, which is {2} milliseconds; read as decimal it is {3} min.',
  'RDP312.fix': 'Set to {0} min ({1} milliseconds)',

  'RDP501.title': 'Network Level Authentication not required',
  'RDP501.why': 'Whoever reaches the port gets a logon screen: passwords can be tried, and holes before the logon be used.',
  'RDP501.local': 'UserAuthentication is 0: {0} gives a session to clients that have not authenticated yet.',
  'RDP501.wireOffered': 'The listener offers NLA and does not require it: it gives a session to clients that have not authenticated yet.',
  'RDP501.wireNotOffered': 'The listener does not offer NLA: it gives a session to clients that have not authenticated yet.',
  'RDP501.policy': 'The policy value UserAuthentication is 0: every listener gives a session to clients that have not authenticated yet.',
  'RDP501.fix': 'Require NLA (UserAuthentication = 1)',

  'RDP502.title': 'RDP security layer',
  'RDP502.why': 'Somebody in between can pose as the server and read what is typed, passwords included.',
  'RDP502.local': 'SecurityLayer is 0: {0} uses RDP security instead of TLS, and clients cannot tell whether the server is genuine.',
  'RDP502.wire': 'The listener takes native RDP security and no TLS: a client cannot tell which server it talks to.',
  'RDP502.policy': 'The policy value SecurityLayer is 0: every listener uses RDP security instead of TLS, and clients cannot tell whether the server is genuine.',
  'RDP502.fixTls': 'Require TLS (SecurityLayer = 2)',
  'RDP502.fixNegotiate': 'Use TLS where the client can (SecurityLayer = 1)',

  'RDP503.title': 'Low encryption level',
  'RDP503.why': 'What such a connection carries can be read by whoever records it.',
  'RDP503.local': 'MinEncryptionLevel is 1: without TLS, {0} encrypts with 56 bits, and only what the client sends.',
  'RDP503.policy': 'The policy value MinEncryptionLevel is 1: without TLS, every listener encrypts with 56 bits, and only what the client sends.',
  'RDP503.wireLow': 'Without TLS, the listener encrypts at the level Low: only what the client sends.',
  'RDP503.wireNone': 'Without TLS, the listener encrypts nothing.',
  'RDP503.fixHigh': 'Encrypt both ways with 128 bits (MinEncryptionLevel = 3)',
  'RDP503.fixCompatible': 'Encrypt as strongly as the client can (MinEncryptionLevel = 2)',

  'RDP504.title': 'CredSSP open to an old attack',
  'RDP504.why': 'It is meant for the time until all computers are updated; clients and servers are since 2018.',
  'RDP504.message': 'AllowEncryptionOracle is 2: this computer uses CredSSP with unpatched computers, which lets the attack of CVE-2018-0886 through.',
  'RDP504.fix': 'Refuse unpatched servers (AllowEncryptionOracle = 1)',

  'RDP505.title': 'LAN Manager authentication level lowered',
  'RDP505.message': 'LmCompatibilityLevel is {0}: this computer answers with LM or NTLM of the first version, and such answers can be broken.',
  'RDP505.fix': 'Answer with NTLMv2 only (LmCompatibilityLevel = 3)',

  'RDP506.title': 'Blank passwords over the network',
  'RDP506.message': 'LimitBlankPasswordUse is 0: local accounts without a password can log on over the network, Remote Desktop included.',
  'RDP506.fix': 'Allow blank passwords at the console only (LimitBlankPasswordUse = 1)',

  'RDP507.title': 'Sessions watched without asking',
  'RDP507.control': 'Shadow is 2: administrators can take control of a session without the consent of its user.',
  'RDP507.view': 'Shadow is 4: administrators can watch a session without the consent of its user.',
  'RDP507.fixControl': 'Ask the user before control (Shadow = 1)',
  'RDP507.fixView': 'Ask the user before watching (Shadow = 3)',

  'RDP508.title': 'Program of Remote Desktop Services replaced',
  'RDP508.why': 'Windows updates do not fit such a DLL, and after one of them the service often does not start.',
  'RDP508.message': 'ServiceDll is {0} and not termsrv.dll of Windows: other code accepts the connections.',
  'RDP508.fix': 'Use {0}',

  'RDP509.title': 'TLS and NLA switched off',
  'RDP509.why': 'NLA runs inside TLS: with both off, clients that ask for NLA are refused, and the others are not protected.',
  'RDP509.message': 'fAllowSecProtocolNegotiation is 0: {0} answers every client with native RDP security, without TLS and NLA.',
  'RDP509.fix': 'Negotiate TLS and NLA (fAllowSecProtocolNegotiation = 1)',

  'RDP510.title': 'Limit of sessions lifted by a patch',
  'RDP510.message': 'EnableConcurrentSessions is no setting of Windows: patched copies of termsrv.dll read it to lift the limit of sessions.',
  'RDP510.fix': 'Switch off (EnableConcurrentSessions = 0)',

  'RDP511.title': 'Licensing grace period deleted',
  'RDP511.message': 'This deletes the grace period of 120 days, which starts it again and goes around licensing.',
  'RDP511.fix': 'Leave the deletion out',

  'RDP512.title': 'Old TLS version switched on',
  'RDP512.message': '{0} is switched on for servers, also where Windows has it off.',
  'RDP512.fix': 'Switch {0} off for servers (Enabled = 0)',

  'RDP513.title': 'Client connects to servers it cannot verify',
  'RDP513.message': 'The policy value AuthenticationLevel is 0: Remote Desktop clients connect although they cannot tell whether the server is genuine.',
  'RDP513.fixWarn': 'Warn before connecting (AuthenticationLevel = 2)',
  'RDP513.fixRefuse': 'Do not connect (AuthenticationLevel = 1)',

  'RDP514.title': 'Permissions of a listener for everyone',
  'RDP514.everyone': 'The permissions in {0} give Everyone rights over sessions and not only the right to query them (access mask 0x{1}).',
  'RDP514.anonymous': 'The permissions in {0} give Anonymous Logon rights over sessions and not only the right to query them (access mask 0x{1}).',
  'RDP514.noList': 'The security descriptor in {0} has no list of permissions, which gives everyone every right.',
  'RDP514.fix': 'Leave {0} out',
} as const;
