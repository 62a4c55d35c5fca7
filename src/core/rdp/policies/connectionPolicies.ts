// Who may connect, how many and how: the policies of the categories Connections and RD Connection Broker. Names, values
// and both encodings as the templates of Windows Server 2025 have them: TerminalServer.admx, TerminalServer-Server.admx.

import { shadowLevels } from './choices';
import { TERMINAL_SERVICES, type PolicyGroup } from './policy';

export const connectionPolicies = [
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Connections',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_AUTO_RECONNECT',
        class: 'machine',
        title: 'Automatic reconnection',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'switch', name: 'fDisableAutoReconnect', enabled: 0, disabled: 1 }],
      },
      {
        id: 'TS_DISABLE_CONNECTIONS',
        class: 'machine',
        title: 'Allow users to connect remotely by using Remote Desktop Services',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [{ kind: 'switch', name: 'fDenyTSConnections', enabled: 0, disabled: 1, setting: 'denyConnections' }],
        note: 'Enabled allows connections and writes 0. Sessions that exist survive a change.',
      },
      {
        id: 'TS_FORCIBLE_LOGOFF',
        class: 'machine',
        title: 'Deny logoff of an administrator logged in to the console session',
        supportedOn: 'At least Windows XP and Windows Server 2003 only',
        writes: [{ kind: 'switch', name: 'fDisableForcibleLogoff', enabled: 1, disabled: 0 }],
        note: 'Read by Windows XP and Server 2003 only.',
      },
      {
        id: 'TS_KEEP_ALIVE',
        class: 'machine',
        title: 'Configure keep-alive connection interval',
        supportedOn: 'At least Windows Server 2003',
        writes: [
          { kind: 'switch', name: 'KeepAliveEnable', enabled: 1, disabled: 0, setting: 'keepAliveEnable' },
          { kind: 'number', name: 'KeepAliveInterval', min: 1, max: 999999, unit: 'minutes', setting: 'keepAliveInterval' },
        ],
        note: 'Minutes. Not configured, the server never checks the state of a session. The interval has to be entered.',
      },
      {
        id: 'TS_MAX_CON_POLICY',
        class: 'machine',
        title: 'Limit number of connections',
        supportedOn: 'At least Windows Server 2003',
        writes: [
          { kind: 'number', name: 'MaxInstanceCount', min: 1, max: 999999, unit: 'sessions', setting: 'listener.maxInstanceCount' },
        ],
        note: '999999 means unlimited. Without the Session Host role two administrative sessions remain the limit.',
      },
      {
        id: 'TS_RDSAppX_WaitForRegistration',
        class: 'machine',
        title: 'Suspend user sign-in to complete app registration',
        supportedOn: 'At least Windows 8 Enterprise or Windows Server 2012',
        key: TERMINAL_SERVICES + '\\AllUserInstallAgent',
        writes: [{ kind: 'switch', name: 'LogonWaitForPackageRegistration', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_RemoteControl_1',
        class: 'user',
        title: 'Set rules for remote control of Remote Desktop Services user sessions',
        supportedOn: 'Windows Server 2008 R2, Windows Server 2008, Windows Server 2003, Windows 7, Windows Vista, and Windows XP',
        writes: [{ kind: 'choice', name: 'Shadow', choices: shadowLevels, setting: 'listener.shadow' }],
        note: '2 and 4 need no consent of the user.',
      },
      {
        id: 'TS_RemoteControl_2',
        class: 'machine',
        title: 'Set rules for remote control of Remote Desktop Services user sessions',
        supportedOn: 'Windows Server 2008 R2, Windows Server 2008, Windows Server 2003, Windows 7, Windows Vista, and Windows XP',
        writes: [{ kind: 'choice', name: 'Shadow', choices: shadowLevels, setting: 'listener.shadow' }],
        note: '2 and 4 need no consent of the user. Wins over the policy of the user.',
      },
      {
        id: 'TS_SINGLE_SESSION',
        class: 'machine',
        title: 'Restrict Remote Desktop Services users to a single Remote Desktop Services session',
        supportedOn: 'At least Windows Server 2003',
        writes: [{ kind: 'switch', name: 'fSingleSessionPerUser', enabled: 1, disabled: 0, setting: 'singleSessionPerUser' }],
        note: 'Disabled, a user may have several sessions.',
      },
      {
        id: 'TS_SELECT_NETWORK_DETECT',
        class: 'machine',
        title: 'Select network detection on the server',
        supportedOn: 'At least Windows Server 2012, Windows 8 or Windows RT',
        writes: [
          { kind: 'choice', name: 'SelectNetworkDetect', choices: [{ value: 0, meaning: 'Use both Connect Time Detect and Continuous Network Detect' }, { value: 1, meaning: 'Turn off Connect Time Detect' }, { value: 2, meaning: 'Turn off Continuous Network Detect' }, { value: 3, meaning: 'Turn off Connect Time Detect and Continuous Network Detect' }], setting: 'listener.selectNetworkDetect' },
        ],
      },
      {
        id: 'TS_SELECT_TRANSPORT',
        class: 'machine',
        title: 'Select RDP transport protocols',
        supportedOn: 'At least Windows Server 2012, Windows 8 or Windows RT',
        writes: [
          { kind: 'choice', name: 'SelectTransport', choices: [{ value: 2, meaning: 'Use either UDP or TCP' }, { value: 1, meaning: 'Use only TCP' }], setting: 'listener.selectTransport' },
        ],
        note: 'Older templates also offered 0, UDP and TCP together.',
      },
    ],
  },
  {
    template: 'TerminalServer-Server',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Connections',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_ALLOW_APPS',
        class: 'machine',
        title: 'Allow remote start of unlisted programs',
        supportedOn: 'At least Windows Server 2008',
        writes: [{ kind: 'switch', name: 'fAllowUnlistedRemotePrograms', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_ENABLE_DFSS',
        class: 'machine',
        title: 'Turn off Fair Share CPU Scheduling',
        supportedOn: 'At least Windows Server 2008 R2',
        key: 'SOFTWARE\\Policies\\Microsoft\\Windows\\Session Manager\\Quota System',
        writes: [{ kind: 'switch', name: 'EnableCpuQuota', enabled: 0, disabled: 1 }],
      },
    ],
  },
  {
    template: 'TerminalServer',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > RD Connection Broker',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_JOIN_SESSION_DIRECTORY',
        class: 'machine',
        title: 'Join RD Connection Broker',
        supportedOn: 'At least Windows Server 2003, Enterprise Edition',
        writes: [{ kind: 'switch', name: 'SessionDirectoryActive', enabled: 1, disabled: 0, setting: 'sessionDirectoryActive' }],
      },
      {
        id: 'TS_SD_ClustName',
        class: 'machine',
        title: 'Configure RD Connection Broker farm name',
        supportedOn: 'At least Windows Server 2003, Enterprise Edition',
        writes: [{ kind: 'text', name: 'SessionDirectoryClusterName', longest: 128, required: true }],
      },
      {
        id: 'TS_SD_EXPOSE_ADDRESS',
        class: 'machine',
        title: 'Use IP Address Redirection',
        supportedOn: 'At least Windows Server 2003, Enterprise Edition',
        writes: [{ kind: 'switch', name: 'SessionDirectoryExposeServerIP', enabled: 1, disabled: 0 }],
      },
      {
        id: 'TS_SD_Loc',
        class: 'machine',
        title: 'Configure RD Connection Broker server name',
        supportedOn: 'At least Windows Server 2003, Enterprise Edition',
        writes: [{ kind: 'text', name: 'SessionDirectoryLocation', longest: 128, required: true }],
      },
    ],
  },
  {
    template: 'TerminalServer-Server',
    category: 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > RD Connection Broker',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'TS_SB_LOAD_BALANCING',
        class: 'machine',
        title: 'Use RD Connection Broker load balancing',
        supportedOn: 'At least Windows Server 2008',
        writes: [{ kind: 'switch', name: 'ParticipateInLoadBalancing', enabled: 1, disabled: 0 }],
      },
    ],
  },
] as const satisfies readonly PolicyGroup[];
