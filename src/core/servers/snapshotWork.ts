// What a door loads when a snapshot is opened, compared or exported, so that nothing of it is there before: one part, because all of it
// stands on the rules and the report.

export { diagnoseSnapshot } from './snapshotDiagnosis';
export { readSnapshot } from '../snapshot/readSnapshot';
export { snapshotFailure } from '../snapshot/snapshotFailures';
export { snapshotText } from '../snapshot/snapshotFile';
export { redact } from '../snapshot/redact';
export { compareSnapshots } from '../snapshot/compare';
export { comparisonText } from '../snapshot/comparisonText';
export { reportJson, reportMarkdown } from './exportedReport';
