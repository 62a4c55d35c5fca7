// Failures that any part of the program can meet: what happened, and what to do about it.

export const failureTexts = {
  'failure.cancelled': 'Cancelled.',
  'failure.cancelled.remedy': 'Run it again.',
  'failure.fileUnreadable': '{0} cannot be read: {1}.',
  'failure.fileUnreadable.remedy': 'Check the path and the permissions.',
} as const;
