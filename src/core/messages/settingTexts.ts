// Texts about files that do not do what they say about a setting (RDP030 and on), and fixes that several rules share.

export const settingTexts = {
  'RDP030.title': 'Numbered control set instead of CurrentControlSet',
  'RDP030.message': '{0} is in use only while SYSTEM\\Select\\Current is {1}; otherwise what is written here has no effect.',
  'RDP030.fix': 'Write to CurrentControlSet instead of {0}',

  'RDP031.title': 'Wrong data type for a setting',
  'RDP031.message': '{0} is a {1}; Windows expects a {2} here and may not read it.',
  'RDP031.messageText': '{0} is the {1} "{3}"; Windows expects a {2} here and may not read it.',
  'RDP031.fixNumber': 'Store as {0} {1} ({2})',
  'RDP031.fixText': 'Store as {0} "{1}"',

  'RDP034.title': 'Misspelt value name',
  'RDP034.message': 'Windows reads no value {0} here; the one it reads is {1}.',
  'RDP034.fix': 'Rename to {0}',

  'RDP035.title': 'Computer policy in a user\'s part of the registry',
  'RDP035.message': '{0} is a policy for computers, and Windows does not read it in HKEY_CURRENT_USER.',
  'RDP035.users': '{0} is a policy for computers, and Windows does not read it below HKEY_USERS.',
  'RDP035.fix': 'Write to HKEY_LOCAL_MACHINE',

  'RDP036.title': 'Policy in the 32-bit view of the registry',
  'RDP036.message': 'Policies are shared between 32-bit and 64-bit programs, and nothing reads them below Wow6432Node.',
  'RDP036.fix': 'Write to the key without Wow6432Node',

  'RDP037.title': 'Number a setting does not take',
  'RDP037.message': '{0} is {1}, and Windows knows only {2}.',
  'RDP037.policy': 'The policy value {0} is {1}, and the policy offers only {2}.',

  'RDP038.title': 'Setting that a policy of the same source overrides',
  'RDP038.message': '{0} is {1} here and {2} by policy: Windows uses the policy.',
  'RDP038.related': 'The policy value',

  'RDP039.title': 'Policy value not written by group policy',
  'RDP039.message': '{0} is written to a policy key: where group policy manages it, the next refresh writes its own value.',

  'RDP040.title': 'No policy of this name',
  'RDP040.listener': 'There is no policy {0}: Windows reads the value in the key of the listener.',
  'RDP040.server': 'There is no policy {0}: Windows reads the value in Control\\Terminal Server.',
  'RDP040.fix': 'Leave the line out',

  'fix.setPort': 'Set to {0} ({1})',
} as const;
