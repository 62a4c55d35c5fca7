// Texts about files: what a line says and what Windows makes of it (RDP0xx), and the fixes for it.

export const fileTexts = {
  'failure.cancelled': 'Cancelled.',
  'failure.cancelled.remedy': 'Run it again.',
  'failure.fileUnreadable': '{0} cannot be read: {1}.',
  'failure.fileUnreadable.remedy': 'Check the path and the permissions.',
} as const;
