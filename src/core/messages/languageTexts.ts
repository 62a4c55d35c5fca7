// What the editor says about a .reg file as a language: hover, completion, commands that write another file.

export const languageTexts = {
  'RDP033.title': 'Comment that suppresses nothing',
  'RDP033.noCode': 'The comment names no rule, so it suppresses nothing.',
  'RDP033.unknown': '{0} is no rule, so there is nothing to suppress.',
  'RDP033.file': '{0} finds nothing in this file, so there is nothing to suppress.',
  'RDP033.nextLine': '{0} finds nothing in the next line, so there is nothing to suppress.',
  'RDP033.fixCode': 'Remove {0} from the comment',
  'RDP033.fixComment': 'Remove the comment',

  'data.number': '{0} {1} = {2}',
  'data.plain': '{0} {1}',
  'data.none': '{0}, no data',
  'data.bytes': '{0}, {1} bytes: {2}',

  'hover.deletesValue': 'This line deletes the value.',
  'hover.deletesKey': 'This line deletes the key and everything below it.',

  'setting.means': 'Means: {0}.',
  'setting.notListed': '{0} is none of the values Windows knows.',
  'setting.outside': '{0} is outside {1} to {2}.',
  'setting.values': 'Values: {0}.',
  'setting.range': 'From {0} to {1}{2}.',
  'setting.standard': 'On a fresh system: {0}.',
  'setting.isPolicy': 'Policy "{0}" in {1}. Where it is set, the local value counts for nothing.',
  'setting.policyTwin': 'The policy "{0}" overrides it where it is set: {1}.',
  'setting.source': 'Source: {0}.',
  'setting.sourceSecondary': 'Source: {0} (no primary source).',
  'setting.sourceWeak': 'Source: {0} (weak).',

  'restart.none': 'In effect at once.',
  'restart.nextConnection': 'In effect from the next connection on.',
  'restart.nextLogon': 'In effect from the next logon on.',
  'restart.policyRefresh': 'In effect after the next policy refresh.',
  'restart.termService': 'In effect after a restart of Remote Desktop Services, which ends all sessions.',
  'restart.computer': 'In effect after a restart of the computer.',
  'restart.unknown': 'When it takes effect is not known.',

  'key.listener': 'Settings of the listener {0}.',
  'key.firewall': 'Rules of Windows Firewall, one a value.',
  'key.rdpPolicy': 'Policies for Remote Desktop. They override local settings; in a domain the next policy refresh can replace what a file writes here.',
  'key.policy': 'Policies. In a domain the next policy refresh can replace what a file writes here.',
  'key.winStations': 'Defaults of all listeners; each listener has a key of its own below.',
  'key.terminalServer': 'Settings of Remote Desktop Services for the whole server.',
  'key.belowTerminalServer': 'A key of Remote Desktop Services.',
  'key.service': 'The service Remote Desktop Services (TermService).',
  'key.known': 'A key that Remote Desktop reads settings from.',

  'suppress.line': 'Suppress {0} for this line',
  'suppress.file': 'Suppress {0} for this file',
} as const;
