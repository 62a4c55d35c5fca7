// How long sessions last, and the policies of application compatibility and of Azure Virtual Desktop. Names, values
// and both encodings as the templates of Windows Server 2025 have them: TerminalServer.admx, TerminalServer-Server.admx, terminalserver-avd.admx.

import { remoteAppTimes, sessionTimes } from './choices';
import { TERMINAL_SERVICES, type PolicyGroup } from './policy';

export const timeLimitPolicies = [
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Session Time Limits',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_Session_End_On_Limit_1',
        class: 'user',
        title: 'End session when time limits are reached',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'switch', name: 'fResetBroken', enabled: 1, disabled: 0, setting: 'listener.resetBroken' }],
      },
      {
        id: 'TS_Session_End_On_Limit_2',
        class: 'machine',
        title: 'End session when time limits are reached',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'switch', name: 'fResetBroken', enabled: 1, disabled: 0, setting: 'listener.resetBroken' }],
      },
      {
        id: 'TS_SESSIONS_Disconnected_Timeout_1',
        class: 'user',
        title: 'Set time limit for disconnected sessions',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [
          { kind: 'choice', name: 'MaxDisconnectionTime', choices: sessionTimes, disabled: '0', setting: 'listener.maxDisconnectionTime' },
        ],
        note: 'Disabled writes the text "0" where the number of milliseconds would stand.',
      },
      {
        id: 'TS_SESSIONS_Disconnected_Timeout_2',
        class: 'machine',
        title: 'Set time limit for disconnected sessions',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [
          { kind: 'choice', name: 'MaxDisconnectionTime', choices: sessionTimes, disabled: '0', setting: 'listener.maxDisconnectionTime' },
        ],
        note: 'Disabled writes the text "0" where the number of milliseconds would stand. Wins over the policy of the user.',
      },
      {
        id: 'TS_SESSIONS_Idle_Limit_1',
        class: 'user',
        title: 'Set time limit for active but idle Remote Desktop Services sessions',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'choice', name: 'MaxIdleTime', choices: sessionTimes, required: true, setting: 'listener.maxIdleTime' }],
      },
      {
        id: 'TS_SESSIONS_Idle_Limit_2',
        class: 'machine',
        title: 'Set time limit for active but idle Remote Desktop Services sessions',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'choice', name: 'MaxIdleTime', choices: sessionTimes, required: true, setting: 'listener.maxIdleTime' }],
        note: 'Wins over the policy of the user.',
      },
      {
        id: 'TS_SESSIONS_Limits_1',
        class: 'user',
        title: 'Set time limit for active Remote Desktop Services sessions',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'choice', name: 'MaxConnectionTime', choices: sessionTimes, setting: 'listener.maxConnectionTime' }],
      },
      {
        id: 'TS_SESSIONS_Limits_2',
        class: 'machine',
        title: 'Set time limit for active Remote Desktop Services sessions',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'choice', name: 'MaxConnectionTime', choices: sessionTimes, setting: 'listener.maxConnectionTime' }],
        note: 'Wins over the policy of the user.',
      },
    ],
  },
  {
    template: 'TerminalServer-Server',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Session Time Limits',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_SESSIONS_RemoteApp_End_Timeout',
        class: 'user',
        title: 'Set time limit for logoff of RemoteApp sessions',
        supportedOn: 'At least Windows Server 2008',
        writes: [{ kind: 'choice', name: 'RemoteAppLogoffTimeLimit', choices: remoteAppTimes, disabled: '0' }],
        note: 'Disabled writes the text "0" where the number of milliseconds would stand.',
      },
      {
        id: 'TS_SESSIONS_RemoteApp_End_Timeout_1',
        class: 'machine',
        title: 'Set time limit for logoff of RemoteApp sessions',
        supportedOn: 'At least Windows Server 2008',
        writes: [{ kind: 'choice', name: 'RemoteAppLogoffTimeLimit', choices: remoteAppTimes, disabled: '0' }],
        note: 'Disabled writes the text "0" where the number of milliseconds would stand.',
      },
    ],
  },
  {
    template: 'TerminalServer-Server',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Application Compatibility',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_NET_ID_IP_VIRTUALIZATION',
        class: 'machine',
        title: 'Select the network adapter to be used for Remote Desktop IP Virtualization',
        supportedOn: 'At least Windows Server 2008 R2',
        key: TERMINAL_SERVICES + '\\TSAppSrv\\VirtualIP',
        writes: [{ kind: 'text', name: 'VIPAdapter', required: true }],
      },
      {
        id: 'TS_NOT_USE_SERVER_IP_WITH_IP_VIRTUALIZATION',
        class: 'machine',
        title: 'Do not use Remote Desktop Session Host server IP address when virtual IP address is not available',
        supportedOn: 'At least Windows Server 2008 R2',
        key: TERMINAL_SERVICES + '\\TSAppSrv\\VirtualIP',
        writes: [{ kind: 'switch', name: 'PromptOnIPLeaseFail', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_DISABLE_MSI',
        class: 'machine',
        title: 'Turn off Windows Installer RDS Compatibility',
        supportedOn: 'At least Windows Server 2008 R2',
        key: TERMINAL_SERVICES + '\\TSAppSrv\\TSMSI',
        writes: [{ kind: 'switch', name: 'Enable', enabled: 0, disabled: 1 }],
      },
      {
        id: 'TS_ENABLE_IP_VIRTUALIZATION',
        class: 'machine',
        title: 'Turn on Remote Desktop IP Virtualization',
        supportedOn: 'At least Windows Server 2008 R2',
        key: TERMINAL_SERVICES + '\\TSAppSrv\\VirtualIP',
        writes: [
          { kind: 'switch', name: 'EnableVirtualIP', enabled: 1, disabled: 0 },
          { kind: 'choice', name: 'VirtualMode', choices: [{ value: 1, meaning: 'Per Program' }, { value: 0, meaning: 'Per Session' }] },
          { kind: 'texts', name: 'PerApp' },
        ],
      },
    ],
  },
  {
    template: 'terminalserver-avd',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Azure Virtual Desktop',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'AVD_SERVER_HEVC',
        class: 'machine',
        title: 'Configure H.265/HEVC hardware encoding for Remote Desktop Connections',
        supportedOn: 'Azure Virtual Desktop',
        writes: [{ kind: 'switch', name: 'HEVCHardwareEncodePreferred', enabled: 1, disabled: 0 }],
      },
      {
        id: 'AVD_SERVER_SCREEN_CAPTURE_PROTECTION',
        class: 'machine',
        title: 'Enable screen capture protection',
        supportedOn: 'Azure Virtual Desktop',
        writes: [
          { kind: 'choice', name: 'fEnableScreenCaptureProtect', choices: [{ value: 1, meaning: 'Block screen capture on client' }, { value: 2, meaning: 'Block screen capture on client and server' }] },
        ],
      },
      {
        id: 'AVD_SERVER_WATERMARKING',
        class: 'machine',
        title: 'Enable watermarking',
        supportedOn: 'Azure Virtual Desktop',
        writes: [
          { kind: 'switch', name: 'fEnableWatermarking', enabled: 1, disabled: 0 },
          { kind: 'number', name: 'WatermarkingQrScale', min: 1, max: 10 },
          { kind: 'number', name: 'WatermarkingOpacity', min: 100, max: 9999 },
          { kind: 'number', name: 'WatermarkingWidthFactor', min: 100, max: 1000 },
          { kind: 'number', name: 'WatermarkingHeightFactor', min: 100, max: 1000 },
          { kind: 'choice', name: 'WatermarkingContent', choices: [{ value: 0, meaning: 'Connection ID' }, { value: 1, meaning: 'Device ID' }] },
        ],
      },
      {
        id: 'AVD_SERVER_CONNECTION_INTERVAL_GRAPHICS_DATA',
        class: 'machine',
        title: 'Enable Graphics related data logging for every connection interval',
        supportedOn: 'Azure Virtual Desktop',
        writes: [{ kind: 'switch', name: 'fEnableConnectionIntervalGraphicsData', enabled: 1, disabled: 0 }],
      },
      {
        id: 'AVD_SERVER_UDP_PORT_REDIRECTOR',
        class: 'machine',
        title: 'Enable RDP Shortpath for managed networks',
        supportedOn: 'Azure Virtual Desktop',
        writes: [
          { kind: 'switch', name: 'fUseUdpPortRedirector', enabled: 1, disabled: 0 },
          { kind: 'number', name: 'UdpRedirectorPort', min: 1024, max: 65535, unit: 'port' },
        ],
      },
      {
        id: 'AVD_SERVER_UDP_STUN_CLIENT_PORT_RANGE',
        class: 'machine',
        title: 'Use port range for RDP Shortpath for unmanaged networks',
        supportedOn: 'Azure Virtual Desktop',
        writes: [
          { kind: 'switch', name: 'ICEEnableClientPortRange', enabled: 1, disabled: 0 },
          { kind: 'number', name: 'ICEClientPortBase', min: 1024, max: 49151, unit: 'port' },
          { kind: 'number', name: 'ICEClientPortRange', min: 100, max: 65535 },
        ],
      },
    ],
  },
] as const satisfies readonly PolicyGroup[];
