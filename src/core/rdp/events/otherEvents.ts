// Events around Remote Desktop: license server, broker, gateway, the client, crashes, sleep. Sources named per provider; where a number
// is known to belong to a subject and no more, its meaning says the subject.

import type { EventGroup } from './event';

export const otherEvents = [
  {
    provider: 'Microsoft-Windows-TerminalServices-Licensing',
    log: 'Microsoft-Windows-TerminalServices-Licensing/Operational',
    source: 'known issues in MSRD-Collect',
    rows: [
      { id: 0, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 1, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 2, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 3, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 4, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 7, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 8, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 9, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 12, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 13, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 14, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 15, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 16, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 17, level: 'unknown', meaning: 'the certificate of the license server is at fault', symptom: 4, confidence: 'M' },
      { id: 18, level: 'unknown', meaning: 'the license server is not activated', symptom: 4, confidence: 'M' },
      { id: 19, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 20, level: 'unknown', meaning: 'too few licenses', symptom: 4, confidence: 'M' },
      { id: 21, level: 'unknown', meaning: 'no permanent licenses', symptom: 4, confidence: 'M' },
      { id: 22, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 28, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 44, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
      { id: 89, level: 'unknown', meaning: 'license server', symptom: 4, confidence: 'M' },
    ],
  },
  {
    provider: 'Microsoft-Windows-TerminalServices-SessionBroker',
    log: 'Microsoft-Windows-TerminalServices-SessionBroker/Operational',
    source: 'known issues in MSRD-Collect',
    rows: [
      { id: 902, level: 'unknown', meaning: 'connection broker', symptom: 1, confidence: 'H' },
      { id: 2056, level: 'unknown', meaning: 'connection broker', symptom: 1, confidence: 'H' },
    ],
  },
  {
    provider: 'Microsoft-Windows-TerminalServices-SessionBroker-Client',
    log: 'Microsoft-Windows-TerminalServices-SessionBroker-Client/Operational',
    source: 'known issues in MSRD-Collect',
    rows: [
      { id: 1296, level: 'unknown', meaning: 'the host could not talk to the connection broker', symptom: 1, confidence: 'H' },
    ],
  },
  {
    provider: 'Microsoft-Windows-TerminalServices-Gateway',
    log: 'Microsoft-Windows-TerminalServices-Gateway/Operational',
    source: 'event maps of EvtxECmd',
    rows: [
      { id: 200, level: 'information', meaning: 'gateway: the connection authorization was met', confidence: 'H' },
      { id: 300, level: 'information', meaning: 'gateway: the resource authorization was met', confidence: 'H' },
      { id: 302, level: 'information', meaning: 'gateway: connected', confidence: 'H' },
      { id: 303, level: 'information', meaning: 'gateway: disconnected', confidence: 'H' },
      { id: 312, level: 'information', meaning: 'gateway: transport connected', confidence: 'H' },
      { id: 313, level: 'information', meaning: 'gateway: transport disconnected', confidence: 'H' },
    ],
  },
  {
    provider: 'Microsoft-Windows-TerminalServices-ClientActiveXCore',
    guid: '{28aa95bb-d444-4719-a36f-40462168127e}',
    log: 'Microsoft-Windows-TerminalServices-RDPClient/Operational',
    source: 'event maps of EvtxECmd; message tables of mstscax.dll',
    rows: [
      { id: 1024, level: 'information', fields: ['Name', 'Value'], meaning: 'client: connecting to the server named', confidence: 'H' },
      { id: 1025, level: 'information', meaning: 'client: connected', confidence: 'H' },
      { id: 1026, level: 'information', fields: ['Value'], meaning: 'client: disconnected for the reason given', confidence: 'H' },
      { id: 1027, level: 'information', fields: ['DomainName', 'SessionId'], meaning: 'client: in a session', confidence: 'H' },
      { id: 1028, level: 'information', meaning: 'client: whether the server supports TLS', confidence: 'H' },
      { id: 1029, level: 'information', meaning: 'client: hash of the user name', confidence: 'H' },
      { id: 1102, level: 'information', fields: ['Value'], meaning: 'client: another transport started', confidence: 'H' },
      { id: 1103, level: 'information', meaning: 'client: another transport is up', confidence: 'H' },
      { id: 1105, level: 'information', meaning: 'client: another transport ended', confidence: 'H' },
    ],
  },
  {
    provider: 'Microsoft-Windows-Winlogon',
    log: 'Application',
    source: 'known issues in MSRD-Collect',
    rows: [
      { id: 4005, level: 'unknown', meaning: 'Winlogon ended', symptom: 1, confidence: 'M' },
    ],
  },
  {
    provider: 'Application Error',
    log: 'Application',
    source: 'known issues in MSRD-Collect',
    rows: [
      { id: 1000, level: 'error', meaning: 'a program crashed', symptom: 1, confidence: 'M' },
    ],
  },
  {
    provider: 'Application Hang',
    log: 'Application',
    source: 'known issues in MSRD-Collect',
    rows: [
      { id: 1002, level: 'error', meaning: 'a program stopped answering', symptom: 1, confidence: 'M' },
    ],
  },
  {
    provider: 'Microsoft-Windows-Kernel-Power',
    log: 'System',
    source: 'general knowledge',
    rows: [
      { id: 41, level: 'unknown', meaning: 'the system started without having shut down', symptom: 1, confidence: 'L' },
      { id: 42, level: 'information', meaning: 'the system goes to sleep', symptom: 1, confidence: 'L' },
    ],
  },
  {
    provider: 'EventLog',
    log: 'System',
    source: 'general knowledge',
    rows: [
      { id: 6008, level: 'error', meaning: 'the last shutdown was unexpected', symptom: 1, confidence: 'L' },
    ],
  },
  {
    provider: 'Microsoft-Windows-Power-Troubleshooter',
    log: 'System',
    source: 'general knowledge',
    rows: [
      { id: 1, level: 'information', meaning: 'the system came back from sleep', symptom: 1, confidence: 'L' },
    ],
  },
] as const satisfies readonly EventGroup[];
