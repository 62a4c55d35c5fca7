// How long sessions last, and the policies of application compatibility and of Azure Virtual Desktop. Names, values
// and both encodings as the templates of Windows Server 2025 have them: TerminalServer.admx, TerminalServer-Server.admx, terminalserver-avd.admx.

import { remoteAppTimes, sessionTimes } from './choices';
import { TERMINAL_SERVICES, type PolicyGroup } from './policy';
import { choice, choiceOf, machine, number, offOn, onOff, text, texts, user } from './rows';
import { AZURE_VIRTUAL_DESKTOP, SINCE_2008, SINCE_2008_R2, SINCE_XP } from './supportedOn';

export const timeLimitPolicies: readonly PolicyGroup[] = [
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Session Time Limits',
    key: TERMINAL_SERVICES,
    rows: [
      user('TS_Session_End_On_Limit_1', 'End session when time limits are reached', SINCE_XP, [onOff('fResetBroken', 'listener.resetBroken')]),
      machine('TS_Session_End_On_Limit_2', 'End session when time limits are reached', SINCE_XP, [onOff('fResetBroken', 'listener.resetBroken')]),
      user('TS_SESSIONS_Disconnected_Timeout_1', 'Set time limit for disconnected sessions', SINCE_XP, [
        choiceOf('MaxDisconnectionTime', sessionTimes, { disabled: '0', setting: 'listener.maxDisconnectionTime' }),
      ], { note: 'Disabled writes the text "0" where the number of milliseconds would stand.' }),
      machine('TS_SESSIONS_Disconnected_Timeout_2', 'Set time limit for disconnected sessions', SINCE_XP, [
        choiceOf('MaxDisconnectionTime', sessionTimes, { disabled: '0', setting: 'listener.maxDisconnectionTime' }),
      ], { note: 'Disabled writes the text "0" where the number of milliseconds would stand. Wins over the policy of the user.' }),
      user('TS_SESSIONS_Idle_Limit_1', 'Set time limit for active but idle Remote Desktop Services sessions', SINCE_XP, [
        choiceOf('MaxIdleTime', sessionTimes, { required: true, setting: 'listener.maxIdleTime' }),
      ]),
      machine('TS_SESSIONS_Idle_Limit_2', 'Set time limit for active but idle Remote Desktop Services sessions', SINCE_XP, [
        choiceOf('MaxIdleTime', sessionTimes, { required: true, setting: 'listener.maxIdleTime' }),
      ], { note: 'Wins over the policy of the user.' }),
      user('TS_SESSIONS_Limits_1', 'Set time limit for active Remote Desktop Services sessions', SINCE_XP, [
        choiceOf('MaxConnectionTime', sessionTimes, { setting: 'listener.maxConnectionTime' }),
      ]),
      machine('TS_SESSIONS_Limits_2', 'Set time limit for active Remote Desktop Services sessions', SINCE_XP, [
        choiceOf('MaxConnectionTime', sessionTimes, { setting: 'listener.maxConnectionTime' }),
      ], { note: 'Wins over the policy of the user.' }),
    ],
  },
  {
    template: 'TerminalServer-Server',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Session Time Limits',
    key: TERMINAL_SERVICES,
    rows: [
      user('TS_SESSIONS_RemoteApp_End_Timeout', 'Set time limit for logoff of RemoteApp sessions', SINCE_2008, [
        choiceOf('RemoteAppLogoffTimeLimit', remoteAppTimes, { disabled: '0' }),
      ], { note: 'Disabled writes the text "0" where the number of milliseconds would stand.' }),
      machine('TS_SESSIONS_RemoteApp_End_Timeout_1', 'Set time limit for logoff of RemoteApp sessions', SINCE_2008, [
        choiceOf('RemoteAppLogoffTimeLimit', remoteAppTimes, { disabled: '0' }),
      ], { note: 'Disabled writes the text "0" where the number of milliseconds would stand.' }),
    ],
  },
  {
    template: 'TerminalServer-Server',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Application Compatibility',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_NET_ID_IP_VIRTUALIZATION', 'Select the network adapter to be used for Remote Desktop IP Virtualization', SINCE_2008_R2, [
        text('VIPAdapter', { required: true }),
      ], { key: TERMINAL_SERVICES + '\\TSAppSrv\\VirtualIP' }),
      machine('TS_NOT_USE_SERVER_IP_WITH_IP_VIRTUALIZATION', 'Do not use Remote Desktop Session Host server IP address when virtual IP address is not available', SINCE_2008_R2, [
        onOff('PromptOnIPLeaseFail'),
      ], { key: TERMINAL_SERVICES + '\\TSAppSrv\\VirtualIP' }),
      machine('TS_DISABLE_MSI', 'Turn off Windows Installer RDS Compatibility', SINCE_2008_R2, [
        offOn('Enable'),
      ], { key: TERMINAL_SERVICES + '\\TSAppSrv\\TSMSI' }),
      machine('TS_ENABLE_IP_VIRTUALIZATION', 'Turn on Remote Desktop IP Virtualization', SINCE_2008_R2, [
        onOff('EnableVirtualIP'),
        choice('VirtualMode', [[1, 'Per Program'], [0, 'Per Session']]),
        texts('PerApp'),
      ], { key: TERMINAL_SERVICES + '\\TSAppSrv\\VirtualIP' }),
    ],
  },
  {
    template: 'terminalserver-avd',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Azure Virtual Desktop',
    key: TERMINAL_SERVICES,
    rows: [
      machine('AVD_SERVER_HEVC', 'Configure H.265/HEVC hardware encoding for Remote Desktop Connections', AZURE_VIRTUAL_DESKTOP, [
        onOff('HEVCHardwareEncodePreferred'),
      ]),
      machine('AVD_SERVER_SCREEN_CAPTURE_PROTECTION', 'Enable screen capture protection', AZURE_VIRTUAL_DESKTOP, [
        choice('fEnableScreenCaptureProtect', [[1, 'Block screen capture on client'], [2, 'Block screen capture on client and server']]),
      ]),
      machine('AVD_SERVER_WATERMARKING', 'Enable watermarking', AZURE_VIRTUAL_DESKTOP, [
        onOff('fEnableWatermarking'),
        number('WatermarkingQrScale', 1, 10),
        number('WatermarkingOpacity', 100, 9999),
        number('WatermarkingWidthFactor', 100, 1000),
        number('WatermarkingHeightFactor', 100, 1000),
        choice('WatermarkingContent', [[0, 'Connection ID'], [1, 'Device ID']]),
      ]),
      machine('AVD_SERVER_CONNECTION_INTERVAL_GRAPHICS_DATA', 'Enable Graphics related data logging for every connection interval', AZURE_VIRTUAL_DESKTOP, [
        onOff('fEnableConnectionIntervalGraphicsData'),
      ]),
      machine('AVD_SERVER_UDP_PORT_REDIRECTOR', 'Enable RDP Shortpath for managed networks', AZURE_VIRTUAL_DESKTOP, [
        onOff('fUseUdpPortRedirector'),
        number('UdpRedirectorPort', 1024, 65535, { unit: 'port' }),
      ]),
      machine('AVD_SERVER_UDP_STUN_CLIENT_PORT_RANGE', 'Use port range for RDP Shortpath for unmanaged networks', AZURE_VIRTUAL_DESKTOP, [
        onOff('ICEEnableClientPortRange'),
        number('ICEClientPortBase', 1024, 49151, { unit: 'port' }),
        number('ICEClientPortRange', 100, 65535),
      ]),
    ],
  },
];
