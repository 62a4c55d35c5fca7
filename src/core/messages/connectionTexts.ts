// Texts about settings that keep clients from connecting (RDP1xx) and about ports (RDP2xx), and the fixes for them.

export const connectionTexts = {
  'RDP101.title': 'Remote Desktop connections refused',
  'RDP101.why': 'A client sees "Remote Desktop can\'t connect to the remote computer"; sessions that exist stay.',
  'RDP101.local': 'fDenyTSConnections is 1: Windows refuses every new Remote Desktop connection.',
  'RDP101.policy': 'The policy value fDenyTSConnections is 1: Windows refuses every new Remote Desktop connection, whatever the local value says.',
  'RDP101.fix': 'Accept connections (fDenyTSConnections = 0)',

  'RDP102.title': 'Listener switched off',
  'RDP102.why': 'Nothing listens on its port, so that clients are refused as if Remote Desktop were turned off.',
  'RDP102.message': 'fEnableWinStation is 0: the listener {0} is off and takes no connections.',
  'RDP102.fix': 'Turn the listener on (fEnableWinStation = 1)',

  'RDP103.title': 'Logons disabled on the listener',
  'RDP103.why': 'A client connects and its user is told that remote logons are disabled.',
  'RDP103.message': 'fLogonDisabled is 1: {0} refuses everybody who logs on.',
  'RDP103.fix': 'Accept logons (fLogonDisabled = 0)',

  'RDP104.title': 'TSUserEnabled keeps users out',
  'RDP104.why': 'Administrators may still get in, which hides it.',
  'RDP104.message': 'TSUserEnabled is 1: users cannot connect, because 0 is the value that lets them log on.',
  'RDP104.fix': 'Let users log on (TSUserEnabled = 0)',

  'RDP105.title': 'TSEnabled switched off',
  'RDP105.message': 'TSEnabled is 0: a server that takes Remote Desktop connections has 1.',
  'RDP105.fix': 'Switch on (TSEnabled = 1)',

  'RDP106.title': 'Server drained',
  'RDP106.why': 'New users are turned away with the message that the server does not accept logons, while everything else looks healthy.',
  'RDP106.message': 'TSServerDrainMode is 2: the server takes no new logons, and users can only return to sessions they have.',
  'RDP106.untilRestart': 'TSServerDrainMode is 1: the server takes no new logons until it restarts.',
  'RDP106.fix': 'Take new logons (TSServerDrainMode = 0)',

  'RDP107.title': 'Remote Desktop Services disabled',
  'RDP107.why': 'A disabled service does not start, not even with the computer; one that still runs is gone after the next restart.',
  'RDP107.message': 'Start of TermService is 4: the service is disabled, and nobody can connect.',
  'RDP107.running': 'Start of TermService is 4: the service still runs, and after the next restart nobody can connect.',
  'RDP107.fix': 'Start on demand (Start = 3)',

  'RDP108.title': 'Helper service of Remote Desktop disabled',
  'RDP108.sessionEnv': 'Start of SessionEnv is 4: the service that configures the listener and makes its certificate is disabled.',
  'RDP108.umRdpService': 'Start of UmRdpService is 4: the service that redirects drives, printers and ports of clients is disabled.',
  'RDP108.fix': 'Start on demand (Start = 3)',

  'RDP109.title': 'Number of connections outside what Windows takes',
  'RDP109.none': 'MaxInstanceCount of {0} is 0, which leaves no session.',
  'RDP109.local': 'MaxInstanceCount of {0} is {1}; "unlimited" is 4294967295 (dword:ffffffff) here and 999999 only in the policy.',
  'RDP109.policy': 'The policy value MaxInstanceCount is {0}; the policy takes 1 to 999999, and 999999 means unlimited.',
  'RDP109.fixLocal': 'Set to unlimited (dword:ffffffff)',
  'RDP109.fixPolicy': 'Set to unlimited (999999, dword:000f423f)',

  'RDP110.title': 'Listener tied to one network adapter',
  'RDP110.message': 'LanAdapter is {1}: {0} listens on one network adapter only.',
  'RDP110.fix': 'Listen on all adapters (LanAdapter = 0)',

  'RDP111.title': 'Firewall rule that blocks Remote Desktop',
  'RDP111.message': 'This rule blocks TCP {0}, the port of the listener, and a block wins over every rule that allows.',

  'RDP112.title': 'Firewall rule of Remote Desktop switched off',
  'RDP112.message': 'Connections are accepted (fDenyTSConnections is 0), but this rule for TCP 3389 is switched off and no other one here opens the port.',

  'RDP113.title': 'Only administrators can log on',
  'RDP113.why': 'It looks like a problem of rights: administrators get in and users do not.',
  'RDP113.message': 'CrashOnAuditFail is 2: Windows stopped because of a full security log, and only administrators can log on until this is set back.',
  'RDP113.fixStop': 'Let everybody log on, stop again when the log is full (CrashOnAuditFail = 1)',
  'RDP113.fixOff': 'Let everybody log on, never stop (CrashOnAuditFail = 0)',

  'RDP114.title': 'Computer that sleeps',
  'RDP114.message': 'The policy sends this computer to sleep after {0} seconds on mains power, and a sleeping computer takes no connections.',
  'RDP114.live': 'The computer goes to sleep or hibernates after {0} seconds on mains power.',
  'RDP114.why': 'A computer that sleeps takes no connection, and not every one can be woken over the network.',
  'RDP114.fix': 'Never sleep on mains power (ACSettingIndex = 0)',

  'RDP115.missing': 'The server has no listener of Remote Desktop: the key WinStations\\RDP-Tcp is gone.',
  'RDP115.title': 'Listener deleted',
  'RDP115.message': 'This deletes the listener RDP-Tcp and nothing below writes it again: the server stops listening.',
  'RDP115.fix': 'Leave the deletion out',

  'RDP116.title': 'Remote Desktop Services deleted',
  'RDP116.message': 'This deletes the service TermService and nothing below writes it again: nobody can connect after the next restart.',
  'RDP116.fix': 'Leave the deletion out',

  'RDP117.title': 'Account of Remote Desktop Services changed',
  'RDP117.why': 'Without NETWORK SERVICE it may not start (1069, 1079), and it may not read the key of the certificate.',
  'RDP117.message': 'TermService is to run as {0}; in the process it shares with services of NT Authority\\NetworkService it does not start under another account.',
  'RDP117.fix': 'Run as {0}',

  'RDP118.title': 'Domain credentials not stored',
  'RDP118.message': 'disabledomaincreds is 1: Windows stores no domain credentials, and logons by Remote Desktop that rely on them fail.',
  'RDP118.fix': 'Store domain credentials (disabledomaincreds = 0)',

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
  'RDP204.outsideMany': '{3} values here belong to a listener, {0} is the first: Windows does not read them in {1}, but in {2}.',
  'RDP204.inside': '{0} belongs to the server and not to a listener: Windows does not read it in {1}, but in {2}.',
  'RDP204.insideMany': '{3} values here belong to the server and not to a listener, {0} is the first: Windows does not read them in {1}, but in {2}.',
  'RDP204.client': '{0} is a policy of the Remote Desktop client: Windows does not read it in {1}, but in {2}.',
  'RDP204.clientMany': '{3} values here are policies of the Remote Desktop client, {0} is the first: Windows does not read them in {1}, but in {2}.',
  'RDP204.related': 'The same is true of {0}',
  'RDP204.fix': 'Write to {0}',

  'RDP205.title': 'Port of the template instead of the listener',
  'RDP205.message': 'This is the port of a template for new listeners: no listener here gets port {0}.',

  'RDP206.title': 'Port that something else uses',
  'RDP206.windows': '{0} listens on port {1}, which Windows itself uses for {2}: the one that starts second gets no port.',
  'RDP206.role': '{0} listens on port {1}, the port of {2}: where that is installed, the one that starts second gets no port.',

  'RDP207.title': 'Two listeners with one port',
  'RDP207.message': '{0} has the port of {1}, {2}: only one of the two can listen.',
  'RDP207.related': 'The port of {0}',

  'RDP208.title': 'Changed port without UDP',
  'RDP208.message': 'TCP {1} is opened in Windows Firewall and UDP {1} is not: sessions of {0} stay on TCP.',

  'RDP208.rule': 'Opens TCP {0}',
  'RDP209.title': 'Firewall rule for another port',
  'RDP209.message': 'This rule opens {0} to Remote Desktop, and the listener here has port {1}.',
  'RDP209.listener': 'The port of the listener',
} as const;
