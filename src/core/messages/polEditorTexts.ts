// Texts of the editor about a registry.pol that is open as a table or as text: what cannot be read, what helps.

export const polEditorTexts = {
  'polEditor.unreadable': '{0} cannot be read: {1}.',
  'polEditor.unreadable.remedy': 'Check that the file is still there and can be read.',
  'polEditor.tooLarge': '{0} has {1} MB; up to {2} MB are shown.',
  'polEditor.tooLarge.remedy': 'The command line reads it: rdp-diagnostics lint.',
  'polEditor.fix': 'Save Fixed Copy: {0}',
  'polEditor.gone': 'The file this text was made of is not named.',
} as const;
