// Settings of Windows' security that reach into Remote Desktop: FIPS, what the local security authority allows, CredSSP. Sources:
// Microsoft's pages named per row, CredSsp.admx of Windows Server 2025.

import type { SettingRow } from '../setting';
import { dword, inLsa, inMachine, offOn } from './places';

export const securitySettings = [
  {
    id: 'fips.enabled',
    title: 'FIPS-compliant algorithms required',
    place: inLsa('Enabled', '\\FIPSAlgorithmPolicy'),
    types: dword,
    domain: offOn('not required', 'required'),
    standard: 0,
    trap: 'Overrides the encryption level of every listener; native RDP encryption is 3DES then, and old clients are refused.',
    restart: 'computer',
    symptom: 3,
    confidence: 'H',
    source: 'Microsoft, System cryptography: Use FIPS compliant algorithms; Microsoft, Cannot connect with RDP to a VM in Azure',
  },
  {
    id: 'lsa.disableDomainCreds',
    title: 'Storage of domain credentials refused',
    place: inLsa('disabledomaincreds'),
    types: dword,
    domain: offOn('stored', 'not stored; connections that rely on them fail'),
    restart: 'unknown',
    symptom: 3,
    confidence: 'H',
    source: 'Microsoft, Cannot connect with RDP to a VM in Azure',
  },
  {
    id: 'lsa.lmCompatibilityLevel',
    title: 'LAN Manager authentication level',
    place: inLsa('LmCompatibilityLevel'),
    types: dword,
    domain: {
      kind: 'choices',
      choices: [
        { value: 0, meaning: 'sends LM and NTLM' },
        { value: 1, meaning: 'sends LM and NTLM, NTLMv2 session security where negotiated' },
        { value: 2, meaning: 'sends NTLM only' },
        { value: 3, meaning: 'sends NTLMv2 only' },
        { value: 4, meaning: 'sends NTLMv2 only, refuses LM' },
        { value: 5, meaning: 'sends NTLMv2 only, refuses LM and NTLM' },
      ],
    },
    absent: '3 since Windows 7, Server 2008 R2',
    trap: 'Below 3 the client sends responses that can be cracked.',
    restart: 'none',
    symptom: 3,
    confidence: 'M',
    source: 'security baselines; Microsoft Graph, lanManagerAuthenticationLevel',
  },
  {
    id: 'lsa.crashOnAuditFail',
    title: 'What happens when an audit record cannot be written',
    place: inLsa('CrashOnAuditFail'),
    types: dword,
    domain: {
      kind: 'choices',
      choices: [
        { value: 0, meaning: 'nothing' },
        { value: 1, meaning: 'the system stops' },
        { value: 2, meaning: 'it has stopped: only administrators can log on' },
      ],
    },
    restart: 'computer',
    symptom: 1,
    confidence: 'M',
    source: 'MSRD-Collect',
  },
  {
    id: 'credssp.encryptionOracle',
    title: 'CredSSP with an unpatched other end',
    place: inMachine('Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\CredSSP\\Parameters', 'AllowEncryptionOracle'),
    types: dword,
    domain: {
      kind: 'choices',
      choices: [
        { value: 0, meaning: 'Force Updated Clients: a server refuses unpatched clients' },
        { value: 1, meaning: 'Mitigated: a client does not connect to unpatched servers' },
        { value: 2, meaning: 'Vulnerable: unpatched ends are accepted' },
      ],
    },
    absent: 'Mitigated, on a system with the update of May 2018',
    trap: '2 lets an attack on CredSSP through; the remedy for the error is the update of the other end.',
    restart: 'computer',
    symptom: 3,
    confidence: 'H',
    source: 'CredSsp.admx 2025; Microsoft, CredSSP encryption oracle remediation',
  },
] as const satisfies readonly SettingRow[];
