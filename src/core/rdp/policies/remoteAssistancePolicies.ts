// Remote Assistance keeps its policies in the key of Remote Desktop Services; here so that they are not taken for unknown values.
// Source: RemoteAssistance.admx of Windows Server 2025, with its English texts.

import { TERMINAL_SERVICES, type PolicyGroup } from './policy';

export const remoteAssistancePolicies = [
  {
    template: 'RemoteAssistance',
    category: 'System > Remote Assistance',
    key: TERMINAL_SERVICES,
    rows: [
      {
        id: 'RA_Logging',
        class: 'machine',
        title: 'Turn on session logging',
        supportedOn: 'At least Windows Vista',
        writes: [{ kind: 'switch', name: 'LoggingEnabled', enabled: 1, disabled: 0 }],
      },
      {
        id: 'RA_EncryptedTicketOnly',
        class: 'machine',
        title: 'Allow only Windows Vista or later connections',
        supportedOn: 'At least Windows Vista',
        writes: [{ kind: 'switch', name: 'CreateEncryptedOnlyTickets', enabled: 1, disabled: 0 }],
      },
      {
        id: 'RA_Optimize_Bandwidth',
        class: 'machine',
        title: 'Turn on bandwidth optimization',
        supportedOn: 'At least Windows Vista',
        writes: [
          { kind: 'switch', name: 'UseBandwidthOptimization', enabled: 1, disabled: 0 },
          { kind: 'choice', name: 'OptimizeBandwidth', choices: [{ value: 14, meaning: 'No optimization' }, { value: 12, meaning: 'No full window drag' }, { value: 8, meaning: 'Turn off background' }, { value: 0, meaning: 'Full optimization' }] },
        ],
      },
      {
        id: 'RA_Options',
        class: 'machine',
        title: 'Customize warning messages',
        supportedOn: 'At least Windows Vista',
        writes: [
          { kind: 'switch', name: 'UseCustomMessages', enabled: 1, disabled: 0 },
          { kind: 'text', name: 'ShareControlMessage' },
          { kind: 'text', name: 'ViewMessage' },
        ],
      },
      {
        id: 'RA_Solicit',
        class: 'machine',
        title: 'Configure Solicited Remote Assistance',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [
          { kind: 'switch', name: 'fAllowToGetHelp', enabled: 1, disabled: 0 },
          { kind: 'choice', name: 'fAllowFullControl', choices: [{ value: 1, meaning: 'Allow helpers to remotely control the computer' }, { value: 0, meaning: 'Allow helpers to only view the computer' }] },
          { kind: 'number', name: 'MaxTicketExpiry', min: 1, max: 99 },
          { kind: 'choice', name: 'MaxTicketExpiryUnits', choices: [{ value: 0, meaning: 'Minutes' }, { value: 1, meaning: 'Hours' }, { value: 2, meaning: 'Days' }] },
          { kind: 'choice', name: 'fUseMailto', choices: [{ value: 0, meaning: 'Simple MAPI' }, { value: 1, meaning: 'Mailto' }] },
        ],
      },
      {
        id: 'RA_Unsolicit',
        class: 'machine',
        title: 'Configure Offer Remote Assistance',
        supportedOn: 'At least Windows Server 2003 operating systems or Windows XP Professional',
        writes: [
          { kind: 'switch', name: 'fAllowUnsolicited', enabled: 1, disabled: 0 },
          { kind: 'choice', name: 'fAllowUnsolicitedFullControl', choices: [{ value: 1, meaning: 'Allow helpers to remotely control the computer' }, { value: 0, meaning: 'Allow helpers to only view the computer' }] },
          { kind: 'list', key: 'RAUnsolicit' },
        ],
      },
    ],
  },
] as const satisfies readonly PolicyGroup[];
