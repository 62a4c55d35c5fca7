// `check HOST[:PORT]`: the listener as seen from this machine. As text it prints the report, as JSON the contract.

import type { ListenerAddress } from '../core/listener/address';
import type { ProbePorts } from '../core/listener/probe';
import { english } from '../core/messages/english';
import { keyText } from '../core/registry/place';
import type { Finding, Severity } from '../core/rules/rule';
import { checkListener, type ListenerCheckOutcome } from '../core/servers/listenerCheck';
import type { OutputFormat } from './arguments';
import { exitCode, exitCodeFor, type ExitCode } from './exitCode';
import { failureText } from './failureText';
import type { Output } from './ports';
import { printable } from './printable';
import { ruleErrorText } from './ruleErrorText';

export interface CheckOptions {
  readonly address: ListenerAddress;
  readonly timeoutMs: number;
  readonly format: OutputFormat;
  readonly failOn: Severity;
}

export interface CheckMachine extends ProbePorts {
  /** The name of this machine, for the report. */
  readonly hostName: string;
  readonly output: Output;
  readonly signal: AbortSignal;
}

function findingJson({ code, severity, symptom, message, places }: Finding): object {
  return { code, severity, symptom, message: english(message), places: places.map(({ key, name }) => ({ key: keyText(key), name })) };
}

function outcomeJson({ host, port }: ListenerAddress, { verdict, report }: ListenerCheckOutcome): string {
  const { state, protocols, nla, certificateMissing, remoteAddress, durationMs, exchanges } = verdict;
  const detail = english(verdict.detail);
  const listener = { state, detail, protocols, nla, certificateMissing, remoteAddress, durationMs, exchanges };
  return JSON.stringify({ host, port, listener, findings: report.findings.map(findingJson) });
}

export async function checkCommand(options: CheckOptions, machine: CheckMachine): Promise<ExitCode> {
  const { output, hostName } = machine;
  const { host, port } = options.address;
  const request = {
    address: host,
    port,
    timeoutMs: options.timeoutMs,
    from: hostName,
    document: 'report',
    say: english,
    severities: new Map(),
    onRuleError: (code: string, error: unknown): void => {
      output.complain(ruleErrorText(code, error));
    },
  };
  const checked = await checkListener(request, machine, machine.signal);
  if (!checked.ok) {
    output.complain(failureText(checked.failure));
    return exitCode.failed;
  }
  const { verdict, report } = checked.value;
  output.print(options.format === 'json' ? outcomeJson(options.address, checked.value) : printable(report.text.trimEnd()));
  return verdict.state === 'rdp' ? exitCodeFor(report.findings, options.failOn) : exitCode.found;
}
