// What the editor says about GPO exports before the knowledge about them is loaded.

export const policiesEditorTexts = {
  'policies.reading': 'Reading GPO exports',
  'policies.gone': 'A GPO export this result was worked out from is not there any more.',
  'policies.limit': 'Not everything was read: {0} files at most, each of at most {1} MB.',
} as const;
