// How a session looks and which graphics it uses: the category Remote Session Environment. Names, values
// and both encodings as the templates of Windows Server 2025 have them: TerminalServer.admx, TerminalServer-Server.admx.

import { TERMINAL_SERVICES, type PolicyGroup } from './policy';

export const sessionPolicies = [
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Remote Session Environment',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_COLORDEPTH',
        class: 'machine',
        title: 'Limit maximum color depth',
        supportedOn: 'Windows Server 2008, Windows Server 2003, Windows 7, Windows Vista, and Windows XP',
        writes: [
          { kind: 'choice', name: 'ColorDepth', choices: [{ value: 999, meaning: 'Client Compatible' }, { value: 2, meaning: '15 bit' }, { value: 3, meaning: '16 bit' }, { value: 4, meaning: '24 bit' }, { value: 5, meaning: '32 bit' }], setting: 'listener.colorDepth' },
        ],
      },
      {
        id: 'TS_MAXMONITOR',
        class: 'machine',
        title: 'Limit number of monitors',
        supportedOn: 'At least Windows Server 2008 R2 or Windows 7',
        writes: [{ kind: 'number', name: 'MaxMonitors', min: 1, max: 16, required: true }],
      },
      {
        id: 'TS_MAXDISPLAYRES',
        class: 'machine',
        title: 'Limit maximum display resolution',
        supportedOn: 'At least Windows Server 2008 R2 or Windows 7',
        writes: [
          { kind: 'number', name: 'MaxXResolution', min: 640, max: 8192, unit: 'pixels', required: true },
          { kind: 'number', name: 'MaxYResolution', min: 480, max: 8192, unit: 'pixels', required: true },
        ],
      },
      {
        id: 'TS_DISABLE_REMOTE_DESKTOP_WALLPAPER',
        class: 'machine',
        title: 'Enforce Removal of Remote Desktop Wallpaper',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'switch', name: 'fNoRemoteDesktopWallpaper', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_NoDisconnectMenu',
        class: 'machine',
        title: 'Remove "Disconnect" option from Shut Down dialog',
        supportedOn: 'At least Windows 2000 Terminal Services',
        key: 'Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer',
        writes: [{ kind: 'switch', name: 'NoDisconnect', enabled: 1, disabled: null }],
      },
      {
        id: 'TS_NoSecurityMenu',
        class: 'machine',
        title: 'Remove Windows Security item from Start menu',
        supportedOn: 'At least Windows 2000 Terminal Services',
        key: 'Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer',
        writes: [{ kind: 'switch', name: 'NoNTSecurity', enabled: 1, disabled: null }],
      },
      {
        id: 'TS_START_PROGRAM_1',
        class: 'user',
        title: 'Start a program on connection',
        supportedOn: 'At least Windows Server 2003',
        writes: [
          { kind: 'switch', name: 'fInheritInitialProgram', enabled: 1, disabled: null },
          { kind: 'text', name: 'InitialProgram', required: true },
          { kind: 'text', name: 'WorkDirectory' },
        ],
      },
      {
        id: 'TS_START_PROGRAM_2',
        class: 'machine',
        title: 'Start a program on connection',
        supportedOn: 'At least Windows Server 2003',
        writes: [
          { kind: 'text', name: 'InitialProgram', required: true },
          { kind: 'text', name: 'WorkDirectory' },
        ],
      },
      {
        id: 'TS_TURNOFF_SINGLEAPP',
        class: 'machine',
        title: 'Always show desktop on connection',
        supportedOn: 'At least Windows Server 2003 with Service Pack 1',
        writes: [{ kind: 'switch', name: 'fTurnOffSingleAppMode', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_SERVER_IMAGE_QUALITY',
        class: 'machine',
        title: 'Configure image quality for RemoteFX Adaptive Graphics',
        supportedOn: 'At least Windows Server 2012, Windows 8 or Windows RT',
        writes: [
          { kind: 'choice', name: 'ImageQuality', choices: [{ value: 1, meaning: 'Lossless' }, { value: 2, meaning: 'High' }, { value: 3, meaning: 'Medium' }, { value: 4, meaning: 'Low' }] },
        ],
      },
      {
        id: 'TS_SERVER_PROFILE',
        class: 'machine',
        title: 'Configure RemoteFX Adaptive Graphics',
        supportedOn: 'At least Windows Server 2012, Windows 8 or Windows RT',
        writes: [
          { kind: 'choice', name: 'GraphicsProfile', choices: [{ value: 2, meaning: 'Let the system choose experience for network condition' }, { value: 1, meaning: 'Optimize for server scalability' }, { value: 3, meaning: 'Optimize for minimum bandwidth usage' }] },
        ],
      },
      {
        id: 'TS_SERVER_COMPRESSOR',
        class: 'machine',
        title: 'Configure compression for RemoteFX data',
        supportedOn: 'At least Windows Vista with Service Pack 1',
        writes: [
          { kind: 'choice', name: 'MaxCompressionLevel', choices: [{ value: 1, meaning: 'Optimized to use less memory' }, { value: 3, meaning: 'Optimized to use less network bandwidth' }, { value: 2, meaning: 'Balances memory and network bandwidth' }, { value: 0, meaning: 'Do not use an RDP compression algorithm' }] },
        ],
      },
      {
        id: 'TS_SERVER_WDDM_GRAPHICS_DRIVER',
        class: 'machine',
        title: 'Use WDDM graphics display driver for Remote Desktop Connections',
        supportedOn: 'Windows 10 Version 1903, Windows 10 Version 1909, and Windows 10 Version 2004',
        writes: [{ kind: 'switch', name: 'fEnableWddmDriver', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_SERVER_ADVANCED_REMOTEFX_REMOTEAPP',
        class: 'machine',
        title: 'Use advanced RemoteFX graphics for RemoteApp',
        supportedOn: 'At least Windows Server 2012 R2 or Windows 8.1',
        writes: [{ kind: 'switch', name: 'fEnableRemoteFXAdvancedRemoteApp', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_SERVER_REMOTEAPP_USE_SHELLAPPRUNTIME',
        class: 'machine',
        title: 'Enable enhanced shell experience for RemoteApp',
        supportedOn: 'At least Windows 11 Version 22H2',
        writes: [{ kind: 'switch', name: 'UseShellAppRuntimeRemoteApp', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_SERVER_AVC_HW_ENCODE_PREFERRED',
        class: 'machine',
        title: 'Configure H.264/AVC hardware encoding for Remote Desktop Connections',
        supportedOn: 'At least Windows Server 2016, Windows 10',
        writes: [{ kind: 'switch', name: 'AVCHardwareEncodePreferred', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_SERVER_AVC444_MODE_PREFERRED',
        class: 'machine',
        title: 'Prioritize H.264/AVC 444 graphics mode for Remote Desktop Connections',
        supportedOn: 'At least Windows Server 2016, Windows 10',
        writes: [{ kind: 'switch', name: 'AVC444ModePreferred', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_SERVER_LEGACY_RFX',
        class: 'machine',
        title: 'Enable RemoteFX encoding for RemoteFX clients designed for Windows Server 2008 R2 SP1',
        supportedOn: 'At least Windows Server 2012, Windows 8 or Windows RT',
        writes: [{ kind: 'switch', name: 'fEnableVirtualizedGraphics', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_DX_USE_FULL_HWGPU',
        class: 'machine',
        title: 'Use hardware graphics adapters for all Remote Desktop Services sessions',
        supportedOn: 'At least Windows Server 2012, Windows 8 or Windows RT',
        writes: [{ kind: 'switch', name: 'bEnumerateHWBeforeSW', enabled: 1, disabled: 0 }],
      },
    ],
  },
  {
    template: 'TerminalServer-Server',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Remote Session Environment',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_DISABLE_REMOTE_DESKTOP_WALLPAPER',
        class: 'user',
        title: 'Remove remote desktop wallpaper',
        supportedOn: 'At least Windows Server 2008',
        writes: [{ kind: 'switch', name: 'fNoRemoteDesktopWallpaper', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_TURNOFF_SINGLEAPP',
        class: 'user',
        title: 'Always show desktop on connection',
        supportedOn: 'At least Windows Server 2008',
        writes: [{ kind: 'switch', name: 'fTurnOffSingleAppMode', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_ALLOW_DESKTOPCOMPOSITION',
        class: 'machine',
        title: 'Allow desktop composition for remote desktop sessions',
        supportedOn: 'Windows Server 2008 R2 only',
        writes: [{ kind: 'switch', name: 'fAllowDesktopCompositionOnServer', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_DISALLOW_FONT_SMOOTHING',
        class: 'machine',
        title: 'Do not allow font smoothing',
        supportedOn: 'At least Windows Server 2008 R2',
        writes: [{ kind: 'switch', name: 'fNoFontSmoothing', enabled: 1, disabled: 0 }],
      },
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Remote Session Environment > RemoteFX for Windows Server 2008 R2',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_SERVER_VISEXP',
        class: 'machine',
        title: 'Optimize visual experience for Remote Desktop Service Sessions',
        supportedOn: 'Windows 7 or Windows Server 2008 R2 (and their subsequent Service Packs) only',
        writes: [
          { kind: 'choice', name: 'VisualExperiencePolicy', choices: [{ value: 1, meaning: 'Rich multimedia' }, { value: 2, meaning: 'Text' }] },
        ],
      },
      {
        id: 'TS_EnableVirtualGraphics',
        class: 'machine',
        title: 'Configure RemoteFX',
        supportedOn: 'Windows 7 or Windows Server 2008 R2 (and their subsequent Service Packs) only',
        writes: [{ kind: 'switch', name: 'fEnableVirtualizedGraphics', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_RemoteDesktopVirtualGraphics',
        class: 'machine',
        title: 'Optimize visual experience when using RemoteFX',
        supportedOn: 'Windows 7 or Windows Server 2008 R2 (and their subsequent Service Packs) only',
        writes: [
          { kind: 'choice', name: 'VGOptimization_CaptureFrameRate', choices: [{ value: 1, meaning: 'Highest (best quality)' }, { value: 2, meaning: 'Medium (default)' }, { value: 3, meaning: 'Lowest' }] },
          { kind: 'choice', name: 'VGOptimization_CompressionRatio', choices: [{ value: 1, meaning: 'Highest (best quality)' }, { value: 2, meaning: 'Medium (default)' }, { value: 3, meaning: 'Lowest' }] },
        ],
      },
    ],
  },
] as const satisfies readonly PolicyGroup[];
