// What is known about the services behind Remote Desktop besides their registry values: helpers, and what the codes of a failed start
// mean. Source: Microsoft, Troubleshoot Remote Desktop Services issues in an Azure VM; registry exports.

import type { Sourced } from './fact';

export interface ServiceFact extends Sourced {
  readonly name: string;
  readonly does: string;
}

export interface StartError extends Sourced {
  readonly code: number;
  readonly means: string;
}

const azure = 'Microsoft, Troubleshoot Remote Desktop Services issues in an Azure VM';

export const services = [
  { name: 'TermService', does: 'holds the listener and the sessions', source: 'service defaults of Windows 10', confidence: 'H' },
  { name: 'SessionEnv', does: 'certificates and configuration', source: 'registry export; Microsoft, Troubleshoot an RDP general error', confidence: 'H' },
  { name: 'UmRdpService', does: 'redirection of devices', source: 'registry export; Microsoft, Troubleshoot an RDP general error', confidence: 'H' },
  { name: 'CertPropSvc', does: 'certificates of smart cards', source: 'registry export; MSRD-Collect', confidence: 'H' },
] as const satisfies readonly ServiceFact[];

export const startErrors = [
  { code: 5, means: 'access denied', source: azure, confidence: 'H' },
  { code: 1053, means: 'no answer in time', source: azure, confidence: 'H' },
  { code: 1058, means: 'the service is disabled', source: azure, confidence: 'H' },
  { code: 1059, means: 'services depend on each other in a circle', source: azure, confidence: 'H' },
  { code: 1067, means: 'the process died', source: azure, confidence: 'H' },
  { code: 1068, means: 'a service it depends on did not start', source: azure, confidence: 'H' },
  { code: 1069, means: 'the account of the service could not log on', source: azure, confidence: 'H' },
  { code: 1070, means: 'the service hung at its start', source: azure, confidence: 'H' },
  { code: 1077, means: 'no start has been attempted since the system started', source: azure, confidence: 'H' },
  { code: 1079, means: 'its account is not that of the other services in the process', source: azure, confidence: 'H' },
  { code: 1753, means: 'the RPC endpoint mapper has no more endpoints', source: azure, confidence: 'H' },
] as const satisfies readonly StartError[];
