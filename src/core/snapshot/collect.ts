// Takes a snapshot of a machine: one script, one round trip, read-only (src/collector/collect.ps1). A section that fails is a reason in
// the snapshot; a failure here means that there is no snapshot at all. Asks nothing else of the machine and keeps nothing there.

import collector from '../../collector/collect.ps1';
import { message } from '../messages/message';
import type { Shell } from '../ports';
import { fail, succeed, type Failure, type Result } from '../result';
import type { Script } from '../shell/script';
import { unusablePowerShell } from '../shell/scriptFailures';
import type { CollectOptions } from './collectOptions';
import { readCollected } from './readCollected';
import type { SnapshotFault } from './readSnapshot';
import type { Snapshot } from './snapshot';

export type { CollectOptions };

/** As published and printed: it also runs by itself, without parameters. */
export const collectorText: string = collector;

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

/** Where no PowerShell can run the script, the programs of Windows are asked instead, and the snapshot says so (`collection.by`). */
export async function collectSnapshot(shell: Shell, options: CollectOptions, signal: AbortSignal): Promise<Result<Snapshot>> {
  const answer = await shell.run(collectScript(options), signal);
  if (!answer.ok) {
    const found = unusablePowerShell(answer.failure);
    if (found === undefined) return answer;
    // Loaded by those few checks that need it.
    const { collectWithTools } = await import('./tools/toolsSnapshot');
    const collected = await collectWithTools(shell, options, signal, found);
    // Where cmd.exe does not answer either, that PowerShell does not is the better thing to know.
    return !collected.ok && collected.failure.code === 'scriptNotFinished' ? answer : collected;
  }
  const reading = readCollected(answer.value.output);
  return reading.ok ? succeed(reading.snapshot) : fail(unreadable(shell.machine, reading.fault));
}

function unreadable(machine: string, fault: SnapshotFault): Failure {
  const what = fault.kind === 'damaged' ? message('collect.damaged', machine, fault.at === '' ? '$' : fault.at) : message('collect.notSnapshot', machine);
  return { code: 'scriptFailed', message: what, remedy: message('collect.remedy'), retry: true };
}
