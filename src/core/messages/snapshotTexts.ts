// Texts of the rules that look at a snapshot of a server, and of what a finding could not see.

export const snapshotTexts = {
  'snapshot.sectionUnseen': 'The section {0} was not seen ({1}: {2}).',
  'snapshot.partUnseen': '{0} was not seen ({1}: {2}).',
  'snapshot.channelUnseen': 'The event log {0} was not read ({1}).',

  'collect.notSnapshot': 'The collector on {0} came to its end, and what it wrote is no snapshot.',
  'collect.damaged': 'The snapshot the collector made on {0} is damaged at {1}.',
  'collect.remedy': 'Run it again. If it stays so, report it: the collector is not meant to write such a thing.',

  'certificate.boundHere': 'The listener is bound to it here',
  'certificate.why': 'Windows presents its own, self-signed certificate instead: clients warn about the identity of the server, and those that insist on it do not connect.',

  'events.explained': 'Event {1} ({2}×, first {3}, last {4}): {0}.',

  'events.related': 'Event {0}, {1}×, first {2}, last {3}',

  'firewall.blocked': 'The rule {0} blocks it, and a block wins over every rule that allows.',
  'firewall.limited': 'The rule {0} lets only these addresses in: {1}.',
  'firewall.off': 'The rule {0} is switched off, and no other rule lets the port in.',
  'firewall.otherProfile': 'The rule {0} is for other networks ({1}); the server is connected to one of the profile {2}.',
  'firewall.otherPort': 'The rule {0} opens {1} and not this port.',
  'firewall.noRule': 'No rule lets the port in.',

  'RDP119.title': 'Remote Desktop Services does not run',
  'RDP119.absent': 'The service TermService does not exist.',
  'RDP119.stopped': 'The service TermService is stopped.',
  'RDP119.disabled': 'The service TermService is disabled and does not run.',
  'RDP119.failed': 'The service TermService is stopped, with the code {0}.',
  'RDP119.starting': 'The service TermService is starting and not done.',
  'RDP119.stopping': 'The service TermService is stopping and not done.',
  'RDP119.why': 'Nobody can connect while it does not run.',
  'RDP119.whyIdle': 'It starts on demand; connections are refused by setting, and that is what to change first.',
  'RDP119.whyHangs': 'A service that stays in between neither takes connections nor reports that it cannot; often only the end of its process helps.',
  'RDP119.whySoon': 'The computer started a few minutes ago: the service may only be slow.',

  'RDP120.title': 'Nobody may log on through Remote Desktop',
  'RDP120.nobody': 'The right to log on through Remote Desktop Services is given to nobody.',
  'RDP120.emptyGroup': 'Only Remote Desktop Users may log on, and the group has no member.',
  'RDP120.everyone': 'Logging on through Remote Desktop Services is denied to everyone.',
  'RDP120.deniedAgain': 'Everyone who is given the right to log on through Remote Desktop Services is denied it again.',
  'RDP120.users': 'Logging on through Remote Desktop Services is denied to Remote Desktop Users.',
  'RDP120.administrators': 'Logging on through Remote Desktop Services is denied to administrators.',
  'RDP120.localAccounts': 'Logging on through Remote Desktop Services is denied to local accounts, and the computer is in no domain: it has no others.',
  'RDP120.onlyDomain': 'Logging on through Remote Desktop Services is denied to local accounts: only accounts of the domain can.',
  'RDP120.usersNotGiven': 'Remote Desktop Users has members, and the right to log on through Remote Desktop Services is not given to the group.',
  'RDP120.why': 'A client connects, its user authenticates and is turned away.',

  'RDP121.title': 'Both administrative sessions are taken',
  'RDP121.message': '{0} remote sessions are taken, {1} of them disconnected; remote administration allows two.',
  'RDP121.why': 'The next administrator has to end a session first. Only the role RD Session Host allows more, and needs licences.',

  'RDP122.title': 'Limit of connections reached',
  'RDP122.message': 'Sessions: {0} connected, {1} disconnected; the listener takes {2} at most.',
  'RDP122.limit': 'The limit',
  'RDP122.why': 'The next user is turned away until a session ends. Without the policy or the value the number is not limited.',

  'RDP123.title': 'Remote Desktop Services ended by itself',
  'RDP123.message': 'Remote Desktop Services ended unexpectedly (event {0}, {1}×, first {2}, last {3}) and runs again.',
  'RDP123.why': 'With it every session loses its connection. The event Application Error of the same second names the module.',

  'RDP124.title': 'Netlogon does not run',
  'RDP124.message': 'The computer is in a domain, and the service Netlogon does not run.',
  'RDP124.why': 'Accounts of the domain cannot be checked without it: with NLA their users do not reach a session.',

  'RDP125.title': 'Edition of Windows that cannot be connected to',
  'RDP125.message': 'This Windows is a Home edition ({0}), which takes no Remote Desktop connections.',
  'RDP125.why': 'A Home edition has no listener of Remote Desktop, whatever its settings say. It can only connect to others.',
  'RDP125.listens': 'This Windows is a Home edition ({0}), which takes no Remote Desktop connections by itself, and Remote Desktop Services listens.',
  'RDP125.whyListens': 'Something changed Windows so that it does. The next update can end that, and what was changed accepts every logon.',

  'RDP190.title': 'Events about connections',
  'RDP216.title': 'The listener did not come up',
  'RDP216.message': 'Remote Desktop Services runs and allows connections, and nothing listens on port {1} of {0}.',
  'RDP216.why': 'The port may have been taken when the service started, the listener may be damaged, or a new port waits for a restart of the service.',

  'RDP217.title': 'Another program has the port',
  'RDP217.message': 'Port {0} of Remote Desktop belongs to another program ({1}, process {2}).',
  'RDP217.whyShared': 'It listens on {0}, Remote Desktop Services on the other addresses: clients that come to that one meet the other program.',
  'RDP217.why': 'Remote Desktop cannot listen on a port that is taken. One of the two has to move, and the service to start again.',

  'RDP218.title': 'Listening on the server and not reachable from here',
  'RDP218.firewall': 'Remote Desktop listens on port {0}, and the firewall of the server lets nobody in on it.',
  'RDP218.address': 'Remote Desktop listens on port {0} of {1} only, and not on the address that was asked.',
  'RDP218.whyAddress': 'The listener is bound to one network adapter (LanAdapter): clients that come over another one are refused.',
  'RDP218.message': 'Remote Desktop listens on port {0}, and from here the port cannot be reached.',
  'RDP218.why': 'The server itself is in order. A firewall, its own or one on the way, stops the connection.',

  'RDP219.title': 'The service has not taken the new port yet',
  'RDP219.message': 'PortNumber of {0} is {1}, and Remote Desktop Services listens on {2}.',
  'RDP219.whyClosed': 'The service reads the port when it starts, and the firewall of the server does not let the new port in: after a restart of the service nobody would get in.',
  'RDP219.why': 'The service reads the port when it starts. Until then clients that use the new port are refused.',

  'RDP220.title': 'The firewall of the server lets nobody in',
  'RDP220.message': 'The firewall of the server lets nobody in on TCP port {0} from the network it is connected to.',
  'RDP220.partly': 'The firewall of the server lets only some clients in on TCP port {0}.',

  'RDP221.title': 'The port that was asked is not the one of the listener',
  'RDP221.message': 'No listener has port {0}: Remote Desktop listens on {1}, as it is set to.',
  'RDP221.why': 'Clients that name no port use 3389. They have to name the port of the listener (server:port), or the server has to go back to theirs.',

  'RDP290.title': 'Events about the listener',
  'RDP390.title': 'Events about security',
  'RDP490.title': 'Events about licensing',

  'RDP313.title': 'Bound certificate not in the store',
  'RDP313.message': 'The listener is bound to the certificate {0}, and no store of the computer has it.',

  'RDP314.title': 'Bound certificate not valid now',
  'RDP314.expired': 'The certificate {0} of the listener expired on {1}.',
  'RDP314.early': 'The certificate {0} of the listener is valid from {1} on, later than the clock of the server.',
  'RDP314.soon': 'The certificate {0} of the listener expires on {1}.',

  'RDP315.title': 'Private key of the bound certificate not usable',
  'RDP315.none': 'The certificate {0} of the listener has no private key.',
  'RDP315.unreadable': 'NETWORK SERVICE, the account of Remote Desktop Services, may not read the private key of the certificate {0}.',

  'RDP316.title': 'Bound certificate not for servers',
  'RDP316.message': 'The certificate {0} of the listener is not for Server Authentication.',

  'RDP317.title': 'Windows cannot make its own certificate',
  'RDP317.message': 'Windows could not make or replace its own certificate ({0}×, first {1}, last {2}), and no later event says that it did.',
  'RDP317.why': 'Without a certificate there is neither TLS nor NLA. The usual reason is the permissions of ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys.',
  'RDP317.refused': 'MachineKeys refuses access to {0}',

  'RDP318.title': 'TLS could not be set up',
  'RDP318.own': 'Schannel {0} for Remote Desktop Services ({2}×, first {3}, last {4}): {1}.',
  'RDP318.unknown': 'Schannel {0} ({2}×, first {3}, last {4}): {1}. The event does not say which program it happened to.',
  'RDP318.why': 'A client that asks for TLS or NLA is disconnected before it can log on.',
  'RDP318.whyUnknown': 'If it was Remote Desktop, a client that asked for TLS or NLA was disconnected before it could log on.',

  'RDP319.title': 'Dead sessions stay active',
  'RDP319.dead': 'More remote sessions are active ({0}) than there are connections ({1}): some have no client, and keep-alive is off.',
  'RDP319.broken': 'Connections broke without a goodbye ({0} of the events kept, the last on {1}), and keep-alive is off.',
  'RDP319.why': 'Without keep-alive the server notices a vanished client late: the session stays active, and its user cannot always get back into it.',

  'RDP320.title': 'Clock of the server differs',
  'RDP320.ahead': 'The clock of the server is {0} minutes ahead of the clock here.',
  'RDP320.behind': 'The clock of the server is {0} minutes behind the clock here.',
  'RDP320.why': 'Kerberos tolerates five minutes: with more between client, server and domain controller, logons with NLA fail and certificates look expired or not valid yet.',

  'RDP321.title': 'The listener disagrees with the registry',
  'RDP321.nlaMissing': 'The registry requires NLA, and the listener accepts connections without it.',
  'RDP321.nlaRequired': 'The registry does not require NLA, and the listener does.',
  'RDP321.rdpTaken': 'SecurityLayer asks for TLS, and the listener accepts RDP security.',
  'RDP321.tlsTaken': 'SecurityLayer asks for RDP security, and the listener accepts TLS.',
  'RDP321.why': 'Another program or a proxy answers on the port, or the setting waits until Remote Desktop Services starts again.',

  'RDP322.title': 'NTLM refused while NLA is required',
  'RDP322.workgroup': 'NLA is required, the server accepts no NTLM, and it is in no domain: no account can log on.',
  'RDP322.domain': 'NLA is required and the server accepts no NTLM: only domain accounts that connect by its name get in.',
  'RDP322.why': 'Without NTLM, CredSSP is left with Kerberos. Clients that use an address or a local account see an authentication error.',

  'RDP323.title': 'Right to log on over the network missing',
  'RDP323.denied': 'NLA is required, and those who may log on through Remote Desktop are denied access to the computer from the network.',
  'RDP323.local': 'NLA is required, and local accounts are denied access to the computer from the network; a workgroup has no others.',
  'RDP323.localAdministrators': 'NLA is required, and local administrators are denied access to the computer from the network; a workgroup has no others.',
  'RDP323.nobody': 'NLA is required, and the right to access the computer from the network is given to nobody.',
  'RDP323.others': 'NLA is required, and none of those who may log on through Remote Desktop has the right to access the computer from the network.',
  'RDP323.why': 'NLA logs the user on over the network first: without that right the client is turned away with 0xC000015B before there is a session.',

  'RDP324.title': 'Private key of Windows\' own certificate not usable',
  'RDP324.unreadable': 'NETWORK SERVICE, the account of Remote Desktop Services, may not read the private key of {0}, the certificate Windows made for the listener.',
  'RDP324.none': '{0}, the certificate Windows made for the listener, has no private key.',
  'RDP324.why': 'Without the key there is neither TLS nor NLA. The usual reason is the permissions of ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys.',

  'RDP407.title': 'Licensing does not work',
  'RDP407.notConfigured': 'The session host has no licensing mode: set Per Device or Per User, as the licences are, and name the licence server.',
  'RDP407.noServer': 'The licensing mode is {0}, and no licence server is specified: name one by policy or in Server Manager.',
  'RDP407.workgroup': 'The licensing mode is Per User, and the host is in a workgroup: there only Per Device licences are issued.',
  'RDP407.noneAnswers': 'No specified licence server can be reached from this host ({0}): look at the service there, the name and RPC port 135.',
  'RDP407.older': 'No specified licence server gives this host licences ({0}): they are older than it.',
  'RDP407.notInGroup': 'No specified licence server gives this host licences ({0}): its computer account is not in RDS Endpoint Servers.',
  'RDP407.noneGives': 'No specified licence server gives this host licences ({0}; the first that refuses has status {1}).',
  'RDP407.someUnknown': 'The licence server {0} gives this host no licences (status {1}), and the others could not be asked.',
  'RDP407.someAnswer': 'The licence server {0} gives this host no licences (status {1}); the others do.',
  'RDP407.whyOver': 'The grace period is over: users without a licence are refused, only administrative sessions get in.',
  'RDP407.whyGrace': 'The grace period hides it for {0} more days; then users are refused.',
  'RDP407.whyUnknown': 'Users are refused as soon as the grace period of 120 days is over.',
  'RDP407.whySoft': 'It fails for some users or at some times, which makes it hard to find later.',
  'RDP407.graceUnseen': 'How long the grace period lasts could not be told (code {0}).',

  'RDP408.title': 'Certificate of the licence server not valid',
  'RDP408.message': 'The certificate the licence server issued to this host is not valid (event {0}, {1}×, first {2}, last {3}), so no licence is issued.',
  'RDP408.thrownOff': 'Clients were disconnected for a protocol error (TermDD 50, {0}×, last {1}) while licensing failed (event {2}).',
  'RDP408.why': 'Deleting the X509 values of Control\\Terminal Server\\RCM, after an export, and a restart make the host fetch a new certificate.',
  'RDP408.values': 'The values that hold it: {0}',

  'RDP409.title': 'Licence server too old for this host',
  'RDP409.event': 'The licence server {0} does not support the Windows of this host (event {1}, {2}×, last {3}).',
  'RDP409.why': 'A licence server issues licences only for its own version of Windows and older ones.',

  'RDP410.title': 'Clients refused for their licence',
  'RDP410.message': 'Clients were refused for their licence ({0}; event {1}, {2}×, first {3}, last {4}).',
  'RDP410.unnamed': 'Licences for clients were not issued or not accepted (event {0}, {1}×, first {2}, last {3}).',
  'RDP410.why': 'A temporary licence lasts 90 days and is not renewed where no permanent one is free, or the client keeps a licence of another server.',

  'RDP411.title': 'Licence server refuses this host',
  'RDP411.event': 'The licence server {0} refuses this host (event {1}, {2}×, last {3}): its computer account is not in RDS Endpoint Servers.',
  'RDP411.why': 'A licence server with that restriction issues licences only to members of the group.',
} as const;
