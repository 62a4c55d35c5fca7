// Texts of the editor about snapshots and reports that are spoken before a part is loaded.

export const snapshotEditorTexts = {
  'server.state.connecting': 'connecting',
  'server.state.collecting': 'collecting',
  'server.progress.collecting': 'Collecting from {0}',

  'snapshots.tooLarge': '{0} has {1} MB; a snapshot has at most {2} MB.',
  'snapshots.tooLarge.remedy': 'Collect it again with fewer days of events.',
  'snapshots.unreadableFile': '{0} cannot be read: {1}.',
  'snapshots.unreadableFile.remedy': 'Check that the file is still there and can be read.',
  'snapshots.none': 'No snapshot was taken of {0}.',
  'snapshots.none.remedy': 'Run "Check Server" on it, once the list says how its host is reached.',
  'snapshots.noneBefore': 'Of {0} only one snapshot is kept.',

  'compare.before': '{0}, the check before',

  'reportDocument.explain': 'Explain {0}',
  'reportDocument.compare': 'Compare With…',
  'reportDocument.export': 'Export Report…',
  'reportDocument.check': 'Check Again',
  'reportDocument.certain': 'Seen on this server.',
  'reportDocument.assumed': 'Assumed: it could not be seen for certain.',
  'reportDocument.remedy': 'What helps: {0}',
  'reportDocument.inForce': 'On {0}: {1}',
} as const;
