// How a session looks and which graphics it uses: the category Remote Session Environment. Names, values
// and both encodings as the templates of Windows Server 2025 have them: TerminalServer.admx, TerminalServer-Server.admx.

import { TERMINAL_SERVICES, type PolicyGroup } from './policy';
import { choice, machine, number, onOff, switched, text, user } from './rows';
import { ONLY_7, SINCE_10_OR_2016, SINCE_11_22H2, SINCE_2000, SINCE_2003, SINCE_2003_SP1, SINCE_2008, SINCE_2008_R2, SINCE_7, SINCE_8, SINCE_VISTA_SP1, SINCE_XP } from './supportedOn';

const PROGRAM = 'Program path and file name';
const DIRECTORY = 'Working Directory';
const QUALITIES = [[1, 'Highest (best quality)'], [2, 'Medium (default)'], [3, 'Lowest']] as const;

export const sessionPolicies: readonly PolicyGroup[] = [
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Remote Session Environment',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_COLORDEPTH', 'Limit maximum color depth', 'Windows Server 2008, Windows Server 2003, Windows 7, Windows Vista, and Windows XP', [
        choice('ColorDepth', [[999, 'Client Compatible'], [2, '15 bit'], [3, '16 bit'], [4, '24 bit'], [5, '32 bit']], { setting: 'listener.colorDepth' }),
      ]),
      machine('TS_MAXMONITOR', 'Limit number of monitors', SINCE_7, [number('MaxMonitors', 1, 16, { required: true })]),
      machine('TS_MAXDISPLAYRES', 'Limit maximum display resolution', SINCE_7, [
        number('MaxXResolution', 640, 8192, { label: 'Width', unit: 'pixels', required: true }),
        number('MaxYResolution', 480, 8192, { label: 'Height', unit: 'pixels', required: true }),
      ]),
      machine('TS_DISABLE_REMOTE_DESKTOP_WALLPAPER', 'Enforce Removal of Remote Desktop Wallpaper', SINCE_XP, [onOff('fNoRemoteDesktopWallpaper')]),
      machine('TS_NoDisconnectMenu', 'Remove "Disconnect" option from Shut Down dialog', SINCE_2000, [
        switched('NoDisconnect', 1, null),
      ], { key: 'Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer' }),
      machine('TS_NoSecurityMenu', 'Remove Windows Security item from Start menu', SINCE_2000, [
        switched('NoNTSecurity', 1, null),
      ], { key: 'Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer' }),
      user('TS_START_PROGRAM_1', 'Start a program on connection', SINCE_2003, [
        switched('fInheritInitialProgram', 1, null),
        text('InitialProgram', { label: PROGRAM, required: true }),
        text('WorkDirectory', { label: DIRECTORY }),
      ]),
      machine('TS_START_PROGRAM_2', 'Start a program on connection', SINCE_2003, [
        text('InitialProgram', { label: PROGRAM, required: true }),
        text('WorkDirectory', { label: DIRECTORY }),
      ]),
      machine('TS_TURNOFF_SINGLEAPP', 'Always show desktop on connection', SINCE_2003_SP1, [onOff('fTurnOffSingleAppMode')]),
      machine('TS_SERVER_IMAGE_QUALITY', 'Configure image quality for RemoteFX Adaptive Graphics', SINCE_8, [
        choice('ImageQuality', [[1, 'Lossless'], [2, 'High'], [3, 'Medium'], [4, 'Low']]),
      ]),
      machine('TS_SERVER_PROFILE', 'Configure RemoteFX Adaptive Graphics', SINCE_8, [
        choice('GraphicsProfile', [[2, 'Let the system choose experience for network condition'], [1, 'Optimize for server scalability'], [3, 'Optimize for minimum bandwidth usage']]),
      ]),
      machine('TS_SERVER_COMPRESSOR', 'Configure compression for RemoteFX data', SINCE_VISTA_SP1, [
        choice('MaxCompressionLevel', [[1, 'Optimized to use less memory'], [3, 'Optimized to use less network bandwidth'], [2, 'Balances memory and network bandwidth'], [0, 'Do not use an RDP compression algorithm']]),
      ]),
      machine('TS_SERVER_WDDM_GRAPHICS_DRIVER', 'Use WDDM graphics display driver for Remote Desktop Connections', 'Windows 10 Version 1903, Windows 10 Version 1909, and Windows 10 Version 2004', [
        onOff('fEnableWddmDriver'),
      ]),
      machine('TS_SERVER_ADVANCED_REMOTEFX_REMOTEAPP', 'Use advanced RemoteFX graphics for RemoteApp', 'At least Windows Server 2012 R2 or Windows 8.1', [
        onOff('fEnableRemoteFXAdvancedRemoteApp'),
      ]),
      machine('TS_SERVER_REMOTEAPP_USE_SHELLAPPRUNTIME', 'Enable enhanced shell experience for RemoteApp', SINCE_11_22H2, [
        onOff('UseShellAppRuntimeRemoteApp'),
      ]),
      machine('TS_SERVER_AVC_HW_ENCODE_PREFERRED', 'Configure H.264/AVC hardware encoding for Remote Desktop Connections', SINCE_10_OR_2016, [
        onOff('AVCHardwareEncodePreferred'),
      ]),
      machine('TS_SERVER_AVC444_MODE_PREFERRED', 'Prioritize H.264/AVC 444 graphics mode for Remote Desktop Connections', SINCE_10_OR_2016, [
        onOff('AVC444ModePreferred'),
      ]),
      machine('TS_SERVER_LEGACY_RFX', 'Enable RemoteFX encoding for RemoteFX clients designed for Windows Server 2008 R2 SP1', SINCE_8, [
        onOff('fEnableVirtualizedGraphics'),
      ]),
      machine('TS_DX_USE_FULL_HWGPU', 'Use hardware graphics adapters for all Remote Desktop Services sessions', SINCE_8, [
        onOff('bEnumerateHWBeforeSW'),
      ]),
    ],
  },
  {
    template: 'TerminalServer-Server',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Remote Session Environment',
    key: TERMINAL_SERVICES,
    rows: [
      user('TS_DISABLE_REMOTE_DESKTOP_WALLPAPER', 'Remove remote desktop wallpaper', SINCE_2008, [onOff('fNoRemoteDesktopWallpaper')]),
      user('TS_TURNOFF_SINGLEAPP', 'Always show desktop on connection', SINCE_2008, [onOff('fTurnOffSingleAppMode')]),
      machine('TS_ALLOW_DESKTOPCOMPOSITION', 'Allow desktop composition for remote desktop sessions', 'Windows Server 2008 R2 only', [
        onOff('fAllowDesktopCompositionOnServer'),
      ]),
      machine('TS_DISALLOW_FONT_SMOOTHING', 'Do not allow font smoothing', SINCE_2008_R2, [onOff('fNoFontSmoothing')]),
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Remote Session Environment > RemoteFX for Windows Server 2008 R2',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_SERVER_VISEXP', 'Optimize visual experience for Remote Desktop Service Sessions', ONLY_7, [
        choice('VisualExperiencePolicy', [[1, 'Rich multimedia'], [2, 'Text']]),
      ]),
      machine('TS_EnableVirtualGraphics', 'Configure RemoteFX', ONLY_7, [onOff('fEnableVirtualizedGraphics')]),
      machine('TS_RemoteDesktopVirtualGraphics', 'Optimize visual experience when using RemoteFX', ONLY_7, [
        choice('VGOptimization_CaptureFrameRate', QUALITIES, { label: 'Screen capture rate (frames per second):' }),
        choice('VGOptimization_CompressionRatio', QUALITIES, { label: 'Screen Image Quality:' }),
      ]),
    ],
  },
];
