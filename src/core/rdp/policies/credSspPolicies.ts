// Which credentials a client may hand over to a server, and how CredSSP treats an unpatched other end. Source: CredSsp.admx of
// Windows Server 2025, with its English texts.

import type { PolicyGroup } from './policy';

export const credSspPolicies = [
  {
    template: 'CredSsp',
    category: 'System > Credentials Delegation',
    key: 'Software\\Policies\\Microsoft\\Windows\\CredentialsDelegation',
    rows: [
      {
        id: 'AllowDefaultCredentials',
        class: 'machine',
        title: 'Allow delegating default credentials',
        supportedOn: 'At least Windows Vista',
        writes: [
          { kind: 'switch', name: 'AllowDefaultCredentials', enabled: 1, disabled: 0 },
          { kind: 'list', key: 'AllowDefaultCredentials', numbered: true },
          { kind: 'checkbox', name: 'ConcatenateDefaults_AllowDefault', on: 1, off: 0 },
        ],
      },
      {
        id: 'AllowDefCredentialsWhenNTLMOnly',
        class: 'machine',
        title: 'Allow delegating default credentials with NTLM-only server authentication',
        supportedOn: 'At least Windows Vista',
        writes: [
          { kind: 'switch', name: 'AllowDefCredentialsWhenNTLMOnly', enabled: 1, disabled: 0 },
          { kind: 'list', key: 'AllowDefCredentialsWhenNTLMOnly', numbered: true },
          { kind: 'checkbox', name: 'ConcatenateDefaults_AllowDefNTLMOnly', on: 1, off: 0 },
        ],
      },
      {
        id: 'AllowFreshCredentials',
        class: 'machine',
        title: 'Allow delegating fresh credentials',
        supportedOn: 'At least Windows Vista',
        writes: [
          { kind: 'switch', name: 'AllowFreshCredentials', enabled: 1, disabled: 0 },
          { kind: 'list', key: 'AllowFreshCredentials', numbered: true },
          { kind: 'checkbox', name: 'ConcatenateDefaults_AllowFresh', on: 1, off: 0 },
        ],
      },
      {
        id: 'AllowFreshCredentialsWhenNTLMOnly',
        class: 'machine',
        title: 'Allow delegating fresh credentials with NTLM-only server authentication',
        supportedOn: 'At least Windows Vista',
        writes: [
          { kind: 'switch', name: 'AllowFreshCredentialsWhenNTLMOnly', enabled: 1, disabled: 0 },
          { kind: 'list', key: 'AllowFreshCredentialsWhenNTLMOnly', numbered: true },
          { kind: 'checkbox', name: 'ConcatenateDefaults_AllowFreshNTLMOnly', on: 1, off: 0 },
        ],
      },
      {
        id: 'AllowSavedCredentials',
        class: 'machine',
        title: 'Allow delegating saved credentials',
        supportedOn: 'At least Windows Vista',
        writes: [
          { kind: 'switch', name: 'AllowSavedCredentials', enabled: 1, disabled: 0 },
          { kind: 'list', key: 'AllowSavedCredentials', numbered: true },
          { kind: 'checkbox', name: 'ConcatenateDefaults_AllowSaved', on: 1, off: 0 },
        ],
      },
      {
        id: 'AllowSavedCredentialsWhenNTLMOnly',
        class: 'machine',
        title: 'Allow delegating saved credentials with NTLM-only server authentication',
        supportedOn: 'At least Windows Vista',
        writes: [
          { kind: 'switch', name: 'AllowSavedCredentialsWhenNTLMOnly', enabled: 1, disabled: 0 },
          { kind: 'list', key: 'AllowSavedCredentialsWhenNTLMOnly', numbered: true },
          { kind: 'checkbox', name: 'ConcatenateDefaults_AllowSavedNTLMOnly', on: 1, off: 0 },
        ],
      },
      {
        id: 'DenyDefaultCredentials',
        class: 'machine',
        title: 'Deny delegating default credentials',
        supportedOn: 'At least Windows Vista',
        writes: [
          { kind: 'switch', name: 'DenyDefaultCredentials', enabled: 1, disabled: 0 },
          { kind: 'list', key: 'DenyDefaultCredentials', numbered: true },
          { kind: 'checkbox', name: 'ConcatenateDefaults_DenyDefault', on: 1, off: 0 },
        ],
      },
      {
        id: 'DenyFreshCredentials',
        class: 'machine',
        title: 'Deny delegating fresh credentials',
        supportedOn: 'At least Windows Vista',
        writes: [
          { kind: 'switch', name: 'DenyFreshCredentials', enabled: 1, disabled: 0 },
          { kind: 'list', key: 'DenyFreshCredentials', numbered: true },
          { kind: 'checkbox', name: 'ConcatenateDefaults_DenyFresh', on: 1, off: 0 },
        ],
      },
      {
        id: 'DenySavedCredentials',
        class: 'machine',
        title: 'Deny delegating saved credentials',
        supportedOn: 'At least Windows Vista',
        writes: [
          { kind: 'switch', name: 'DenySavedCredentials', enabled: 1, disabled: 0 },
          { kind: 'list', key: 'DenySavedCredentials', numbered: true },
          { kind: 'checkbox', name: 'ConcatenateDefaults_DenySaved', on: 1, off: 0 },
        ],
      },
      {
        id: 'RestrictedRemoteAdministration',
        class: 'machine',
        title: 'Restrict delegation of credentials to remote servers',
        supportedOn: 'At least Windows Server 2012 R2, Windows 8.1 or Windows RT 8.1',
        writes: [
          { kind: 'switch', name: 'RestrictedRemoteAdministration', enabled: 1, disabled: 0 },
          { kind: 'choice', name: 'RestrictedRemoteAdministrationType', choices: [{ value: 3, meaning: 'Restrict Credential Delegation' }, { value: 2, meaning: 'Require Remote Credential Guard' }, { value: 1, meaning: 'Require Restricted Admin' }] },
        ],
        note: 'For the client: what it may hand over to the server.',
      },
      {
        id: 'AllowProtectedCreds',
        class: 'machine',
        title: 'Remote host allows delegation of non-exportable credentials',
        supportedOn: 'At least Windows Server 2016, Windows 10 Version 1703',
        writes: [{ kind: 'switch', name: 'AllowProtectedCreds', enabled: 1, disabled: 0 }],
        note: 'For the server: it accepts connections with Restricted Admin or Remote Credential Guard.',
      },
      {
        id: 'AllowEncryptionOracle',
        class: 'machine',
        title: 'Encryption Oracle Remediation',
        supportedOn: 'At least Windows Vista',
        key: 'Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\CredSSP\\Parameters',
        writes: [
          { kind: 'choice', name: 'AllowEncryptionOracle', choices: [{ value: 0, meaning: 'Force Updated Clients' }, { value: 1, meaning: 'Mitigated' }, { value: 2, meaning: 'Vulnerable' }], setting: 'credssp.encryptionOracle' },
        ],
        note: 'Both ends need the 2018 update; a patched end that is set to Force Updated or Mitigated refuses an end without it.',
      },
    ],
  },
] as const satisfies readonly PolicyGroup[];
