// What the editor says about GPO exports before the knowledge about them is loaded.

export const policiesEditorTexts = {
  'policies.pick': 'Result of GPOs: choose them in the order in which they are applied',
  'policies.picked': 'Result of GPOs, the last one wins: {0}',
  'policies.pickHint': 'The first one you choose is applied first',
  'policies.none': 'There is no GPO export in the folders that are open.',
  'policies.reading': 'Reading GPO exports',
  'policies.gone': 'A GPO export this result was worked out from is not there any more.',
  'policies.limit': 'Not everything was read: {0} files at most, each of at most {1} MB.',
} as const;
