// Texts about snapshots that come from a file: why one cannot be read.

export const snapshotFileTexts = {
  'snapshotFile.notJson': '{0} is no snapshot: it is not JSON, or it is cut off.',
  'snapshotFile.notSnapshot': '{0} is JSON and no snapshot.',
  'snapshotFile.remedy': 'Take a file that was saved by a check or written by the collector.',
  'snapshotFile.otherSchema': '{0} is a snapshot of schema {1}; this version reads schema {2}.',
  'snapshotFile.otherSchema.remedy': 'Open it with a newer version of RDP Diagnostics.',
  'snapshotFile.damaged': '{0} is a snapshot and damaged: {1} is not what the collector writes there.',
  'snapshotFile.damaged.remedy': 'Take the file as it was collected, or collect it again.',
} as const;
