// Policies the client reads: Remote Desktop Connection, gateway, RemoteApp and Desktop Connections. Names, values
// and both encodings as the templates of Windows Server 2025 have them: TerminalServer.admx.

import { TERMINAL_SERVICES, type PolicyGroup } from './policy';
import { checkbox, choice, machine, offOn, onOff, text, user } from './rows';
import { SINCE_10_OR_2016, SINCE_11_22H2, SINCE_8, SINCE_VISTA_SP1, SINCE_XP_SP1_SP2 } from './supportedOn';

export const clientPolicies: readonly PolicyGroup[] = [
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Connection Client',
    key: TERMINAL_SERVICES,
    rows: [
      user('TS_CLIENT_DISABLE_PASSWORD_SAVING_1', 'Do not allow passwords to be saved', SINCE_XP_SP1_SP2, [onOff('DisablePasswordSaving')]),
      machine('TS_CLIENT_DISABLE_PASSWORD_SAVING_2', 'Do not allow passwords to be saved', SINCE_XP_SP1_SP2, [onOff('DisablePasswordSaving')]),
      machine('TS_CLIPRDR_CLOUD_CLIP_INTEGRATION', 'Disable Cloud Clipboard integration for server-to-client data transfer', SINCE_11_22H2, [
        onOff('DisableCloudClipboardIntegration'),
      ], { key: TERMINAL_SERVICES + '\\Client' }),
      user('TS_CLIENT_ALLOW_UNSIGNED_FILES_1', 'Allow .rdp files from unknown publishers', SINCE_VISTA_SP1, [onOff('AllowUnsignedFiles')]),
      machine('TS_CLIENT_ALLOW_UNSIGNED_FILES_2', 'Allow .rdp files from unknown publishers', SINCE_VISTA_SP1, [onOff('AllowUnsignedFiles')]),
      user('TS_CLIENT_ALLOW_SIGNED_FILES_1', "Allow .rdp files from valid publishers and user's default .rdp settings", SINCE_VISTA_SP1, [
        onOff('AllowSignedFiles'),
      ]),
      machine('TS_CLIENT_ALLOW_SIGNED_FILES_2', "Allow .rdp files from valid publishers and user's default .rdp settings", SINCE_VISTA_SP1, [
        onOff('AllowSignedFiles'),
      ]),
      machine('TS_CLIENT_TRUSTED_CERTIFICATE_THUMBPRINTS_1', 'Specify SHA1 thumbprints of certificates representing trusted .rdp publishers', SINCE_VISTA_SP1, [
        text('TrustedCertThumbprints', { required: true }),
      ]),
      user('TS_CLIENT_TRUSTED_CERTIFICATE_THUMBPRINTS_2', 'Specify SHA1 thumbprints of certificates representing trusted .rdp publishers', SINCE_VISTA_SP1, [
        text('TrustedCertThumbprints', { required: true }),
      ]),
      machine('TS_PROMT_CREDS_CLIENT_COMP', 'Prompt for credentials on the client computer', SINCE_VISTA_SP1, [onOff('PromptForCredsOnClient')]),
      machine('TS_SERVER_AUTH', 'Configure server authentication for client', SINCE_VISTA_SP1, [
        choice('AuthenticationLevel', [[0, 'Always connect, even if authentication fails'], [2, 'Warn me if authentication fails'], [1, 'Do not connect if authentication fails']]),
      ], { note: '0 connects even where the identity of the server could not be verified.' }),
      machine('TS_CLIENT_DISABLE_HARDWARE_MODE', 'Do not allow hardware accelerated decoding', SINCE_10_OR_2016, [
        offOn('EnableHardwareMode'),
      ], { key: TERMINAL_SERVICES + '\\Client' }),
      machine('TS_CLIENT_TURN_OFF_UDP', 'Turn Off UDP On Client', 'At least Windows 8 or Windows RT', [
        onOff('fClientDisableUDP'),
      ], { key: TERMINAL_SERVICES + '\\Client', note: 'Read by the client.' }),
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Connection Client > RemoteFX USB Device Redirection',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_USB_REDIRECTION_DISABLE', 'Allow RDP redirection of other supported RemoteFX USB devices from this computer', 'At least Windows 7 with Service Pack 1 or Windows Server 2008 R2 with Service Pack 1', [
        choice('fUsbRedirectionEnableMode', [[1, 'Adminstrators Only'], [2, 'Adminstrators and Users']], { required: true }),
      ], { key: TERMINAL_SERVICES + '\\Client' }),
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > RD Gateway',
    key: TERMINAL_SERVICES,
    rows: [
      user('TS_GATEWAY_POLICY_AUTH_METHOD', 'Set RD Gateway authentication method', SINCE_XP_SP1_SP2, [
        checkbox('AllowExplicitLogonMethod', null),
        choice('LogonMethod', [[5, 'Ask for credentials, use Negotiate protocol'], [2, 'Ask for credentials, use NTLM protocol'], [1, 'Ask for credentials, use Basic protocol'], [4, 'Use locally logged-on credentials'], [3, 'Use smart-card']]),
      ]),
      user('TS_GATEWAY_POLICY_ENABLE', 'Enable connection through RD Gateway', SINCE_XP_SP1_SP2, [
        onOff('UseProxy'),
        checkbox('AllowExplicitUseProxy', null),
      ]),
      user('TS_GATEWAY_POLICY_SERVER', 'Set RD Gateway server address', SINCE_XP_SP1_SP2, [
        checkbox('AllowExplicitProxyName', null),
        text('ProxyName', { longest: 260, required: true }),
      ]),
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > RemoteApp and Desktop Connections',
    key: TERMINAL_SERVICES,
    rows: [
      user('TS_RADC_DefaultConnection', 'Specify default connection URL', SINCE_8, [
        text('DefaultConnectionURL', { longest: 2083, required: true }),
      ], { key: 'SOFTWARE\\Policies\\Microsoft\\Workspaces' }),
    ],
  },
  {
    template: 'TerminalServer',
    category: 'AutoSubscription',
    key: TERMINAL_SERVICES,
    rows: [
      user('AutoSubscription', 'Enable auto-subscription', SINCE_10_OR_2016, [
        onOff('AutoSubscription'),
      ], { note: 'The template names a category it does not define.' }),
    ],
  },
];
