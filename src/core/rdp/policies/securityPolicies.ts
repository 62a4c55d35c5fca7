// Security, licensing, profiles and temporary folders of the Session Host, and the license server. Names, values
// and both encodings as the templates of Windows Server 2025 have them: TerminalServer.admx.

import { driveLetters } from './choices';
import { TERMINAL_SERVICES, type PolicyGroup } from './policy';

export const securityPolicies = [
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Security',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_ENCRYPTION_POLICY',
        class: 'machine',
        title: 'Set client connection encryption level',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [
          { kind: 'choice', name: 'MinEncryptionLevel', choices: [{ value: 1, meaning: 'Low Level' }, { value: 2, meaning: 'Client Compatible' }, { value: 3, meaning: 'High Level' }], setting: 'listener.minEncryptionLevel' },
        ],
        note: 'Governs native RDP encryption only and is ignored with TLS; it cannot express level 4, FIPS.',
      },
      {
        id: 'TS_PASSWORD',
        class: 'machine',
        title: 'Always prompt for password upon connection',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'switch', name: 'fPromptForPassword', enabled: 1, disabled: 0, setting: 'listener.promptForPassword' }],
      },
      {
        id: 'TS_SECURITY_LAYER_POLICY',
        class: 'machine',
        title: 'Require use of specific security layer for remote (RDP) connections',
        supportedOn: 'At least Windows Vista',
        writes: [
          { kind: 'choice', name: 'SecurityLayer', choices: [{ value: 0, meaning: 'RDP' }, { value: 1, meaning: 'Negotiate' }, { value: 2, meaning: 'SSL' }], setting: 'listener.securityLayer' },
        ],
        note: 'With 0 or 1 the server may stay unauthenticated.',
      },
      {
        id: 'TS_USER_AUTHENTICATION_POLICY',
        class: 'machine',
        title: 'Require user authentication for remote connections by using Network Level Authentication',
        supportedOn: 'At least Windows Vista',
        writes: [{ kind: 'switch', name: 'UserAuthentication', enabled: 1, disabled: 0, setting: 'listener.userAuthentication' }],
        note: 'Not configured on Windows 8, Server 2012 and later, NLA is required.',
      },
      {
        id: 'TS_DISCONNECT_ON_LOCK_POLICY',
        class: 'machine',
        title: 'Disconnect remote session on lock for legacy authentication',
        supportedOn: 'At least Windows Vista',
        writes: [{ kind: 'switch', name: 'fDisconnectOnLockLegacy', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_DISCONNECT_ON_LOCK_AAD_POLICY',
        class: 'machine',
        title: 'Disconnect remote session on lock for Microsoft identity platform authentication',
        supportedOn: 'At least Windows Vista',
        writes: [{ kind: 'switch', name: 'fDisconnectOnLockMicrosoftIdentity', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_CERTIFICATE_TEMPLATE_POLICY',
        class: 'machine',
        title: 'Server authentication certificate template',
        supportedOn: 'At least Windows Vista',
        writes: [{ kind: 'text', name: 'CertTemplateName', required: true }],
        note: 'A certificate set by SSLCertificateSHA1Hash wins over the template; where none fits, one is enrolled and the current one stays.',
      },
      {
        id: 'TS_TSCC_PERMISSIONS_POLICY',
        class: 'machine',
        title: 'Do not allow local administrators to customize permissions',
        supportedOn: 'At least Windows Server 2003',
        writes: [{ kind: 'switch', name: 'fWritableTSCCPermTab', enabled: 0, disabled: 1 }],
      },
      {
        id: 'TS_RPC_ENCRYPTION',
        class: 'machine',
        title: 'Require secure RPC communication',
        supportedOn: 'At least Windows Server 2003',
        writes: [{ kind: 'switch', name: 'fEncryptRPCTraffic', enabled: 1, disabled: 0 }],
        note: 'Administration over RPC only, not the RDP connection.',
      },
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Licensing',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_LICENSE_SERVERS',
        class: 'machine',
        title: 'Use the specified Remote Desktop license servers',
        supportedOn: 'At least Windows Server 2003 with Service Pack 1',
        writes: [{ kind: 'text', name: 'LicenseServers', required: true, setting: 'licensing.specifiedServers' }],
        note: 'Names separated by commas in one string, not a list of strings.',
      },
      {
        id: 'TS_LICENSE_TOOLTIP',
        class: 'machine',
        title: 'Hide notifications about RD Licensing problems that affect the RD Session Host server',
        supportedOn: 'At least Windows Server 2003 with Service Pack 1',
        writes: [{ kind: 'switch', name: 'fDisableTerminalServerTooltip', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_LICENSING_MODE',
        class: 'machine',
        title: 'Set the Remote Desktop licensing mode',
        supportedOn: 'At least Windows Server 2003 with Service Pack 1',
        writes: [
          { kind: 'choice', name: 'LicensingMode', choices: [{ value: 2, meaning: 'Per Device' }, { value: 4, meaning: 'Per User' }, { value: 6, meaning: 'AAD Per User' }], setting: 'licensing.mode' },
        ],
        note: '6 is deprecated on Windows 11 and missing in some older templates.',
      },
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > RD Licensing',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_LICENSE_SECGROUP',
        class: 'machine',
        title: 'License server security group',
        supportedOn: 'At least Windows Server 2003',
        writes: [{ kind: 'switch', name: 'fSecureLicensing', enabled: 1, disabled: 0 }],
        note: 'For the license server: only members of its local group RDS Endpoint Servers, empty at first, are given licenses.',
      },
      {
        id: 'TS_PreventLicenseUpgrade',
        class: 'machine',
        title: 'Prevent license upgrade',
        supportedOn: 'At least Windows Server 2003',
        writes: [{ kind: 'switch', name: 'fPreventLicenseUpgrade', enabled: 1, disabled: 0 }],
      },
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Temporary folders',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_TEMP_DELETE',
        class: 'machine',
        title: 'Do not delete temp folders upon exit',
        supportedOn: 'At least Windows Server 2003',
        writes: [{ kind: 'switch', name: 'DeleteTempDirsOnExit', enabled: 0, disabled: 1, setting: 'deleteTempDirsOnExit' }],
        note: 'Inverted: enabled writes 0.',
      },
      {
        id: 'TS_TEMP_PER_SESSION',
        class: 'machine',
        title: 'Do not use temporary folders per session',
        supportedOn: 'At least Windows Server 2003',
        writes: [{ kind: 'switch', name: 'PerSessionTempDir', enabled: 0, disabled: 1, setting: 'perSessionTempDir' }],
        note: 'Inverted: enabled writes 0.',
      },
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Profiles',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_USER_HOME',
        class: 'machine',
        title: 'Set Remote Desktop Services User Home Directory',
        supportedOn: 'At least Windows Server 2003',
        writes: [
          { kind: 'choice', name: 'WFHomeDirUNC', choices: [{ value: 1, meaning: 'On the Network' }, { value: 0, meaning: 'On the Local machine' }] },
          { kind: 'text', name: 'WFHomeDir', required: true },
          { kind: 'choice', name: 'WFHomeDirDrive', choices: driveLetters },
        ],
      },
      {
        id: 'TS_USER_PROFILES',
        class: 'machine',
        title: 'Set path for Remote Desktop Services Roaming User Profile',
        supportedOn: 'At least Windows Server 2003',
        writes: [{ kind: 'text', name: 'WFProfilePath', required: true }],
      },
      {
        id: 'TS_USER_MANDATORY_PROFILES',
        class: 'machine',
        title: 'Use mandatory profiles on the RD Session Host server',
        supportedOn: 'At least Windows Server 2003 with Service Pack 2',
        writes: [{ kind: 'switch', name: 'WFDontAppendUserNameToProfile', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_DELETE_ROAMING_USER_PROFILES',
        class: 'machine',
        title: 'Limit the size of the entire roaming user profile cache',
        supportedOn: 'At least Windows Server 2008 R2',
        writes: [
          { kind: 'switch', name: 'DeleteRoamingUserProfile', enabled: 1, disabled: 0 },
          { kind: 'number', name: 'MonitoringInterval', min: 15, max: 10080, unit: 'minutes', required: true },
          { kind: 'number', name: 'ProfileDirectoryQuota', min: 5, max: 10000, required: true },
        ],
      },
    ],
  },
] as const satisfies readonly PolicyGroup[];
