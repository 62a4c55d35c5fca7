// A diagnosis as the list of servers shows it: one line for the server, and the article's four symptoms with what was found of each.
// A symptom without findings is "ok" only where all it is judged by was seen.

import { byWeight } from '../diagnosis/headline';
import { statusLines } from '../diagnosis/statusLines';
import { unseenIn } from '../diagnosis/server/serverSections';
import type { ServerSight } from '../diagnosis/serverSight';
import { listenerStatus } from '../listener/status';
import { message, type Message } from '../messages/message';
import type { Symptom } from '../rdp/symptom';
import type { Finding, RuleCode } from '../rules/rule';
import type { Snapshot } from '../snapshot/snapshot';
import type { CheckRun, Fact, FactFinding, FindingLevel, Level, ServerCheck, Unreached } from './check';
import { listenerServerCheck } from './listenerServerCheck';

const labels = {
  1: message('server.symptom.connections'),
  2: message('server.symptom.port'),
  3: message('server.symptom.security'),
  4: message('server.symptom.licensing'),
} as const;
const symptoms = [1, 2, 3, 4] as const;
const wireCodes: ReadonlySet<RuleCode> = new Set(['RDP211', 'RDP212', 'RDP213', 'RDP214', 'RDP215']);

/** `at` is when the check ended, in milliseconds since the Unix epoch. */
export function serverCheckOf(sight: ServerSight, door: { readonly address: string; readonly port: number }, findings: readonly Finding[], at: number, run: CheckRun): ServerCheck {
  const snapshot = sight.collected?.ok === true ? sight.collected.value : undefined;
  const fromOutside = sight.outside === undefined ? undefined : listenerServerCheck(door, sight.outside.verdict, at);
  const facts = symptoms.map((symptom, index) => factOf(symptom, { sight, snapshot, findings, fromOutside, outside: fromOutside?.facts[index] }));
  const [worst] = byWeight(findings);
  const { level, status } = worst === undefined ? withoutFindings(sight, facts) : { level: weightOf(worst), status: lineOf(worst, fromOutside) };
  return { ...door, at, level, status, facts, unreached: unreachedOf(sight), run };
}

function unreachedOf({ collected }: ServerSight): Unreached | undefined {
  if (collected?.ok !== false) return undefined;
  const { code, message: what, remedy } = collected.failure;
  return { code, message: what, remedy };
}

function levelOf({ severity }: Finding): FindingLevel {
  return severity === 'hint' ? 'information' : severity;
}

/** Of a finding that is the worst of others: an error or a warning. */
function weightOf({ severity }: Finding): Level {
  return severity === 'error' ? 'error' : 'warning';
}

/** What only the wire shows is told by the verdict on the listener. */
function lineOf(finding: Finding, fromOutside: ServerCheck | undefined): Message {
  const { code, severity } = finding;
  const line = statusLines[code]?.(finding);
  if (line !== undefined) return line;
  if (fromOutside !== undefined && wireCodes.has(code)) return fromOutside.status;
  return message(severity === 'error' ? 'server.fact.error' : 'server.fact.warning', code);
}

function withoutFindings({ outside, collected }: ServerSight, facts: readonly Fact[]): { readonly level: Level; readonly status: Message } {
  const status = outside === undefined ? undefined : listenerStatus(outside.verdict, outside.address.port);
  if (status !== undefined && (status.level !== 'ok' || collected?.ok !== true)) return { level: status.level, status: status.message };
  return facts.some(({ level }) => level === 'unknown') ? { level: 'unknown', status: message('server.status.partly') } : { level: 'ok', status: message('server.status.healthy') };
}

interface FactParts {
  readonly sight: ServerSight;
  readonly snapshot: Snapshot | undefined;
  readonly findings: readonly Finding[];
  readonly fromOutside: ServerCheck | undefined;
  /** What the wire alone says of the symptom. */
  readonly outside: Fact | undefined;
}

function factOf(symptom: Symptom, { sight, snapshot, findings, fromOutside, outside }: FactParts): Fact {
  const own = findings.filter((finding) => finding.symptom === symptom && finding.severity !== 'hint');
  const told = own.map((finding): FactFinding => ({ code: finding.code, level: levelOf(finding), message: finding.message }));
  const label = labels[symptom];
  const [worst] = byWeight(own);
  if (worst !== undefined) return { label, value: lineOf(worst, fromOutside), level: weightOf(worst), findings: told };
  if (outside !== undefined && (outside.level === 'error' || outside.level === 'warning')) return { ...outside, findings: told };
  if (snapshot !== undefined) return { label, ...inside(symptom, sight, snapshot), findings: told };
  if (outside?.level === 'ok') return { ...outside, findings: told };
  return { label, value: message(sight.collected?.ok === false ? 'server.fact.hostNotReached' : 'server.fact.needsLogin'), level: 'unknown', findings: told };
}

function inside(symptom: Symptom, sight: ServerSight, snapshot: Snapshot): Pick<Fact, 'value' | 'level'> {
  switch (unseenIn(symptom, sight, snapshot)) {
    case 'nothing':
      return { value: message('server.fact.nothingWrong'), level: 'ok' };
    case 'some':
      return { value: message(snapshot.collection.elevated === false ? 'server.fact.partlyNotElevated' : 'server.fact.partly'), level: 'unknown' };
    case 'all':
      return { value: message('server.fact.notSeen'), level: 'unknown' };
  }
}
