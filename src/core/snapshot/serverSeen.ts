// The server as rules see it: the snapshot, and for each fact the line of a report that says so. A rule names a fact by its id
// (`host`, `certificate:<thumbprint>`, `event:<provider>/<id>` …); where the report has no such line, the section's heading stands for it.

import type { Evidence } from '../registry/observation';
import type { Snapshot } from './snapshot';

export interface ServerSeen {
  readonly snapshot: Snapshot;
  /** ISO 8601, UTC, by the clock here when the snapshot arrived; absent where it was opened from a file. */
  readonly arrivedAt?: string;
  evidence(factId: string): Evidence;
}
