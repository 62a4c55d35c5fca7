// One check of one server's listener, whole: ask, judge, run the rules, lay out the report, and say it in a line. Loaded on first use:
// it brings the wire, the rules and the report with it.

import type { Say } from '../messages/message';
import { diagnoseListener } from '../diagnosis/listenerDiagnosis';
import { runRules, type SeverityChoice } from '../lint/runRules';
import { probeListener, type ProbeOptions, type ProbePorts } from '../listener/probe';
import { usualManner, type ProbeManner } from '../listener/probeManner';
import type { ListenerVerdict } from '../listener/verdict';
import type { DocumentId } from '../registry/observation';
import { succeed, type Result } from '../result';
import type { RuleCode } from '../rules/rule';
import { rules } from '../rules/table';
import type { ServerCheck } from './check';
import { listenerServerCheck } from './listenerServerCheck';
import type { ServerReport } from './report';

export interface ListenerCheckRequest {
  readonly address: string;
  readonly port: number;
  /** For the whole check. */
  readonly timeoutMs: number;
  /** Absent: {@link usualManner}. */
  readonly manner?: ProbeManner;
  /** The machine that asks, as the report names it. */
  readonly from: string;
  /** What the report will be called. */
  readonly document: DocumentId;
  readonly say: Say;
  readonly severities: ReadonlyMap<RuleCode, SeverityChoice>;
  readonly onRuleError: (code: RuleCode, error: unknown) => void;
}

export interface ListenerCheckOutcome {
  readonly verdict: ListenerVerdict;
  readonly check: ServerCheck;
  readonly report: ServerReport;
}

const USUAL_STEP_MS = 5000;

/** For one connection, or one answer. Who gives a slow line more time gives each step more; a silent server costs one step, not all. */
function stepOf(timeoutMs: number, { stepTimeoutMs }: ProbeManner): number {
  return Math.min(timeoutMs, stepTimeoutMs ?? Math.max(USUAL_STEP_MS, timeoutMs / 2));
}

/** What a probe of this manner may do that may take `timeoutMs` in all. */
export function probeOptions(timeoutMs: number, manner: ProbeManner = usualManner): ProbeOptions {
  const step = stepOf(timeoutMs, manner);
  const { mode, pauseMs, askHost, routingToken } = manner;
  return { connectTimeoutMs: step, answerTimeoutMs: step, totalTimeoutMs: timeoutMs, mode, pauseMs, askHost, routingToken };
}

/** Fails with `cancelled` only: whatever the server does is a verdict. */
export async function checkListener(request: ListenerCheckRequest, ports: ProbePorts, signal: AbortSignal): Promise<Result<ListenerCheckOutcome>> {
  const { address: host, port, timeoutMs, manner, from, document, say, severities, onRuleError } = request;
  const startedAt = ports.clock.now();
  const probed = await probeListener({ host, port }, ports, signal, probeOptions(timeoutMs, manner));
  if (!probed.ok) return probed;
  const verdict = probed.value;
  const { text, findings } = diagnoseListener({ address: { host, port }, verdict, startedAt, from }, document, say, (statements) =>
    runRules(rules, statements, severities, onRuleError),
  );
  return succeed({ verdict, check: listenerServerCheck({ address: host, port }, verdict, ports.clock.now()), report: { text, findings } });
}
