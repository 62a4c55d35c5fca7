// Events of TLS, of certificates and of the audit of logons. None of them names Remote Desktop before Windows 11: an event of Schannel
// is tied to the listener by time alone. Sources: event manifests per build, message tables, recorded events, Microsoft's pages.

import type { EventGroup } from './event';

export const securityEvents = [
  {
    provider: 'Schannel',
    guid: '{1f678132-5938-4686-9fdc-c8ff68f15c85}',
    log: 'System',
    source: 'event manifests per build; Microsoft, Troubleshoot RDP issues by event id',
    rows: [
      { id: 36870, level: 'error', fields: ['Type', 'ErrorCode', 'ErrorStatus'], meaning: 'the private key of a certificate cannot be opened; 0x8009030D is a missing permission', settings: ['listener.certificateHash', 'winStations.selfSignedCertificate'], symptom: 3, confidence: 'H' },
      { id: 36871, level: 'error', fields: ['Type', 'ErrorState'], meaning: 'TLS could not be set up: protocols switched off, FIPS, or the key', settings: ['schannel.tls12.enabled', 'fips.enabled'], symptom: 3, confidence: 'H' },
      { id: 36872, level: 'unknown', fields: ['Type', 'ErrorCode', 'CertFlags'], meaning: 'no certificate fits as the default one', settings: ['winStations.selfSignedCertificate'], symptom: 3, confidence: 'H' },
      { id: 36874, level: 'error', fields: ['Protocol'], meaning: 'client and server have no cipher suite in common', settings: ['schannel.tls12.enabled'], symptom: 3, confidence: 'H' },
      { id: 36880, level: 'information', fields: ['Protocol', 'CipherSuite'], meaning: 'a handshake succeeded; only with extra logging', symptom: 3, confidence: 'H' },
      { id: 36881, level: 'unknown', meaning: 'the certificate of the other end has expired', symptom: 3, confidence: 'H' },
      { id: 36882, level: 'unknown', meaning: 'the certificate of the other end is not trusted', symptom: 3, confidence: 'H' },
      { id: 36884, level: 'unknown', fields: ['Name'], meaning: 'the certificate of the other end is for another name', symptom: 3, confidence: 'H' },
      { id: 36886, level: 'unknown', meaning: 'the server has no certificate fit as the default one', settings: ['winStations.selfSignedCertificate'], symptom: 3, confidence: 'H' },
      { id: 36887, level: 'varies', fields: ['AlertDesc'], meaning: 'the other end sent a TLS alert: 40 handshake, 42 or 48 certificate, 70 version; the level is no guide', settings: ['schannel.tls12.enabled'], symptom: 3, confidence: 'H' },
      { id: 36888, level: 'varies', fields: ['AlertDesc', 'ErrorState'], meaning: 'a TLS alert was sent: 40 handshake, 42 or 48 certificate, 70 version; the level is no guide', settings: ['schannel.tls12.enabled'], symptom: 3, confidence: 'H' },
    ],
  },
  {
    provider: 'Microsoft-Windows-Security-Auditing',
    log: 'Security',
    source: 'message tables of adtschema.dll; recorded events',
    rows: [
      { id: 4624, level: 'information', fields: ['LogonType'], meaning: 'a logon: type 3 network, 7 unlock, 10 Remote Desktop; success and failure are in the keywords', confidence: 'H' },
      { id: 4625, level: 'information', fields: ['LogonType'], meaning: 'a logon failed; the level says information, the keywords failure', symptom: 3, confidence: 'H' },
      { id: 4634, level: 'information', fields: ['LogonType'], meaning: 'a session of a logon ended', confidence: 'H' },
      { id: 4647, level: 'information', meaning: 'a user logged off', confidence: 'H' },
      { id: 4778, level: 'information', fields: ['AccountName', 'AccountDomain', 'LogonID', 'SessionName', 'ClientName', 'ClientAddress'], meaning: 'a session was reconnected', confidence: 'H' },
      { id: 4779, level: 'information', fields: ['AccountName', 'AccountDomain', 'LogonID', 'SessionName', 'ClientName', 'ClientAddress'], meaning: 'a session was disconnected', confidence: 'H' },
      { id: 4825, level: 'information', fields: ['AccountName', 'AccountDomain', 'LogonID', 'ClientAddress'], meaning: 'a user authenticated and was refused: not in Remote Desktop Users or Administrators', symptom: 1, confidence: 'H' },
    ],
  },
  {
    provider: 'Microsoft-Windows-CAPI2',
    log: 'Microsoft-Windows-CAPI2/Operational',
    source: 'recorded events; the log is off by default',
    rows: [
      { id: 11, level: 'varies', meaning: 'a certificate chain was built; judge by ErrorStatus of each element', confidence: 'H' },
      { id: 30, level: 'varies', meaning: 'a chain was held against a policy; judge by Result', confidence: 'H' },
      { id: 41, level: 'varies', meaning: 'revocation was checked; judge by Result', confidence: 'H' },
      { id: 42, level: 'varies', meaning: 'revocation data from the cache was not taken; also in success', confidence: 'H' },
      { id: 51, level: 'varies', meaning: 'an object was taken from the cache', confidence: 'H' },
      { id: 53, level: 'varies', meaning: 'an object was fetched from the network; also in success', confidence: 'H' },
      { id: 70, level: 'varies', meaning: 'a private key was asked for', confidence: 'M' },
      { id: 81, level: 'varies', meaning: 'a signature was checked; judge by Result', confidence: 'H' },
      { id: 90, level: 'varies', meaning: 'details of a certificate', confidence: 'H' },
      { id: 10, level: 'varies', meaning: 'marks the start of one of the others', confidence: 'H' },
      { id: 40, level: 'varies', meaning: 'marks the start of one of the others', confidence: 'H' },
      { id: 50, level: 'varies', meaning: 'marks the start of one of the others', confidence: 'H' },
      { id: 52, level: 'varies', meaning: 'marks the start of one of the others', confidence: 'H' },
      { id: 80, level: 'varies', meaning: 'marks the start of one of the others', confidence: 'H' },
    ],
  },
] as const satisfies readonly EventGroup[];
