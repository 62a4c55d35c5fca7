// The diagnosis of a snapshot from a file: no server is asked, and its clock proves nothing about the clock here. Loaded on first use.

import { diagnoseServer } from '../diagnosis/serverDiagnosis';
import type { FileBeside } from '../diagnosis/serverSight';
import { runRules } from '../lint/runRules';
import { succeed } from '../result';
import { rules } from '../rules/table';
import type { Snapshot } from '../snapshot/snapshot';
import type { ListenerCheckRequest } from './listenerCheck';
import type { ServerReport } from './report';

export interface SnapshotToDiagnose extends Pick<ListenerCheckRequest, 'document' | 'say' | 'severities' | 'onRuleError'> {
  readonly snapshot: Snapshot;
  /** What stands at the head of the report, e.g. the name of the file. */
  readonly name: string;
  readonly files: readonly FileBeside[];
}

export function diagnoseSnapshot({ snapshot, name, document, say, severities, onRuleError, files }: SnapshotToDiagnose): ServerReport {
  const sight = { subject: name, outside: undefined, collected: succeed(snapshot), arrivedAt: undefined, startedAt: 0, durationMs: 0, from: '', way: undefined, files };
  return diagnoseServer(sight, document, say, (statements) => runRules(rules, statements, severities, onRuleError));
}
