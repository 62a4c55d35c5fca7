// What the editor says about a file before anything has been loaded that reads it.

export const fileStatusTexts = {
  'lens.findings': 'Findings: {0}',
  'status.name': 'Registry file',
  'status.tooLarge': 'Too large for extensions',
  'status.tooLarge.detail': 'The command line reads it: rdp-diagnostics lint.',
  'status.rewrite': 'Rewrite as UTF-16LE',
  'convert.undo': 'Write Undo File',
  'convert.action': 'Convert To…',
} as const;
