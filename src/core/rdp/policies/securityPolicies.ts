// Security, licensing, profiles and temporary folders of the Session Host, and the license server. Names, values
// and both encodings as the templates of Windows Server 2025 have them: TerminalServer.admx.

import { driveLetters } from './choices';
import { TERMINAL_SERVICES, type PolicyGroup } from './policy';
import { choice, choiceOf, machine, number, offOn, onOff, text } from './rows';
import { SINCE_2003, SINCE_2003_SP1, SINCE_2008_R2, SINCE_VISTA, SINCE_XP } from './supportedOn';

export const securityPolicies: readonly PolicyGroup[] = [
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Security',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_ENCRYPTION_POLICY', 'Set client connection encryption level', SINCE_XP, [
        choice('MinEncryptionLevel', [[1, 'Low Level'], [2, 'Client Compatible'], [3, 'High Level']], { setting: 'listener.minEncryptionLevel' }),
      ], { note: 'Governs native RDP encryption only and is ignored with TLS; it cannot express level 4, FIPS.' }),
      machine('TS_PASSWORD', 'Always prompt for password upon connection', SINCE_XP, [onOff('fPromptForPassword', 'listener.promptForPassword')]),
      machine('TS_SECURITY_LAYER_POLICY', 'Require use of specific security layer for remote (RDP) connections', SINCE_VISTA, [
        choice('SecurityLayer', [[0, 'RDP'], [1, 'Negotiate'], [2, 'SSL']], { setting: 'listener.securityLayer' }),
      ], { note: 'With 0 or 1 the server may stay unauthenticated.' }),
      machine('TS_USER_AUTHENTICATION_POLICY', 'Require user authentication for remote connections by using Network Level Authentication', SINCE_VISTA, [
        onOff('UserAuthentication', 'listener.userAuthentication'),
      ], { note: 'Not configured on Windows 8, Server 2012 and later, NLA is required.' }),
      machine('TS_DISCONNECT_ON_LOCK_POLICY', 'Disconnect remote session on lock for legacy authentication', SINCE_VISTA, [
        onOff('fDisconnectOnLockLegacy'),
      ]),
      machine('TS_DISCONNECT_ON_LOCK_AAD_POLICY', 'Disconnect remote session on lock for Microsoft identity platform authentication', SINCE_VISTA, [
        onOff('fDisconnectOnLockMicrosoftIdentity'),
      ]),
      machine('TS_CERTIFICATE_TEMPLATE_POLICY', 'Server authentication certificate template', SINCE_VISTA, [
        text('CertTemplateName', { required: true }),
      ], { note: 'A certificate set by SSLCertificateSHA1Hash wins over the template; where none fits, one is enrolled and the current one stays.' }),
      machine('TS_TSCC_PERMISSIONS_POLICY', 'Do not allow local administrators to customize permissions', SINCE_2003, [
        offOn('fWritableTSCCPermTab'),
      ]),
      machine('TS_RPC_ENCRYPTION', 'Require secure RPC communication', SINCE_2003, [
        onOff('fEncryptRPCTraffic'),
      ], { note: 'Administration over RPC only, not the RDP connection.' }),
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Licensing',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_LICENSE_SERVERS', 'Use the specified Remote Desktop license servers', SINCE_2003_SP1, [
        text('LicenseServers', { required: true, setting: 'licensing.specifiedServers' }),
      ], { note: 'Names separated by commas in one string, not a list of strings.' }),
      machine('TS_LICENSE_TOOLTIP', 'Hide notifications about RD Licensing problems that affect the RD Session Host server', SINCE_2003_SP1, [
        onOff('fDisableTerminalServerTooltip'),
      ]),
      machine('TS_LICENSING_MODE', 'Set the Remote Desktop licensing mode', SINCE_2003_SP1, [
        choice('LicensingMode', [[2, 'Per Device'], [4, 'Per User'], [6, 'AAD Per User']], { setting: 'licensing.mode' }),
      ], { note: '6 is deprecated on Windows 11 and missing in some older templates.' }),
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > RD Licensing',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_LICENSE_SECGROUP', 'License server security group', SINCE_2003, [
        onOff('fSecureLicensing'),
      ], { note: 'For the license server: only members of its local group RDS Endpoint Servers, empty at first, are given licenses.' }),
      machine('TS_PreventLicenseUpgrade', 'Prevent license upgrade', SINCE_2003, [onOff('fPreventLicenseUpgrade')]),
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Temporary folders',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_TEMP_DELETE', 'Do not delete temp folders upon exit', SINCE_2003, [
        offOn('DeleteTempDirsOnExit', 'deleteTempDirsOnExit'),
      ], { note: 'Inverted: enabled writes 0.' }),
      machine('TS_TEMP_PER_SESSION', 'Do not use temporary folders per session', SINCE_2003, [
        offOn('PerSessionTempDir', 'perSessionTempDir'),
      ], { note: 'Inverted: enabled writes 0.' }),
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Profiles',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_USER_HOME', 'Set Remote Desktop Services User Home Directory', SINCE_2003, [
        choice('WFHomeDirUNC', [[1, 'On the Network'], [0, 'On the Local machine']]),
        text('WFHomeDir', { required: true }),
        choiceOf('WFHomeDirDrive', driveLetters),
      ]),
      machine('TS_USER_PROFILES', 'Set path for Remote Desktop Services Roaming User Profile', SINCE_2003, [
        text('WFProfilePath', { required: true }),
      ]),
      machine('TS_USER_MANDATORY_PROFILES', 'Use mandatory profiles on the RD Session Host server', 'At least Windows Server 2003 with Service Pack 2', [
        onOff('WFDontAppendUserNameToProfile'),
      ]),
      machine('TS_DELETE_ROAMING_USER_PROFILES', 'Limit the size of the entire roaming user profile cache', SINCE_2008_R2, [
        onOff('DeleteRoamingUserProfile'),
        number('MonitoringInterval', 15, 10080, { label: 'Monitoring interval (minutes):', unit: 'minutes', required: true }),
        number('ProfileDirectoryQuota', 5, 10000, { label: 'Maximum cache size (GBs):', required: true }),
      ]),
    ],
  },
];
