// Texts about files of group policy: what an entry of a registry.pol or of LGPO text says and what Windows makes of it (RDP042 to RDP050).

export const policyFileTexts = {
  'RDP042.title': 'No registry.pol that Windows reads',
  'RDP042.empty': 'The file is empty: Windows applies nothing of it, and tools refuse it.',
  'RDP042.short': 'The file ends within its header: Windows skips it without notice.',
  'RDP042.signature': 'The file does not start with PReg: Windows skips the whole file without notice.',
  'RDP042.version': 'The file is of version {0} and not of version 1: Windows skips the whole file without notice.',

  'RDP043.title': 'Damaged structure of a registry.pol',
  'RDP043.unit': 'At byte {0} "{1}" has to stand, and the bytes {2} stand there: Windows may apply neither this entry nor those after it, the next of which starts at byte {3}.',
  'RDP043.unit.last': 'At byte {0} "{1}" has to stand, and the bytes {2} stand there: Windows may apply nothing from this entry on.',
  'RDP043.cut': 'What starts at byte {0} runs past the end of the file: Windows may apply neither this entry nor those after it, the next of which starts at byte {1}.',
  'RDP043.cut.last': 'What starts at byte {0} runs past the end of the file: Windows may apply nothing from this entry on.',

  'RDP044.title': 'Root in the key of a policy',
  'RDP044.message': 'The key starts with {0}, but the keys of a policy stand below a root already: Windows creates a key called {0} there.',

  'RDP045.title': 'More data than a policy file allows',
  'RDP045.message': '{0} has {1} bytes of data, and a policy file allows {2}: Windows may not apply it.',

  'RDP046.title': 'Data type that policy files do not have',
  'RDP046.message': 'The data type of {0} is {1}, which policy files do not have: Windows may not apply it.',

  'RDP047.title': 'Value both set and deleted',
  'RDP047.set': '{0} is set here and deleted by a later entry, which is the one that counts.',
  'RDP047.deleted': '{0} is deleted here and set by a later entry, which is the one that counts.',
  'RDP047.related': 'The entry that counts',

  'RDP048.title': 'Entry that LGPO cannot read',
  'RDP048.section': '"{0}" stands where Computer or User has to: LGPO stops here and applies nothing of the file.',
  'RDP048.lines': 'The entry has {0} of its four lines: LGPO stops here and applies nothing of the file.',
  'RDP048.action': '"{0}" is no action of LGPO text: LGPO stops here and applies nothing of the file.',
  'RDP048.number': '"{0}" holds no number of that size: LGPO stops here and applies nothing of the file.',
  'RDP048.bytes': '"{0}" holds more than bytes in hexadecimal digits: LGPO stops here and applies nothing of the file.',

  'RDP049.title': 'Line longer than LGPO reads',
  'RDP049.message': 'The line has {0} characters, and versions of LGPO cut lines after {1}.',

  'RDP050.title': 'Special name that group policy does not know',
  'RDP050.message': '"{0}" starts with two asterisks and is none of the names group policy gives a meaning: Windows may skip the entry.',

  'repair.removeRoot': 'Remove {0} from the key',
  'repair.removeEntry': 'Remove the entry',
  'repair.removeOverridden': 'Remove this entry, a later one counts',
  'repair.addTextEnd': 'Add the missing NUL at the end of the text',
  'repair.lgpoAction': 'Write the action as {0}',
  'repair.lgpoSection': 'Write {0} without blanks around it',
} as const;
