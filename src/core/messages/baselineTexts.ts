// Texts about baselines, the files that hold accepted findings.

export const baselineTexts = {
  'baseline.notOne': 'it is not what --write-baseline writes',
  'baseline.version': 'it is of another version than {0}',
  'baseline.entry': 'entry {0} of it is damaged',
  'baseline.unusable': '{0} cannot be used as a baseline: {1}. Nothing was checked.',
  'baseline.unusable.remedy': 'Restore it, or write it again with --write-baseline.',
  'baseline.both': '--baseline and --write-baseline exclude each other.',
  'baseline.leftOut': 'Accepted by {0} and left out: {1}.',
  'baseline.gone': 'Entries of {0} that no longer occur: {1}. With --write-baseline it is written without them.',
  'baseline.written': 'Accepted findings in {0}: {1}.',
  'baseline.notWritten': '{0} was not written: not everything could be read, and it would hold less than was accepted.',
} as const;
