// Remote Assistance keeps its policies in the key of Remote Desktop Services; here so that they are not taken for unknown values.
// Source: RemoteAssistance.admx of Windows Server 2025, with its English texts.

import { TERMINAL_SERVICES, type PolicyGroup } from './policy';
import { choice, list, machine, number, onOff, text } from './rows';
import { SINCE_VISTA, SINCE_XP } from './supportedOn';

export const remoteAssistancePolicies: readonly PolicyGroup[] = [
  {
    template: 'RemoteAssistance',
    category: 'System > Remote Assistance',
    key: TERMINAL_SERVICES,
    rows: [
      machine('RA_Logging', 'Turn on session logging', SINCE_VISTA, [onOff('LoggingEnabled')]),
      machine('RA_EncryptedTicketOnly', 'Allow only Windows Vista or later connections', SINCE_VISTA, [onOff('CreateEncryptedOnlyTickets')]),
      machine('RA_Optimize_Bandwidth', 'Turn on bandwidth optimization', SINCE_VISTA, [
        onOff('UseBandwidthOptimization'),
        choice('OptimizeBandwidth', [[14, 'No optimization'], [12, 'No full window drag'], [8, 'Turn off background'], [0, 'Full optimization']]),
      ]),
      machine('RA_Options', 'Customize warning messages', SINCE_VISTA, [
        onOff('UseCustomMessages'),
        text('ShareControlMessage', { label: 'Display warning message before sharing control:' }),
        text('ViewMessage', { label: 'Display warning message before connecting:' }),
      ]),
      machine('RA_Solicit', 'Configure Solicited Remote Assistance', SINCE_XP, [
        onOff('fAllowToGetHelp'),
        choice('fAllowFullControl', [[1, 'Allow helpers to remotely control the computer'], [0, 'Allow helpers to only view the computer']]),
        number('MaxTicketExpiry', 1, 99),
        choice('MaxTicketExpiryUnits', [[0, 'Minutes'], [1, 'Hours'], [2, 'Days']]),
        choice('fUseMailto', [[0, 'Simple MAPI'], [1, 'Mailto']]),
      ]),
      machine('RA_Unsolicit', 'Configure Offer Remote Assistance', SINCE_XP, [
        onOff('fAllowUnsolicited'),
        choice('fAllowUnsolicitedFullControl', [[1, 'Allow helpers to remotely control the computer'], [0, 'Allow helpers to only view the computer']]),
        list('RAUnsolicit'),
      ]),
    ],
  },
];
