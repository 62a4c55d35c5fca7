// `check HOST[:PORT]`: the listener as seen from this machine. Findings are the rules' about that verdict.

import { renderAddress, type ListenerAddress } from '../core/listener/address';
import { probeListener, type ProbePorts } from '../core/listener/probe';
import type { ListenerVerdict } from '../core/listener/verdict';
import { english } from '../core/messages/message';
import type { OutputFormat } from './arguments';
import { exitCode, type ExitCode } from './exitCode';
import { failureText } from './failureText';
import type { Output } from './ports';

export interface CheckOptions {
  readonly address: ListenerAddress;
  readonly timeoutMs: number;
  readonly format: OutputFormat;
}

const STEP_MS = 5000;

function known(value: boolean | null): string {
  return value === null ? 'not known' : value ? 'yes' : 'no';
}

function verdictJson({ host, port }: ListenerAddress, verdict: ListenerVerdict): string {
  const { state, protocols, nla } = verdict;
  const listener = { state, detail: english(verdict.detail), protocols: { rdp: protocols.rdp, tls: protocols.tls, nla: protocols.nla }, nla };
  return JSON.stringify({ host, port, listener });
}

function verdictLines(address: ListenerAddress, verdict: ListenerVerdict): readonly string[] {
  const first = `${renderAddress(address)}: ${verdict.state}: ${english(verdict.detail)}`;
  if (verdict.state !== 'rdp') return [first];
  const { protocols, reasons } = verdict;
  return [
    first,
    `  RDP security  ${known(protocols.rdp)}: ${english(reasons.rdp)}`,
    `  TLS           ${known(protocols.tls)}: ${english(reasons.tls)}`,
    `  NLA           ${known(protocols.nla)}: ${english(reasons.nla)}`,
  ];
}

export async function checkCommand(options: CheckOptions, ports: ProbePorts, output: Output, signal: AbortSignal): Promise<ExitCode> {
  const step = Math.min(STEP_MS, options.timeoutMs);
  const times = { connectTimeoutMs: step, answerTimeoutMs: step, totalTimeoutMs: options.timeoutMs };
  const checked = await probeListener(options.address, ports, signal, times);
  if (!checked.ok) {
    output.complain(failureText(checked.failure));
    return exitCode.failed;
  }
  if (options.format === 'json') output.print(verdictJson(options.address, checked.value));
  else for (const line of verdictLines(options.address, checked.value)) output.print(line);
  return checked.value.state === 'rdp' ? exitCode.clean : exitCode.found;
}
