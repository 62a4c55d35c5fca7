// Texts about servers: the tree, the form, imports; and what the editor itself says around files and reports.

export const serverTexts = {
  'server.internalError': 'Internal error. The log has the details.',
  'server.runAgain': 'Run the command again.',
  'server.action.openLog': 'Open Log',
  'server.action.openSettings': 'Open User Settings',
  'server.action.manageTrust': 'Manage Workspace Trust',
  'server.fixAll.title': 'Fix all cosmetic problems',
  'server.fixAll.noFile': 'The active editor holds no .reg file.',
  'server.fixAll.noFile.remedy': 'Open one and run the command again.',
  'server.fixAll.changed': 'The file changed while its fixes were computed, and nothing was edited.',
  'server.rulePage.unknown': 'There is no page {0}.',
} as const;
