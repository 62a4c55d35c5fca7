// Messages that go to the System log without a template of fields: those of the Remote Connection Manager under its old name
// TermService, TermDD, the license server of old systems, the service manager. Sources: message tables of Windows 5.1 to 10.0.22000,
// event manifests, Microsoft's articles 2477176, 329896 and 555382.

import type { EventGroup } from './event';

const SYSTEM = 'System';

export const classicEvents = [
  {
    provider: 'Microsoft-Windows-TerminalServices-RemoteConnectionManager',
    otherNames: ['TermService'],
    guid: '{c76baa63-ae81-421c-b425-340b4b24157f}',
    log: SYSTEM,
    source: 'event manifests per build; message tables of termsrv.dll',
    rows: [
      { id: 1012, level: 'information', fields: ['1'], meaning: 'a session ended after too many failed logons from the client named; normal unless there are many', symptom: 3, confidence: 'M' },
      { id: 1035, level: 'error', meaning: 'the protocol stack of a listener is down', symptom: 2, confidence: 'M' },
      { id: 1036, level: 'error', fields: ['1'], meaning: 'a listener could not create its session; status 0x2740 is a port in use or a wrong network adapter', settings: ['listener.portNumber', 'listener.lanAdapter'], symptom: 2, confidence: 'H', source: 'Microsoft, article 555382' },
      { id: 1041, level: 'unknown', meaning: 'automatic reconnection failed at authentication', confidence: 'H' },
      { id: 1046, level: 'unknown', meaning: 'the path of a profile is longer than 256 characters and was not loaded', confidence: 'H' },
      { id: 1050, level: 'unknown', fields: ['1', '2', '3'], meaning: 'security layer and encryption level of a listener contradict each other and were corrected', settings: ['listener.securityLayer', 'listener.minEncryptionLevel'], symptom: 3, confidence: 'H' },
      { id: 1051, level: 'unknown', fields: ['1'], meaning: 'the configured certificate cannot be used; the default one is', settings: ['listener.certificateHash'], symptom: 3, confidence: 'H' },
      { id: 1052, level: 'unknown', fields: ['1'], meaning: 'the configured certificate expires soon', settings: ['listener.certificateHash'], symptom: 3, confidence: 'H' },
      { id: 1053, level: 'unknown', fields: ['1'], meaning: 'the configured certificate has expired; the default one is used', settings: ['listener.certificateHash'], symptom: 3, confidence: 'H' },
      { id: 1054, level: 'unknown', fields: ['1'], meaning: 'the configured certificate is not for server authentication; the default one is used', settings: ['listener.certificateHash'], symptom: 3, confidence: 'H' },
      { id: 1055, level: 'unknown', fields: ['1'], meaning: 'the private key of the configured certificate cannot be read; the default certificate is used', settings: ['listener.certificateHash'], symptom: 3, confidence: 'H' },
      { id: 1056, level: 'information', fields: ['1', 'Binary'], meaning: 'Windows made a new certificate for itself; the binary part is its thumbprint', settings: ['winStations.selfSignedCertificate'], symptom: 3, confidence: 'H' },
      { id: 1057, level: 'error', meaning: 'Windows could not make a certificate for itself', settings: ['winStations.selfSignedCertificate'], symptom: 3, confidence: 'H', source: 'Microsoft, Troubleshoot RDP issues by event id' },
      { id: 1058, level: 'error', meaning: 'Windows could not replace its own certificate', settings: ['winStations.selfSignedCertificate'], symptom: 3, confidence: 'H', source: 'Microsoft, Troubleshoot RDP issues by event id' },
      { id: 1059, level: 'unknown', fields: ['1'], meaning: 'the configuration of the certificate was not valid and was reset', settings: ['listener.certificateHash'], symptom: 3, confidence: 'H' },
      { id: 1060, level: 'unknown', meaning: 'the home directory of a user is missing; no event about a certificate', confidence: 'H' },
      { id: 1062, level: 'unknown', meaning: 'the subject name of the certificate from the template is not valid', symptom: 3, confidence: 'H' },
      { id: 1063, level: 'unknown', meaning: 'a certificate from the template was installed', symptom: 3, confidence: 'H' },
      { id: 1064, level: 'unknown', meaning: 'a certificate from the template could not be installed', symptom: 3, confidence: 'H' },
      { id: 1065, level: 'unknown', meaning: 'the certificate from the template has expired and cannot be replaced', symptom: 3, confidence: 'H' },
      { id: 1066, level: 'unknown', meaning: 'session arbitration failed', symptom: 1, confidence: 'H' },
      { id: 1067, level: 'unknown', meaning: 'the name TERMSRV could not be registered in Active Directory', symptom: 3, confidence: 'H' },
      { id: 1070, level: 'unknown', meaning: 'a logon was refused because the host is in drain mode', settings: ['drainMode'], symptom: 1, confidence: 'H' },
      { id: 1071, level: 'unknown', meaning: 'a connection was refused because the host accepts none', settings: ['drainMode', 'denyConnections'], symptom: 1, confidence: 'H' },
      { id: 1008, until: 6003, level: 'error', meaning: 'the grace period is over; the article calls it 1088, which no system has', symptom: 4, confidence: 'H', source: 'Microsoft, article 329896; message tables of termsrv.dll' },
      { id: 1009, until: 6003, level: 'warning', meaning: 'the grace period is about to end', symptom: 4, confidence: 'H' },
      { id: 1010, until: 6003, level: 'warning', meaning: 'no license server was found; later 50282 and 50283', symptom: 4, confidence: 'H' },
    ],
  },
  {
    provider: 'TermDD',
    log: SYSTEM,
    source: 'Microsoft, article 2477176; recorded events',
    rows: [
      { id: 50, level: 'error', fields: ['1', '2'], meaning: 'a client broke the protocol in the component named and was disconnected: another program, a scanner, encryption or a license certificate', symptom: 4, confidence: 'H' },
      { id: 56, level: 'error', fields: ['1', '2', 'Binary'], meaning: 'the security layer disconnected the client named; the last four bytes are the status, with D for C', symptom: 3, confidence: 'H' },
    ],
  },
  {
    provider: 'TermServLicensing',
    log: SYSTEM,
    source: 'Microsoft, article 329896',
    rows: [{ id: 28, until: 2195, level: 'error', meaning: 'a license server runs only on a domain controller or in a workgroup; Windows 2000', symptom: 4, confidence: 'M' }],
  },
  {
    provider: 'Service Control Manager',
    log: SYSTEM,
    source: 'message tables of services.exe; recorded events',
    rows: [
      { id: 7000, level: 'error', fields: ['param1'], meaning: 'a service could not start; the first field is its translated name', settings: ['service.start'], symptom: 1, confidence: 'H' },
      { id: 7001, level: 'error', fields: ['param1'], meaning: 'a service depends on one that could not start', settings: ['service.dependOnService'], symptom: 1, confidence: 'H' },
      { id: 7009, level: 'error', fields: ['param1'], meaning: 'a service did not answer in time at its start', symptom: 1, confidence: 'H' },
      { id: 7011, level: 'error', fields: ['param1'], meaning: 'a service did not answer in time', symptom: 1, confidence: 'H' },
      { id: 7022, level: 'error', fields: ['param1'], meaning: 'a service hung at its start', symptom: 1, confidence: 'H' },
      { id: 7023, level: 'error', fields: ['param1'], meaning: 'a service ended with an error', symptom: 1, confidence: 'H' },
      { id: 7024, level: 'error', fields: ['param1'], meaning: 'a service ended with an error of its own', symptom: 1, confidence: 'H' },
      { id: 7031, level: 'error', fields: ['param1'], meaning: 'a service died and is started again', symptom: 1, confidence: 'H' },
      { id: 7034, level: 'error', fields: ['param1'], meaning: 'a service died', symptom: 1, confidence: 'H' },
      { id: 7036, level: 'information', fields: ['param1', 'Binary'], meaning: 'the state of a service changed: the binary part is its name with /4 for running, /1 for stopped', symptom: 1, confidence: 'H' },
      { id: 7038, level: 'error', fields: ['param1'], meaning: 'a service could not log on as its account', settings: ['service.objectName'], symptom: 1, confidence: 'H' },
      { id: 7040, level: 'information', fields: ['param1', 'param4'], meaning: 'the start of the service in the fourth field was changed', settings: ['service.start'], symptom: 1, confidence: 'H' },
      { id: 7041, level: 'error', fields: ['param1'], meaning: 'the account of a service may not log on as a service', settings: ['service.objectName'], symptom: 1, confidence: 'H' },
    ],
  },
] as const satisfies readonly EventGroup[];
