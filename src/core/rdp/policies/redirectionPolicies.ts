// What of the client a session may use: devices, clipboard, printers. Names, values
// and both encodings as the templates of Windows Server 2025 have them: TerminalServer.admx, TerminalServer-Server.admx.

import { TERMINAL_SERVICES, type PolicyGroup } from './policy';
import { both, choice, machine, offOn, onOff, switched, user } from './rows';
import { SINCE_10_2106, SINCE_11_22H2, SINCE_2003, SINCE_2008, SINCE_2008_OR_7, SINCE_7, SINCE_VISTA, SINCE_XP } from './supportedOn';

export const redirectionPolicies: readonly PolicyGroup[] = [
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Device and Resource Redirection',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_CLIENT_AUDIO', 'Allow audio and video playback redirection', SINCE_XP, [offOn('fDisableCam', 'listener.disableAudio')]),
      machine('TS_CLIENT_AUDIO_QUALITY', 'Limit audio playback quality', SINCE_7, [
        choice('AllowedAudioQualityMode', [[1, 'Dynamic'], [3, 'Medium'], [7, 'High']]),
      ]),
      machine('TS_CLIENT_AUDIO_CAPTURE', 'Allow audio recording redirection', SINCE_7, [
        offOn('fDisableAudioCapture', 'listener.disableAudioCapture'),
      ]),
      machine('TS_CLIENT_CLIPBOARD', 'Do not allow Clipboard redirection', SINCE_XP, [onOff('fDisableClip', 'listener.disableClipboard')]),
      both('TS_CLIENT_CLIPBOARDRESTRICTION_SC', 'Restrict clipboard transfer from server to client', SINCE_11_22H2, [
        choice('SCClipLevel', [[0, 'Disable clipboard transfers from server to client'], [1, 'Allow plain text'], [2, 'Allow plain text and images'], [3, 'Allow plain text, images and Rich Text Format'], [4, 'Allow plain text, images, Rich Text Format and HTML']], { required: true }),
      ]),
      both('TS_CLIENT_CLIPBOARDRESTRICTION_CS', 'Restrict clipboard transfer from client to server', SINCE_11_22H2, [
        choice('CSClipLevel', [[0, 'Disable clipboard transfers from client to server'], [1, 'Allow plain text'], [2, 'Allow plain text and images'], [3, 'Allow plain text, images and Rich Text Format'], [4, 'Allow plain text, images, Rich Text Format and HTML']], { required: true }),
      ]),
      machine('TS_CLIENT_COM', 'Do not allow COM port redirection', SINCE_XP, [onOff('fDisableCcm', 'listener.disableComPorts')]),
      machine('TS_CLIENT_DRIVE_M', 'Do not allow drive redirection', SINCE_XP, [onOff('fDisableCdm', 'listener.disableDrives')]),
      machine('TS_CLIENT_LPT', 'Do not allow LPT port redirection', SINCE_XP, [onOff('fDisableLPT', 'listener.disableLptPorts')]),
      machine('TS_CLIENT_PNP', 'Do not allow supported Plug and Play device redirection', SINCE_VISTA, [onOff('fDisablePNPRedir')]),
      machine('TS_CAMERA_REDIRECTION', 'Do not allow video capture redirection', 'At least Windows Server 2016, Windows 10 Version 1803', [
        onOff('fDisableCameraRedir'),
      ]),
      machine('TS_LOCATION_REDIRECTION', 'Do not allow location redirection', SINCE_10_2106, [onOff('fDisableLocationRedir')]),
      machine('TS_SMART_CARD', 'Do not allow smart card device redirection', SINCE_XP, [offOn('fEnableSmartCard')]),
      machine('TS_TIME_ZONE', 'Allow time zone redirection', SINCE_2003, [onOff('fEnableTimeZoneRedirection')]),
      machine('TS_UIA', 'Allow UI Automation redirection', SINCE_10_2106, [onOff('EnableUiaRedirection')]),
      machine('TS_WEBAUTHN', 'Do not allow WebAuthn redirection', 'At least Windows Server 2019, Windows 10 Version 2004', [
        onOff('fDisableWebAuthn'),
      ]),
    ],
  },
  {
    template: 'TerminalServer-Server',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Device and Resource Redirection',
    key: TERMINAL_SERVICES,
    rows: [
      user('TS_TIME_ZONE', 'Allow time zone redirection', SINCE_2008, [onOff('fEnableTimeZoneRedirection')]),
      user('TS_CLIENT_CLIPBOARD', 'Do not allow Clipboard redirection', SINCE_2008, [onOff('fDisableClip', 'listener.disableClipboard')]),
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Printer Redirection',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_CLIENT_DEFAULT_M', 'Do not set default client printer to be default printer in a session', SINCE_XP, [offOn('fForceClientLptDef')]),
      machine('TS_EASY_PRINT', 'Use Remote Desktop Easy Print printer driver first', SINCE_2008_OR_7, [
        switched('UseUniversalPrinterDriverFirst', 3, 4),
      ]),
      user('TS_EASY_PRINT_User', 'Use Remote Desktop Easy Print printer driver first', SINCE_2008_OR_7, [
        switched('UseUniversalPrinterDriverFirst', 3, 4),
      ]),
      machine('TS_CLIENT_PRINTER', 'Do not allow client printer redirection', SINCE_XP, [onOff('fDisableCpm', 'listener.disablePrinters')]),
      machine('TS_FALLBACKPRINTDRIVERTYPE', 'Specify RD Session Host server fallback printer driver behavior', 'Windows Server 2003 with Service Pack 1 only', [
        onOff('fPolicyFallbackPrintDriver'),
        choice('FallbackPrintDriverType', [[1, 'Do nothing if one is not found.'], [2, 'Default to PCL if one is not found.'], [3, 'Default to PS if one is not found.'], [4, 'Show both PCL and PS if one is not found.']]),
      ]),
    ],
  },
  {
    template: 'TerminalServer-Server',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Printer Redirection',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_REDIRECT_CLIENT_PRN_ONLY', 'Redirect only the default client printer', SINCE_2008, [onOff('RedirectOnlyDefaultClientPrinter')]),
      user('TS_REDIRECT_CLIENT_PRN_ONLY_User', 'Redirect only the default client printer', SINCE_2008, [onOff('RedirectOnlyDefaultClientPrinter')]),
    ],
  },
];
