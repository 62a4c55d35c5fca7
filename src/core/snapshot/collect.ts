// Takes a snapshot of a machine: one script, one round trip, read-only (src/collector/collect.ps1). A section that fails is a reason in
// the snapshot; a failure here means that there is no snapshot at all. Asks nothing else of the machine and keeps nothing there.

import collector from '../../collector/collect.ps1';
import { message } from '../messages/message';
import type { Shell } from '../ports';
import { fail, succeed, type Failure, type Result } from '../result';
import type { Script } from '../shell/script';
import { schemaVersion, type SectionName, type Snapshot } from './snapshot';

/** As published and printed: it also runs by itself, without parameters. */
export const collectorText: string = collector;

export interface CollectOptions {
  /** Others come back as `notAsked`. All where it is absent. */
  readonly sections?: readonly SectionName[];
  /** The port that was tried from outside, looked at beside 3389 and the ports of the listeners. */
  readonly port?: number;
  /** How far back events are read. */
  readonly eventDays?: number;
  /** The limit of each section. */
  readonly sectionSeconds?: number;
  /** Of one kind of event; a kind beyond it is counted no further. */
  readonly mostEvents?: number;
}

const MOST_BYTES = 32 * 1024 * 1024;
// Starting PowerShell on a busy server, and what stands between the sections.
const AROUND_MS = 90_000;
const SECTIONS = 13;

export function collectScript(options: CollectOptions): Script {
  const sectionSeconds = options.sectionSeconds ?? 30;
  const parameters = {
    ...(options.sections === undefined ? {} : { sections: options.sections }),
    ...(options.port === undefined ? {} : { port: options.port }),
    eventDays: options.eventDays ?? 30,
    sectionSeconds,
    mostEvents: options.mostEvents ?? 2000,
  };
  const timeoutMs = AROUND_MS + 1000 * sectionSeconds * (options.sections?.length ?? SECTIONS);
  return { text: collector, parameters, system: 'windows', timeoutMs, mostBytes: MOST_BYTES };
}

export async function collectSnapshot(shell: Shell, options: CollectOptions, signal: AbortSignal): Promise<Result<Snapshot>> {
  const answer = await shell.run(collectScript(options), signal);
  if (!answer.ok) return answer;
  const snapshot = parsed(answer.value.output);
  return snapshot === undefined ? fail(unreadable(shell.machine)) : succeed(snapshot);
}

function parsed(output: Uint8Array): Snapshot | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(output));
    return isSnapshot(value) ? value : undefined;
  } catch {
    return undefined; // the caller says that it is no snapshot
  }
}

/** Our own script wrote it; what a file holds is read by readSnapshot.ts. */
function isSnapshot(value: unknown): value is Snapshot {
  if (typeof value !== 'object' || value === null) return false;
  return 'kind' in value && value.kind === 'rdpsnapshot' && 'schema' in value && value.schema === schemaVersion && 'sections' in value && 'collection' in value;
}

function unreadable(machine: string): Failure {
  return { code: 'scriptFailed', message: message('shell.failed', machine, 'not a snapshot'), remedy: message('shell.failed.remedy'), retry: false };
}
