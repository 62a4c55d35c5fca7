// Which credentials a client may hand over to a server, and how CredSSP treats an unpatched other end. Source: CredSsp.admx of
// Windows Server 2025, with its English texts.

import type { PolicyGroup } from './policy';
import { checkbox, choice, list, machine, onOff } from './rows';
import { SINCE_VISTA } from './supportedOn';

export const credSspPolicies: readonly PolicyGroup[] = [
  {
    template: 'CredSsp',
    category: 'System > Credentials Delegation',
    key: 'Software\\Policies\\Microsoft\\Windows\\CredentialsDelegation',
    rows: [
      machine('AllowDefaultCredentials', 'Allow delegating default credentials', SINCE_VISTA, [
        onOff('AllowDefaultCredentials'),
        list('AllowDefaultCredentials', true),
        checkbox('ConcatenateDefaults_AllowDefault', 0),
      ]),
      machine('AllowDefCredentialsWhenNTLMOnly', 'Allow delegating default credentials with NTLM-only server authentication', SINCE_VISTA, [
        onOff('AllowDefCredentialsWhenNTLMOnly'),
        list('AllowDefCredentialsWhenNTLMOnly', true),
        checkbox('ConcatenateDefaults_AllowDefNTLMOnly', 0),
      ]),
      machine('AllowFreshCredentials', 'Allow delegating fresh credentials', SINCE_VISTA, [
        onOff('AllowFreshCredentials'),
        list('AllowFreshCredentials', true),
        checkbox('ConcatenateDefaults_AllowFresh', 0),
      ]),
      machine('AllowFreshCredentialsWhenNTLMOnly', 'Allow delegating fresh credentials with NTLM-only server authentication', SINCE_VISTA, [
        onOff('AllowFreshCredentialsWhenNTLMOnly'),
        list('AllowFreshCredentialsWhenNTLMOnly', true),
        checkbox('ConcatenateDefaults_AllowFreshNTLMOnly', 0),
      ]),
      machine('AllowSavedCredentials', 'Allow delegating saved credentials', SINCE_VISTA, [
        onOff('AllowSavedCredentials'),
        list('AllowSavedCredentials', true),
        checkbox('ConcatenateDefaults_AllowSaved', 0),
      ]),
      machine('AllowSavedCredentialsWhenNTLMOnly', 'Allow delegating saved credentials with NTLM-only server authentication', SINCE_VISTA, [
        onOff('AllowSavedCredentialsWhenNTLMOnly'),
        list('AllowSavedCredentialsWhenNTLMOnly', true),
        checkbox('ConcatenateDefaults_AllowSavedNTLMOnly', 0),
      ]),
      machine('DenyDefaultCredentials', 'Deny delegating default credentials', SINCE_VISTA, [
        onOff('DenyDefaultCredentials'),
        list('DenyDefaultCredentials', true),
        checkbox('ConcatenateDefaults_DenyDefault', 0),
      ]),
      machine('DenyFreshCredentials', 'Deny delegating fresh credentials', SINCE_VISTA, [
        onOff('DenyFreshCredentials'),
        list('DenyFreshCredentials', true),
        checkbox('ConcatenateDefaults_DenyFresh', 0),
      ]),
      machine('DenySavedCredentials', 'Deny delegating saved credentials', SINCE_VISTA, [
        onOff('DenySavedCredentials'),
        list('DenySavedCredentials', true),
        checkbox('ConcatenateDefaults_DenySaved', 0),
      ]),
      machine('RestrictedRemoteAdministration', 'Restrict delegation of credentials to remote servers', 'At least Windows Server 2012 R2, Windows 8.1 or Windows RT 8.1', [
        onOff('RestrictedRemoteAdministration'),
        choice('RestrictedRemoteAdministrationType', [[3, 'Restrict Credential Delegation'], [2, 'Require Remote Credential Guard'], [1, 'Require Restricted Admin']]),
      ], { note: 'For the client: what it may hand over to the server.' }),
      machine('AllowProtectedCreds', 'Remote host allows delegation of non-exportable credentials', 'At least Windows Server 2016, Windows 10 Version 1703', [
        onOff('AllowProtectedCreds'),
      ], { note: 'For the server: it accepts connections with Restricted Admin or Remote Credential Guard.' }),
      machine('AllowEncryptionOracle', 'Encryption Oracle Remediation', SINCE_VISTA, [
        choice('AllowEncryptionOracle', [[0, 'Force Updated Clients'], [1, 'Mitigated'], [2, 'Vulnerable']], { setting: 'credssp.encryptionOracle' }),
      ], { key: 'Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\CredSSP\\Parameters', note: 'Both ends need the 2018 update; a patched end that is set to Force Updated or Mitigated refuses an end without it.' }),
    ],
  },
];
