// Messages people see when Remote Desktop does not work: of the client, of the article, of the tools. A message is known by a few words
// of it in English, never by its whole text; what it means is told in our words. Sources per row.

import type { RuleCode } from '../../rules/rule';
import type { Symptom } from '../symptom';
import type { Sourced } from './fact';

export interface PersonMessage extends Sourced {
  readonly id: string;
  /** How people call it. */
  readonly name: string;
  /** Lower case. Every phrase of one of these groups is in the message. */
  readonly words: readonly (readonly string[])[];
  readonly means: string;
  readonly symptom: Symptom;
  /** Where the same words are also said for another reason. */
  readonly alsoSymptom?: Symptom;
  /** What to look at, the likeliest first. */
  readonly rules: readonly RuleCode[];
  /** Numbers of articleErrors that this message is tied to. */
  readonly articleErrors?: readonly number[];
}

const ARTICLE = 'Microsoft, article 2477176';
const CLIENT = 'texts of Remote Desktop Connection';
const TROUBLE = 'Microsoft, Troubleshoot Remote Desktop connections';
const LICENCES = 'Microsoft, Cannot connect to RDS because no license servers are available';

export const personMessages = [
  {
    id: 'cannotConnect', name: 'This computer can\'t connect to the remote computer', words: [["can't connect to the remote computer"], ['cannot connect to the remote computer'], ['contact the owner of the remote computer']],
    means: 'the connection did not come about: connections are refused, the service does not run, nothing listens, or the port is not reachable',
    symptom: 1, rules: ['RDP101', 'RDP119', 'RDP211', 'RDP212', 'RDP220', 'RDP218', 'RDP221', 'RDP111', 'RDP125', 'RDP122'], source: ARTICLE, confidence: 'H',
  },
  {
    id: 'notEnabled', name: 'Remote Desktop can\'t connect for one of these reasons', words: [['remote access to the server is not enabled'], ['remote computer is turned off'], ['not available on the network']],
    means: 'the client got no connection to the port: connections are refused, the computer is off or asleep, or a firewall is in between',
    symptom: 1, rules: ['RDP101', 'RDP114', 'RDP220', 'RDP111', 'RDP211', 'RDP212', 'RDP218', 'RDP125'], source: CLIENT, confidence: 'H',
  },
  {
    id: 'limited', name: 'The number of connections is limited', words: [['number of connections to this computer is limited'], ['exceeded the maximum number of allowed connections'], ['limited in the number of users'], ['terminal server has exceeded'], ['too many users are logged on'], ['too many users signed in']],
    means: 'every session that is allowed is taken: two administrative ones without the Session Host role, or the limit that is configured',
    symptom: 1, rules: ['RDP121', 'RDP122', 'RDP109', 'RDP510'], articleErrors: [15, 16], source: ARTICLE, confidence: 'H',
  },
  {
    id: 'notAuthorized', name: 'Not authorized for remote login', words: [['not authorized for remote log'], ['right to sign in through remote desktop services'], ['right to log on through'], ['not granted the right to log on'], ['requested logon type'], ['allow log on through terminal services right'], ['requested session access is denied']],
    means: 'the user was authenticated and may not log on through Remote Desktop: no right, no membership in Remote Desktop Users, or a denial',
    symptom: 1, rules: ['RDP120', 'RDP113', 'RDP514'], articleErrors: [29], source: TROUBLE, confidence: 'H',
  },
  {
    id: 'notAllowedByComputer', name: 'Don\'t allow connections to this computer', words: [["don't allow connections to this computer"], ["don't allow remote connections to this computer"]],
    means: 'the setting that refuses every connection, whoever is in Remote Desktop Users',
    symptom: 1, rules: ['RDP101'], source: ARTICLE, confidence: 'H',
  },
  {
    id: 'loginsDisabled', name: 'Remote logins are disabled', words: [['remote logins are currently disabled'], ['logons are currently disabled'], ['logon is currently disabled'], ['not currently accepting new'], ['terminal server is currently not accepting']],
    means: 'the host refuses new sessions: drain mode, or logons are switched off',
    symptom: 1, rules: ['RDP106', 'RDP103', 'RDP104'], source: TROUBLE, confidence: 'M',
  },
  {
    id: 'busy', name: 'Remote Desktop Services is busy', words: [['remote desktop services is currently busy'], ['terminal services is currently busy']],
    means: 'Remote Desktop Services does not answer in time: a session that hangs, or the service itself',
    symptom: 1, rules: ['RDP119', 'RDP123', 'RDP190', 'RDP319'], source: TROUBLE, confidence: 'M',
  },
  {
    id: 'replaced', name: 'Another user connected', words: [['another user connected to the remote computer'], ['another connection was made to the remote computer']],
    means: 'somebody else took the session; a client Windows has only one',
    symptom: 1, rules: ['RDP121', 'RDP109'], source: CLIENT, confidence: 'H',
  },
  {
    id: 'idle', name: 'The session ended at a limit', words: [['idle over its time limit'], ['idle timer expired'], ['reached its time limit'], ['exceeded its time limit'], ['logon timer expired'], ['idle time limit']],
    means: 'a limit for idle, active or disconnected sessions ended it',
    symptom: 1, rules: ['RDP309', 'RDP310', 'RDP312'], source: CLIENT, confidence: 'H',
  },
  {
    id: 'endedByAdministrator', name: 'Ended by an administrator', words: [['administrator has ended the session'], ['ended by means of an administration tool'], ['session was disconnected by an administrator'], ['your remote desktop services session has ended']],
    means: 'the session was ended from outside: an administrator, a tool, or the service',
    symptom: 1, rules: ['RDP190', 'RDP309'], source: CLIENT, confidence: 'M',
  },
  {
    id: 'lost', name: 'The connection was lost', words: [['connection to the remote computer was lost'], ['network connectivity problems'], ['the connection was lost'], ['connection has been lost'], ['no response from the remote computer'], ['remote computer has ended the connection'], ['remote session was disconnected because there was no']],
    means: 'the network connection broke; with keep-alive off the server notices late, and the session stays active',
    symptom: 3, rules: ['RDP319', 'RDP307', 'RDP190'], source: CLIENT, confidence: 'M',
  },
  {
    id: 'portConflict', name: 'Port assignment conflict', words: [['port assignment conflict'], ['using the same tcp port'], ['using the same port as rdp']],
    means: 'another program has the port of Remote Desktop; a listener of TermService itself is no conflict',
    symptom: 2, rules: ['RDP217', 'RDP206', 'RDP207', 'RDP216', 'RDP219'], articleErrors: [7, 8], source: ARTICLE, confidence: 'H',
  },
  {
    id: 'telnet', name: 'Could not open connection to the host', words: [['could not open connection to the host'], ['connect failed', 'port 3389'], ['tcptestsucceeded', 'false']],
    means: 'a TCP connection to the port failed: nothing listens, or a firewall stops it',
    symptom: 2, rules: ['RDP211', 'RDP212', 'RDP220', 'RDP218', 'RDP221', 'RDP119', 'RDP203'], articleErrors: [25], source: ARTICLE, confidence: 'H',
  },
  {
    id: 'cannotFind', name: 'The computer cannot be found', words: [["can't find the computer"], ['cannot find the computer'], ['could not find the computer']],
    means: 'the name has no address, or not the one of this server',
    symptom: 2, rules: ['RDP212'], source: CLIENT, confidence: 'H',
  },
  {
    id: 'securityError', name: 'Because of a security error', words: [['because of a security error'], ['security error', 'could not connect to the'], ['verify that you are logged on']],
    means: 'security could not be agreed on: encryption level, security layer, TLS or the certificate; or the licence certificates of client or server are damaged',
    symptom: 3, alsoSymptom: 4, rules: ['RDP301', 'RDP302', 'RDP303', 'RDP305', 'RDP317', 'RDP318', 'RDP408', 'RDP406'], articleErrors: [12, 20, 21], source: ARTICLE, confidence: 'H',
  },
  {
    id: 'staysActive', name: 'The session stays active', words: [['does not transition to a disconnected state'], ['remains active'], ['original session may remain'], ['session', 'stays active']],
    means: 'the server did not notice that the client is gone, because keep-alive is off; the next logon gets another session',
    symptom: 3, rules: ['RDP319', 'RDP307', 'RDP308'], articleErrors: [17, 18], source: ARTICLE, confidence: 'H',
  },
  {
    id: 'internal', name: 'An internal error has occurred', words: [['internal error has occurred'], ['internal error occurred']],
    means: 'security was not set up: TLS, the certificate or its key, or something that is not Remote Desktop answers',
    symptom: 3, rules: ['RDP324', 'RDP317', 'RDP318', 'RDP315', 'RDP301', 'RDP213', 'RDP214'], source: TROUBLE, confidence: 'M',
  },
  {
    id: 'protocol', name: 'Because of a protocol error', words: [['because of a protocol error'], ['protocol error', 'session']],
    means: 'one end sent what the other does not understand: data damaged on the way, a driver, or versions that do not fit',
    symptom: 3, rules: ['RDP318', 'RDP408', 'RDP390'], source: CLIENT, confidence: 'M',
  },
  {
    id: 'encryption', name: 'Because of an error in data encryption', words: [['error in data encryption'], ['encryption level', 'not supported']],
    means: 'the two ends do not encrypt alike: FIPS, the encryption level, or damaged certificates',
    symptom: 3, rules: ['RDP305', 'RDP302', 'RDP503', 'RDP408'], articleErrors: [19, 20], source: CLIENT, confidence: 'M',
  },
  {
    id: 'oracle', name: 'CredSSP encryption oracle remediation', words: [['credssp encryption oracle'], ['function requested is not supported'], ['requested function is not supported']],
    means: 'client and server do not have the same CredSSP updates, and the policy of one refuses the other; the remedy is updates, not the setting Vulnerable',
    symptom: 3, rules: ['RDP306', 'RDP504'], source: 'Microsoft, CredSSP encryption oracle remediation', confidence: 'H',
  },
  {
    id: 'lsa', name: 'The Local Security Authority cannot be contacted', words: [['local security authority cannot be contacted']],
    means: 'authentication with NLA failed before a password was checked: no domain controller, an expired password, a clock that differs, or a restriction of the account',
    symptom: 3, rules: ['RDP124', 'RDP320', 'RDP322', 'RDP118', 'RDP306'], source: TROUBLE, confidence: 'M',
  },
  {
    id: 'nlaRequired', name: 'The remote computer requires Network Level Authentication', words: [['requires network level authentication']],
    means: 'NLA is required, and the client does not do it or cannot reach a domain controller for it',
    symptom: 3, rules: ['RDP303', 'RDP501', 'RDP124', 'RDP320'], source: CLIENT, confidence: 'H',
  },
  {
    id: 'credentials', name: 'The logon attempt failed', words: [['logon attempt failed'], ['credentials did not work'], ['user name or password is incorrect'], ['credentials that were used to connect']],
    means: 'user name or password were refused, or saved credentials are not allowed for this server',
    symptom: 3, rules: ['RDP322', 'RDP118', 'RDP505', 'RDP320'], source: CLIENT, confidence: 'M',
  },
  {
    id: 'restriction', name: 'A restriction of the account', words: [['account restriction'], ['account restrictions'], ['restricted the type of logon'], ['blank passwords']],
    means: 'a policy keeps this account from logging on over the network: a blank password, the kind of logon, the time or the computer',
    symptom: 3, rules: ['RDP506', 'RDP323', 'RDP120', 'RDP118'], source: TROUBLE, confidence: 'M',
  },
  {
    id: 'identity', name: 'The identity of the remote computer cannot be verified', words: [['identity of the remote computer cannot be verified'], ['problems with its security certificate'], ['certificate is not from a trusted'], ['certificate errors'], ['wrong certificate'], ['name mismatch', 'certificate']],
    means: 'the certificate of the listener is self-signed, of another name, expired or not from an issuer the client trusts',
    symptom: 3, rules: ['RDP325', 'RDP326', 'RDP313', 'RDP314', 'RDP316', 'RDP327', 'RDP331', 'RDP304', 'RDP513'], source: CLIENT, confidence: 'H',
  },
  {
    id: 'clock', name: 'A time difference', words: [['time or date difference'], ['time difference between'], ['clock skew']],
    means: 'the clocks of client, server and domain controller differ by more than five minutes, or a certificate is not valid at that time',
    symptom: 3, rules: ['RDP320', 'RDP314', 'RDP325'], source: CLIENT, confidence: 'H',
  },
  {
    id: 'privateKey', name: 'You have a private key that corresponds to this certificate', words: [['private key that corresponds']],
    means: 'without that line a certificate cannot serve the listener; the service account has to be able to read the key as well',
    symptom: 3, rules: ['RDP315', 'RDP313'], source: ARTICLE, confidence: 'H',
  },
  {
    id: 'noLicenceServer', name: 'No Remote Desktop License Servers available', words: [['no remote desktop license servers'], ['no terminal server license servers'], ['no license servers available'], ['license server is not available'], ['no license server']],
    means: 'no licence server gives this host licences, and the grace period is over',
    symptom: 4, rules: ['RDP407', 'RDP401', 'RDP403', 'RDP411'], articleErrors: [5], source: LICENCES, confidence: 'H',
  },
  {
    id: 'noLicences', name: 'No client access licenses available', words: [['no remote desktop client access licenses'], ['no terminal server client access licenses'], ['no licenses available'], ['temporary license', 'expired']],
    means: 'no licence is free for this client, or its temporary one has run out',
    symptom: 4, rules: ['RDP410', 'RDP407', 'RDP406'], source: LICENCES, confidence: 'H',
  },
  {
    id: 'licensingProtocol', name: 'An error in the licensing protocol', words: [['licensing protocol'], ['problem with your license'], ['problem with your remote desktop license'], ['client license', 'changed'], ['license store']],
    means: 'client and host could not finish licensing: the licence the client keeps, the certificate of the host, or a licence server that refuses',
    symptom: 4, rules: ['RDP406', 'RDP408', 'RDP410', 'RDP407'], source: LICENCES, confidence: 'H',
  },
  {
    id: 'modeNotConfigured', name: 'The licensing mode is not configured', words: [['licensing mode', 'not configured'], ['licensing mode is not configured']],
    means: 'the host has no licensing mode; also shown, with all in order, to local accounts in Per User mode and in administrative sessions',
    symptom: 4, rules: ['RDP401', 'RDP402', 'RDP407'], source: 'Microsoft, Remote Desktop licensing mode is not configured', confidence: 'H',
  },
  {
    id: 'deniedRepeatedly', name: 'Clients are repeatedly denied access', words: [['repeatedly denied access'], ['license certificate corruption']],
    means: 'the licence certificates of host or client are damaged, or licensing does not work at all; the events tell which',
    symptom: 4, rules: ['RDP408', 'RDP407', 'RDP410', 'RDP406'], articleErrors: [9, 23, 33], source: ARTICLE, confidence: 'H',
  },
  {
    id: 'graceOver', name: 'The grace period has expired', words: [['licensing grace period', 'expired'], ['grace period has expired'], ['grace period', 'registered with a license server']],
    means: 'the 120 days without a licence server are over: users without a licence are refused',
    symptom: 4, rules: ['RDP407', 'RDP401', 'RDP490'], articleErrors: [4, 5], source: ARTICLE, confidence: 'H',
  },
  {
    id: 'cannotIssue', name: 'Cannot issue a client license', words: [['cannot issue a client license'], ['could not be issued', 'license']],
    means: 'no licence could be issued to a client',
    symptom: 4, rules: ['RDP410', 'RDP407', 'RDP408'], source: ARTICLE, confidence: 'H',
  },
  {
    id: 'cannotLocate', name: 'Could not locate a license server', words: [['could not locate a license server'], ['cannot locate a license server'], ['registered in wins/dns']],
    means: 'the host knows no licence server or none answers; since Server 2012 it has to be named',
    symptom: 4, rules: ['RDP407', 'RDP403', 'RDP401'], source: ARTICLE, confidence: 'H',
  },
  {
    id: 'onlyOnDomainControllers', name: 'Licensing only on domain controllers', words: [['only be run on domain controllers']],
    means: 'a limit of Windows 2000 that later licence servers do not have',
    symptom: 4, rules: ['RDP407'], articleErrors: [6], source: ARTICLE, confidence: 'M',
  },
  {
    id: 'protocolStream', name: 'Error in the protocol stream', words: [['error in the protocol stream'], ['detected an error in the protocol']],
    means: 'a client broke the protocol and was disconnected: another program on the port, a scanner, encryption that differs, or a damaged licence certificate',
    symptom: 4, rules: ['RDP408', 'RDP318', 'RDP213'], source: ARTICLE, confidence: 'H',
  },
] as const satisfies readonly PersonMessage[];
