// What of the client a session may use: devices, clipboard, printers. Names, values
// and both encodings as the templates of Windows Server 2025 have them: TerminalServer.admx, TerminalServer-Server.admx.

import { TERMINAL_SERVICES, type PolicyGroup } from './policy';

export const redirectionPolicies = [
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Device and Resource Redirection',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_CLIENT_AUDIO',
        class: 'machine',
        title: 'Allow audio and video playback redirection',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'switch', name: 'fDisableCam', enabled: 0, disabled: 1, setting: 'listener.disableAudio' }],
      },
      {
        id: 'TS_CLIENT_AUDIO_QUALITY',
        class: 'machine',
        title: 'Limit audio playback quality',
        supportedOn: 'At least Windows Server 2008 R2 or Windows 7',
        writes: [
          { kind: 'choice', name: 'AllowedAudioQualityMode', choices: [{ value: 1, meaning: 'Dynamic' }, { value: 3, meaning: 'Medium' }, { value: 7, meaning: 'High' }] },
        ],
      },
      {
        id: 'TS_CLIENT_AUDIO_CAPTURE',
        class: 'machine',
        title: 'Allow audio recording redirection',
        supportedOn: 'At least Windows Server 2008 R2 or Windows 7',
        writes: [
          { kind: 'switch', name: 'fDisableAudioCapture', enabled: 0, disabled: 1, setting: 'listener.disableAudioCapture' },
        ],
      },
      {
        id: 'TS_CLIENT_CLIPBOARD',
        class: 'machine',
        title: 'Do not allow Clipboard redirection',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'switch', name: 'fDisableClip', enabled: 1, disabled: 0, setting: 'listener.disableClipboard' }],
      },
      {
        id: 'TS_CLIENT_CLIPBOARDRESTRICTION_SC',
        class: 'both',
        title: 'Restrict clipboard transfer from server to client',
        supportedOn: 'At least Windows 11 Version 22H2',
        writes: [
          { kind: 'choice', name: 'SCClipLevel', choices: [{ value: 0, meaning: 'Disable clipboard transfers from server to client' }, { value: 1, meaning: 'Allow plain text' }, { value: 2, meaning: 'Allow plain text and images' }, { value: 3, meaning: 'Allow plain text, images and Rich Text Format' }, { value: 4, meaning: 'Allow plain text, images, Rich Text Format and HTML' }], required: true },
        ],
      },
      {
        id: 'TS_CLIENT_CLIPBOARDRESTRICTION_CS',
        class: 'both',
        title: 'Restrict clipboard transfer from client to server',
        supportedOn: 'At least Windows 11 Version 22H2',
        writes: [
          { kind: 'choice', name: 'CSClipLevel', choices: [{ value: 0, meaning: 'Disable clipboard transfers from client to server' }, { value: 1, meaning: 'Allow plain text' }, { value: 2, meaning: 'Allow plain text and images' }, { value: 3, meaning: 'Allow plain text, images and Rich Text Format' }, { value: 4, meaning: 'Allow plain text, images, Rich Text Format and HTML' }], required: true },
        ],
      },
      {
        id: 'TS_CLIENT_COM',
        class: 'machine',
        title: 'Do not allow COM port redirection',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'switch', name: 'fDisableCcm', enabled: 1, disabled: 0, setting: 'listener.disableComPorts' }],
      },
      {
        id: 'TS_CLIENT_DRIVE_M',
        class: 'machine',
        title: 'Do not allow drive redirection',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'switch', name: 'fDisableCdm', enabled: 1, disabled: 0, setting: 'listener.disableDrives' }],
      },
      {
        id: 'TS_CLIENT_LPT',
        class: 'machine',
        title: 'Do not allow LPT port redirection',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'switch', name: 'fDisableLPT', enabled: 1, disabled: 0, setting: 'listener.disableLptPorts' }],
      },
      {
        id: 'TS_CLIENT_PNP',
        class: 'machine',
        title: 'Do not allow supported Plug and Play device redirection',
        supportedOn: 'At least Windows Vista',
        writes: [{ kind: 'switch', name: 'fDisablePNPRedir', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_CAMERA_REDIRECTION',
        class: 'machine',
        title: 'Do not allow video capture redirection',
        supportedOn: 'At least Windows Server 2016, Windows 10 Version 1803',
        writes: [{ kind: 'switch', name: 'fDisableCameraRedir', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_LOCATION_REDIRECTION',
        class: 'machine',
        title: 'Do not allow location redirection',
        supportedOn: 'At least Windows 10 Version 2106',
        writes: [{ kind: 'switch', name: 'fDisableLocationRedir', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_SMART_CARD',
        class: 'machine',
        title: 'Do not allow smart card device redirection',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'switch', name: 'fEnableSmartCard', enabled: 0, disabled: 1 }],
      },
      {
        id: 'TS_TIME_ZONE',
        class: 'machine',
        title: 'Allow time zone redirection',
        supportedOn: 'At least Windows Server 2003',
        writes: [{ kind: 'switch', name: 'fEnableTimeZoneRedirection', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_UIA',
        class: 'machine',
        title: 'Allow UI Automation redirection',
        supportedOn: 'At least Windows 10 Version 2106',
        writes: [{ kind: 'switch', name: 'EnableUiaRedirection', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_WEBAUTHN',
        class: 'machine',
        title: 'Do not allow WebAuthn redirection',
        supportedOn: 'At least Windows Server 2019, Windows 10 Version 2004',
        writes: [{ kind: 'switch', name: 'fDisableWebAuthn', enabled: 1, disabled: 0 }],
      },
    ],
  },
  {
    template: 'TerminalServer-Server',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Device and Resource Redirection',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_TIME_ZONE',
        class: 'user',
        title: 'Allow time zone redirection',
        supportedOn: 'At least Windows Server 2008',
        writes: [{ kind: 'switch', name: 'fEnableTimeZoneRedirection', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_CLIENT_CLIPBOARD',
        class: 'user',
        title: 'Do not allow Clipboard redirection',
        supportedOn: 'At least Windows Server 2008',
        writes: [{ kind: 'switch', name: 'fDisableClip', enabled: 1, disabled: 0, setting: 'listener.disableClipboard' }],
      },
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Printer Redirection',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_CLIENT_DEFAULT_M',
        class: 'machine',
        title: 'Do not set default client printer to be default printer in a session',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'switch', name: 'fForceClientLptDef', enabled: 0, disabled: 1 }],
      },
      {
        id: 'TS_EASY_PRINT',
        class: 'machine',
        title: 'Use Remote Desktop Easy Print printer driver first',
        supportedOn: 'At least Windows Server 2008 or Windows 7',
        writes: [{ kind: 'switch', name: 'UseUniversalPrinterDriverFirst', enabled: 3, disabled: 4 }],
      },
      {
        id: 'TS_EASY_PRINT_User',
        class: 'user',
        title: 'Use Remote Desktop Easy Print printer driver first',
        supportedOn: 'At least Windows Server 2008 or Windows 7',
        writes: [{ kind: 'switch', name: 'UseUniversalPrinterDriverFirst', enabled: 3, disabled: 4 }],
      },
      {
        id: 'TS_CLIENT_PRINTER',
        class: 'machine',
        title: 'Do not allow client printer redirection',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'switch', name: 'fDisableCpm', enabled: 1, disabled: 0, setting: 'listener.disablePrinters' }],
      },
      {
        id: 'TS_FALLBACKPRINTDRIVERTYPE',
        class: 'machine',
        title: 'Specify RD Session Host server fallback printer driver behavior',
        supportedOn: 'Windows Server 2003 with Service Pack 1 only',
        writes: [
          { kind: 'switch', name: 'fPolicyFallbackPrintDriver', enabled: 1, disabled: 0 },
          { kind: 'choice', name: 'FallbackPrintDriverType', choices: [{ value: 1, meaning: 'Do nothing if one is not found.' }, { value: 2, meaning: 'Default to PCL if one is not found.' }, { value: 3, meaning: 'Default to PS if one is not found.' }, { value: 4, meaning: 'Show both PCL and PS if one is not found.' }] },
        ],
      },
    ],
  },
  {
    template: 'TerminalServer-Server',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Printer Redirection',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_REDIRECT_CLIENT_PRN_ONLY',
        class: 'machine',
        title: 'Redirect only the default client printer',
        supportedOn: 'At least Windows Server 2008',
        writes: [{ kind: 'switch', name: 'RedirectOnlyDefaultClientPrinter', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_REDIRECT_CLIENT_PRN_ONLY_User',
        class: 'user',
        title: 'Redirect only the default client printer',
        supportedOn: 'At least Windows Server 2008',
        writes: [{ kind: 'switch', name: 'RedirectOnlyDefaultClientPrinter', enabled: 1, disabled: 0 }],
      },
    ],
  },
] as const satisfies readonly PolicyGroup[];
