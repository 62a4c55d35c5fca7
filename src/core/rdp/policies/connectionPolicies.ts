// Who may connect, how many and how: the policies of the categories Connections and RD Connection Broker. Names, values
// and both encodings as the templates of Windows Server 2025 have them: TerminalServer.admx, TerminalServer-Server.admx.

import { shadowLevels } from './choices';
import { TERMINAL_SERVICES, type PolicyGroup } from './policy';
import { choice, choiceOf, machine, number, offOn, onOff, text, user } from './rows';
import { SINCE_2003, SINCE_2003_ENTERPRISE, SINCE_2008, SINCE_2008_R2, SINCE_8, SINCE_XP, UNTIL_7 } from './supportedOn';

export const connectionPolicies: readonly PolicyGroup[] = [
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Connections',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_AUTO_RECONNECT', 'Automatic reconnection', SINCE_XP, [offOn('fDisableAutoReconnect')]),
      machine('TS_DISABLE_CONNECTIONS', 'Allow users to connect remotely by using Remote Desktop Services', SINCE_XP, [
        offOn('fDenyTSConnections', 'denyConnections'),
      ], { note: 'Enabled allows connections and writes 0. Sessions that exist survive a change.' }),
      machine('TS_FORCIBLE_LOGOFF', 'Deny logoff of an administrator logged in to the console session', 'At least Windows XP and Windows Server 2003 only', [
        onOff('fDisableForcibleLogoff'),
      ], { note: 'Read by Windows XP and Server 2003 only.' }),
      machine('TS_KEEP_ALIVE', 'Configure keep-alive connection interval', SINCE_2003, [
        onOff('KeepAliveEnable', 'keepAliveEnable'),
        number('KeepAliveInterval', 1, 999_999, { unit: 'minutes', setting: 'keepAliveInterval' }),
      ], { note: 'Minutes. Not configured, the server never checks the state of a session. The interval has to be entered.' }),
      machine('TS_MAX_CON_POLICY', 'Limit number of connections', SINCE_2003, [
        number('MaxInstanceCount', 1, 999_999, { unit: 'sessions', setting: 'listener.maxInstanceCount' }),
      ], { note: 'For Session Hosts; 999999 means unlimited. Without the Session Host role two administrative sessions remain the limit.' }),
      machine('TS_RDSAppX_WaitForRegistration', 'Suspend user sign-in to complete app registration', 'At least Windows 8 Enterprise or Windows Server 2012', [
        onOff('LogonWaitForPackageRegistration'),
      ], { key: TERMINAL_SERVICES + '\\AllUserInstallAgent' }),
      user('TS_RemoteControl_1', 'Set rules for remote control of Remote Desktop Services user sessions', UNTIL_7, [
        choiceOf('Shadow', shadowLevels, { setting: 'listener.shadow' }),
      ], { note: '2 and 4 need no consent of the user.' }),
      machine('TS_RemoteControl_2', 'Set rules for remote control of Remote Desktop Services user sessions', UNTIL_7, [
        choiceOf('Shadow', shadowLevels, { setting: 'listener.shadow' }),
      ], { note: '2 and 4 need no consent of the user. Wins over the policy of the user.' }),
      machine('TS_SINGLE_SESSION', 'Restrict Remote Desktop Services users to a single Remote Desktop Services session', SINCE_2003, [
        onOff('fSingleSessionPerUser', 'singleSessionPerUser'),
      ], { note: 'Disabled, a user may have several sessions.' }),
      machine('TS_SELECT_NETWORK_DETECT', 'Select network detection on the server', SINCE_8, [
        choice('SelectNetworkDetect', [[0, 'Use both Connect Time Detect and Continuous Network Detect'], [1, 'Turn off Connect Time Detect'], [2, 'Turn off Continuous Network Detect'], [3, 'Turn off Connect Time Detect and Continuous Network Detect']], { setting: 'listener.selectNetworkDetect' }),
      ]),
      machine('TS_SELECT_TRANSPORT', 'Select RDP transport protocols', SINCE_8, [
        choice('SelectTransport', [[2, 'Use either UDP or TCP'], [1, 'Use only TCP']], { setting: 'listener.selectTransport' }),
      ], { note: 'Older templates also offered 0, UDP and TCP together.' }),
    ],
  },
  {
    template: 'TerminalServer-Server',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Connections',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_ALLOW_APPS', 'Allow remote start of unlisted programs', SINCE_2008, [onOff('fAllowUnlistedRemotePrograms')]),
      machine('TS_ENABLE_DFSS', 'Turn off Fair Share CPU Scheduling', SINCE_2008_R2, [
        offOn('EnableCpuQuota'),
      ], { key: 'SOFTWARE\\Policies\\Microsoft\\Windows\\Session Manager\\Quota System' }),
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > RD Connection Broker',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_JOIN_SESSION_DIRECTORY', 'Join RD Connection Broker', SINCE_2003_ENTERPRISE, [
        onOff('SessionDirectoryActive', 'sessionDirectoryActive'),
      ]),
      machine('TS_SD_ClustName', 'Configure RD Connection Broker farm name', SINCE_2003_ENTERPRISE, [
        text('SessionDirectoryClusterName', { longest: 128, required: true }),
      ]),
      machine('TS_SD_EXPOSE_ADDRESS', 'Use IP Address Redirection', SINCE_2003_ENTERPRISE, [onOff('SessionDirectoryExposeServerIP')]),
      machine('TS_SD_Loc', 'Configure RD Connection Broker server name', SINCE_2003_ENTERPRISE, [
        text('SessionDirectoryLocation', { longest: 128, required: true }),
      ]),
    ],
  },
  {
    template: 'TerminalServer-Server',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > RD Connection Broker',
    key: TERMINAL_SERVICES,
    rows: [
      machine('TS_SB_LOAD_BALANCING', 'Use RD Connection Broker load balancing', SINCE_2008, [onOff('ParticipateInLoadBalancing')]),
    ],
  },
];
