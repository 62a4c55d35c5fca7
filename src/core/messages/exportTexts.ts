// Words in an exported report and on the page that explains a text.

export const exportTexts = {
  'export.error': 'Error',
  'export.warning': 'Warning',
  'export.information': 'Information',
  'export.hint': 'Hint',
  'export.line': 'line {0}',
  'export.noFindings': 'Nothing was found.',

  'explanation.of': 'What "{0}" can mean',
} as const;
