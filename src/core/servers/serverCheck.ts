// One check of one server, whole: the listener is asked from here while the host is looked at from within; then the rules, the report and
// a line for the list. Loaded on first use: it brings the wire, the rules and the report with it.

import { diagnoseServer } from '../diagnosis/serverDiagnosis';
import type { FileBeside, ServerSight } from '../diagnosis/serverSight';
import { runRules } from '../lint/runRules';
import { renderAddress } from '../listener/address';
import { probeListener, type ProbePorts } from '../listener/probe';
import type { ListenerVerdict } from '../listener/verdict';
import { message } from '../messages/message';
import { succeed, type Failure, type Result } from '../result';
import { rules } from '../rules/table';
import type { CollectOptions } from '../snapshot/collect';
import type { SectionName, Snapshot } from '../snapshot/snapshot';
import type { CheckRun, ServerCheck } from './check';
import { probeOptions, type ListenerCheckRequest } from './listenerCheck';
import type { ServerReport } from './report';
import type { Via } from './server';
import { serverCheckOf } from './serverFacts';

export interface ServerCheckRequest extends ListenerCheckRequest {
  /** Undefined: all. */
  readonly sections?: readonly SectionName[];
  /** How far back events are read. */
  readonly eventDays?: number;
  readonly files: readonly FileBeside[];
  /** How the host is looked at from within. */
  readonly via: Exclude<Via, 'none'>;
}

export interface ServerCheckPorts extends ProbePorts {
  /** Undefined where the host is not to be looked at from within. */
  readonly collect: ((options: CollectOptions, signal: AbortSignal) => Promise<Result<Snapshot>>) | undefined;
}

export interface ServerCheckOutcome {
  readonly verdict: ListenerVerdict;
  /** A host that could not be looked at is told in the report, and here with what to do. */
  readonly collected: Result<Snapshot> | undefined;
  readonly check: ServerCheck;
  readonly report: ServerReport;
}

const ways = { ssh: message('report.overSsh'), local: message('report.locally') } as const;

/** Fails with `cancelled` only: whatever the server does is told. */
export async function checkServer(request: ServerCheckRequest, ports: ServerCheckPorts, signal: AbortSignal): Promise<Result<ServerCheckOutcome>> {
  const { address: host, port, timeoutMs, manner, sections, eventDays, document, say, severities, onRuleError } = request;
  const startedAt = ports.clock.now();
  if (ports.collect !== undefined) ports.progress?.phase(message('server.phase.collecting'));
  const options: CollectOptions = { port, ...(sections === undefined ? {} : { sections }), ...(eventDays === undefined ? {} : { eventDays }) };
  const arrival = async (): Promise<{ readonly collected: Result<Snapshot>; readonly at: number } | undefined> => {
    const collected = await ports.collect?.(options, signal);
    return collected === undefined ? undefined : { collected, at: ports.clock.now() };
  };
  const [probed, arrived] = await Promise.all([probeListener({ host, port }, ports, signal, probeOptions(timeoutMs, manner)), arrival()]);
  if (!probed.ok) return probed;
  if (arrived !== undefined && isCancelled(arrived.collected)) return arrived.collected;
  const verdict = probed.value;
  const endedAt = ports.clock.now();
  const address = { host, port };
  const sight: ServerSight = {
    subject: renderAddress(address),
    outside: { address, verdict },
    collected: arrived?.collected,
    arrivedAt: arrived?.at,
    startedAt,
    durationMs: endedAt - startedAt,
    from: request.from,
    way: ports.collect === undefined ? undefined : ways[request.via],
    files: request.files,
  };
  const run: CheckRun = { from: request.from, via: ports.collect === undefined ? 'none' : request.via, durationMs: endedAt - startedAt };
  const { text, findings } = diagnoseServer(sight, document, say, (statements) => runRules(rules, statements, severities, onRuleError));
  return succeed({ verdict, collected: arrived?.collected, check: serverCheckOf(sight, { address: host, port }, findings, endedAt, run), report: { text, findings } });
}

function isCancelled(collected: Result<Snapshot>): collected is { readonly ok: false; readonly failure: Failure } {
  return !collected.ok && collected.failure.code === 'cancelled';
}
