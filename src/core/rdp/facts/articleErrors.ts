// The mistakes and outdated statements of Microsoft's article 2477176, the one people find for "Remote Desktop disconnected", each with
// what is right. Both sides are told in our words. Sources: the sister article 2477023, older versions, and the pages named per row.

import type { Sourced } from './fact';

export interface ArticleError extends Sourced {
  readonly number: number;
  readonly says: string;
  readonly fact: string;
}

export const articleErrors = [
  { number: 1, says: 'The port is in Control\\Remote Desktop server\\WinStations.', fact: 'The key is Control\\Terminal Server\\WinStations\\RDP-Tcp; a rename of the product also renamed the key in the text.', source: 'article 2477023; an older version of the article', confidence: 'H' },
  { number: 2, says: 'The value is in the key WinStations.', fact: 'It is in the key of the listener below, usually RDP-Tcp.', source: 'article 2477023; registry export', confidence: 'H' },
  { number: 3, says: 'Type the port number.', fact: 'The editor expects hexadecimal digits unless Decimal is chosen, and a .reg file always holds them.', source: 'article 2477023', confidence: 'H' },
  { number: 4, says: 'Event 1088 of TermService tells that the grace period is over.', fact: 'It was 1008; no termsrv.dll from Windows XP to 11 has a message 1088.', source: 'article 329896; message tables', confidence: 'H' },
  { number: 5, says: 'The grace period is 90 days.', fact: '120 days since Server 2003; 90 was Windows 2000.', source: 'Microsoft, Remote Desktop licensing mode is not configured; message tables', confidence: 'H' },
  { number: 6, says: 'Event 28: licensing runs only on domain controllers or in a workgroup.', fact: 'A limit of Windows 2000 that the systems of the article do not have.', source: 'article 329896', confidence: 'M' },
  { number: 7, says: 'A listening state of the port means that another program uses it.', fact: 'On a healthy server that listener is TermService; only another process id is a conflict.', source: 'Microsoft, Troubleshoot an RDP general error; Win32_Service', confidence: 'H' },
  { number: 8, says: 'Look for 3389 in the output of netstat -a.', fact: 'Without -n the port is shown as ms-wbt-server; netstat -ano shows the number and the process id.', source: 'recorded outputs', confidence: 'H' },
  { number: 9, says: 'The license server has to be reactivated, and the steps end with a restart.', fact: 'The step that reactivates it is missing; the sister article has it, by telephone.', source: 'articles 2477023 and 329896', confidence: 'H' },
  { number: 10, says: 'The exported file has two names in one procedure.', fact: 'It is one file, the export of the key.', source: 'article 2477023', confidence: 'H' },
  { number: 11, says: 'Slips of the pen: a half-open bold, repeated words, a missing separator in a path.', fact: 'The policy is Connections > Limit number of connections.', source: 'article 2477023', confidence: 'H' },
  { number: 12, says: 'A step refers to one for Windows Server 2003.', fact: 'That step is in the sister article only, which adds that TLS needs the level High or FIPS there.', source: 'article 2477023', confidence: 'H' },
  { number: 13, says: 'Settings are made in RD Session Host Configuration.', fact: 'The snap-in is gone since Server 2012: policy, WMI or the registry take its place.', source: 'Microsoft, Remote Desktop listener certificate configurations', confidence: 'H' },
  { number: 14, says: 'The Session Host was formerly called Remote Desktop server.', fact: 'It was called Terminal Server; the same rename replaced the old name.', source: 'article 2477023', confidence: 'H' },
  { number: 15, says: 'A computer takes two Remote Desktop connections.', fact: 'A server without the Session Host role takes two, a client Windows one.', source: 'TerminalServer.admx of Windows Server 2025', confidence: 'H' },
  { number: 16, says: 'By default the number of sessions is unlimited.', fact: 'That is the property of the listener; the limit of the edition and of the mode applies anyway.', source: 'TerminalServer.admx of Windows Server 2025', confidence: 'H' },
  { number: 17, says: 'One error message joins two, and keep-alive stands under authentication.', fact: 'Sessions that stay active after a broken connection are a subject of their own.', source: 'article 2477023', confidence: 'H' },
  { number: 18, says: 'To configure keep-alive, click Enabled.', fact: 'An interval from 1 to 999999 minutes has to be entered as well; another step belongs to a procedure for domains.', source: 'TerminalServer.admx of Windows Server 2025; article 2477023', confidence: 'H' },
  { number: 19, says: 'FIPS 140-1.', fact: 'FIPS 140-2 and later 140-3; in this mode native RDP encryption is 3DES.', source: 'Microsoft, System cryptography: Use FIPS compliant algorithms', confidence: 'H' },
  { number: 20, says: 'The encryption level protects every connection.', fact: 'It governs native RDP encryption only; with TLS it has no effect.', source: 'TerminalServer.admx of Windows Server 2025', confidence: 'H' },
  { number: 21, says: 'Low encrypts with 56 bits.', fact: 'Only what the client sends; what the server sends is not encrypted.', source: 'Win32_TSGeneralSetting; TerminalServer.admx of Windows Server 2025', confidence: 'H' },
  { number: 22, says: 'Several encryption levels need several network adapters.', fact: 'They need a listener per adapter, which is obsolete in practice.', source: 'article 555382; Win32_TSNetworkAdapterSetting', confidence: 'M' },
  { number: 23, says: 'The X509 values are in Control\\Terminal Server\\RCM.', fact: 'Right since Server 2008, with X509 Certificate2 beside them; Windows 2000 and Server 2003 have them in Services\\TermService\\Parameters.', source: 'article 2477023', confidence: 'H' },
  { number: 24, says: 'Windows 7 Starter, Home Basic and Home Premium take no connection.', fact: 'Nor do the Home editions of Windows 8, 8.1, 10 and 11.', source: 'Microsoft, Remote Desktop supported configurations', confidence: 'H' },
  { number: 25, says: 'Use telnet and qwinsta.', fact: 'The telnet client is optional since Windows Vista, and qwinsta is missing in Home editions.', source: 'recorded outputs', confidence: 'M' },
  { number: 26, says: 'The state of the service is Started.', fact: 'Current Windows shows Running.', source: 'recorded outputs', confidence: 'M' },
  { number: 27, says: 'After a change of the port, restart the service.', fact: 'Microsoft now says: restart the computer. A restart of the service is enough in practice and ends every session, also the own one.', source: 'Microsoft, Change the listening port for Remote Desktop', confidence: 'H' },
  { number: 28, says: 'Nothing about the firewall when the port changes.', fact: 'The rules Windows brings along keep opening 3389; the new port needs a rule.', source: 'Microsoft, Change the listening port for Remote Desktop; firewall rules', confidence: 'H' },
  { number: 29, says: 'Administrators can always connect.', fact: 'Only while they have the right to log on through Remote Desktop Services and no denial holds; baselines deny local accounts.', source: 'Microsoft, Allow log on through Remote Desktop Services', confidence: 'H' },
  { number: 30, says: 'Set sleep to Never.', fact: 'Hibernation and connected standby count too, and a policy may override the plan.', source: 'Power.admx of Windows Server 2025', confidence: 'H' },
  { number: 31, says: 'Turn on CAPI2 logging on both ends.', fact: 'Without a word on how to read it: the results of events 11, 30 and 41 decide.', source: 'recorded events', confidence: 'M' },
  { number: 32, says: 'Links for further reading.', fact: 'One of them is about gateways; the useful pages are those on licensing, general errors and certificates.', source: 'the pages linked', confidence: 'M' },
  { number: 33, says: 'Restart each server after the X509 values are deleted.', fact: 'That ends every session: it needs a time when nobody works.', source: 'article 2477176', confidence: 'H' },
] as const satisfies readonly ArticleError[];
