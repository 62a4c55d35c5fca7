// Policies the client reads: Remote Desktop Connection, gateway, RemoteApp and Desktop Connections. Names, values
// and both encodings as the templates of Windows Server 2025 have them: TerminalServer.admx.

import { TERMINAL_SERVICES, type PolicyGroup } from './policy';

export const clientPolicies = [
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Connection Client',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_CLIENT_DISABLE_PASSWORD_SAVING_1',
        class: 'user',
        title: 'Do not allow passwords to be saved',
        supportedOn: 'At least Windows Server 2003 operating systems with SP1 or Windows XP Professional with SP2',
        writes: [{ kind: 'switch', name: 'DisablePasswordSaving', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_CLIENT_DISABLE_PASSWORD_SAVING_2',
        class: 'machine',
        title: 'Do not allow passwords to be saved',
        supportedOn: 'At least Windows Server 2003 operating systems with SP1 or Windows XP Professional with SP2',
        writes: [{ kind: 'switch', name: 'DisablePasswordSaving', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_CLIPRDR_CLOUD_CLIP_INTEGRATION',
        class: 'machine',
        title: 'Disable Cloud Clipboard integration for server-to-client data transfer',
        supportedOn: 'At least Windows 11 Version 22H2',
        key: TERMINAL_SERVICES + '\\Client',
        writes: [{ kind: 'switch', name: 'DisableCloudClipboardIntegration', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_CLIENT_ALLOW_UNSIGNED_FILES_1',
        class: 'user',
        title: 'Allow .rdp files from unknown publishers',
        supportedOn: 'At least Windows Vista with Service Pack 1',
        writes: [{ kind: 'switch', name: 'AllowUnsignedFiles', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_CLIENT_ALLOW_UNSIGNED_FILES_2',
        class: 'machine',
        title: 'Allow .rdp files from unknown publishers',
        supportedOn: 'At least Windows Vista with Service Pack 1',
        writes: [{ kind: 'switch', name: 'AllowUnsignedFiles', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_CLIENT_ALLOW_SIGNED_FILES_1',
        class: 'user',
        title: "Allow .rdp files from valid publishers and user's default .rdp settings",
        supportedOn: 'At least Windows Vista with Service Pack 1',
        writes: [{ kind: 'switch', name: 'AllowSignedFiles', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_CLIENT_ALLOW_SIGNED_FILES_2',
        class: 'machine',
        title: "Allow .rdp files from valid publishers and user's default .rdp settings",
        supportedOn: 'At least Windows Vista with Service Pack 1',
        writes: [{ kind: 'switch', name: 'AllowSignedFiles', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_CLIENT_TRUSTED_CERTIFICATE_THUMBPRINTS_1',
        class: 'machine',
        title: 'Specify SHA1 thumbprints of certificates representing trusted .rdp publishers',
        supportedOn: 'At least Windows Vista with Service Pack 1',
        writes: [{ kind: 'text', name: 'TrustedCertThumbprints', required: true }],
      },
      {
        id: 'TS_CLIENT_TRUSTED_CERTIFICATE_THUMBPRINTS_2',
        class: 'user',
        title: 'Specify SHA1 thumbprints of certificates representing trusted .rdp publishers',
        supportedOn: 'At least Windows Vista with Service Pack 1',
        writes: [{ kind: 'text', name: 'TrustedCertThumbprints', required: true }],
      },
      {
        id: 'TS_PROMT_CREDS_CLIENT_COMP',
        class: 'machine',
        title: 'Prompt for credentials on the client computer',
        supportedOn: 'At least Windows Vista with Service Pack 1',
        writes: [{ kind: 'switch', name: 'PromptForCredsOnClient', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_SERVER_AUTH',
        class: 'machine',
        title: 'Configure server authentication for client',
        supportedOn: 'At least Windows Vista with Service Pack 1',
        writes: [
          { kind: 'choice', name: 'AuthenticationLevel', choices: [{ value: 0, meaning: 'Always connect, even if authentication fails' }, { value: 2, meaning: 'Warn me if authentication fails' }, { value: 1, meaning: 'Do not connect if authentication fails' }] },
        ],
        note: '0 connects even where the identity of the server could not be verified.',
      },
      {
        id: 'TS_CLIENT_DISABLE_HARDWARE_MODE',
        class: 'machine',
        title: 'Do not allow hardware accelerated decoding',
        supportedOn: 'At least Windows Server 2016, Windows 10',
        key: TERMINAL_SERVICES + '\\Client',
        writes: [{ kind: 'switch', name: 'EnableHardwareMode', enabled: 0, disabled: 1 }],
      },
      {
        id: 'TS_CLIENT_TURN_OFF_UDP',
        class: 'machine',
        title: 'Turn Off UDP On Client',
        supportedOn: 'At least Windows 8 or Windows RT',
        key: TERMINAL_SERVICES + '\\Client',
        writes: [{ kind: 'switch', name: 'fClientDisableUDP', enabled: 1, disabled: 0 }],
        note: 'Read by the client.',
      },
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Connection Client > RemoteFX USB Device Redirection',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_USB_REDIRECTION_DISABLE',
        class: 'machine',
        title: 'Allow RDP redirection of other supported RemoteFX USB devices from this computer',
        supportedOn: 'At least Windows 7 with Service Pack 1 or Windows Server 2008 R2 with Service Pack 1',
        key: TERMINAL_SERVICES + '\\Client',
        writes: [
          { kind: 'choice', name: 'fUsbRedirectionEnableMode', choices: [{ value: 1, meaning: 'Adminstrators Only' }, { value: 2, meaning: 'Adminstrators and Users' }], required: true },
        ],
      },
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > RD Gateway',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_GATEWAY_POLICY_AUTH_METHOD',
        class: 'user',
        title: 'Set RD Gateway authentication method',
        supportedOn: 'At least Windows Server 2003 operating systems with SP1 or Windows XP Professional with SP2',
        writes: [
          { kind: 'checkbox', name: 'AllowExplicitLogonMethod', on: 1, off: null },
          { kind: 'choice', name: 'LogonMethod', choices: [{ value: 5, meaning: 'Ask for credentials, use Negotiate protocol' }, { value: 2, meaning: 'Ask for credentials, use NTLM protocol' }, { value: 1, meaning: 'Ask for credentials, use Basic protocol' }, { value: 4, meaning: 'Use locally logged-on credentials' }, { value: 3, meaning: 'Use smart-card' }] },
        ],
      },
      {
        id: 'TS_GATEWAY_POLICY_ENABLE',
        class: 'user',
        title: 'Enable connection through RD Gateway',
        supportedOn: 'At least Windows Server 2003 operating systems with SP1 or Windows XP Professional with SP2',
        writes: [
          { kind: 'switch', name: 'UseProxy', enabled: 1, disabled: 0 },
          { kind: 'checkbox', name: 'AllowExplicitUseProxy', on: 1, off: null },
        ],
      },
      {
        id: 'TS_GATEWAY_POLICY_SERVER',
        class: 'user',
        title: 'Set RD Gateway server address',
        supportedOn: 'At least Windows Server 2003 operating systems with SP1 or Windows XP Professional with SP2',
        writes: [
          { kind: 'checkbox', name: 'AllowExplicitProxyName', on: 1, off: null },
          { kind: 'text', name: 'ProxyName', longest: 260, required: true },
        ],
      },
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > RemoteApp and Desktop Connections',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_RADC_DefaultConnection',
        class: 'user',
        title: 'Specify default connection URL',
        supportedOn: 'At least Windows Server 2012, Windows 8 or Windows RT',
        key: 'SOFTWARE\\Policies\\Microsoft\\Workspaces',
        writes: [{ kind: 'text', name: 'DefaultConnectionURL', longest: 2083, required: true }],
      },
    ],
  },
  {
    template: 'TerminalServer',
    category: 'AutoSubscription',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'AutoSubscription',
        class: 'user',
        title: 'Enable auto-subscription',
        supportedOn: 'At least Windows Server 2016, Windows 10',
        writes: [{ kind: 'switch', name: 'AutoSubscription', enabled: 1, disabled: 0 }],
        note: 'The template names a category it does not define.',
      },
    ],
  },
] as const satisfies readonly PolicyGroup[];
