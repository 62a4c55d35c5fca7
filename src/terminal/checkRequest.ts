// What every check on the command line shares: what is asked of the core, and what the answer comes to.

import type { ListenerAddress } from '../core/listener/address';
import type { ProbePorts } from '../core/listener/probe';
import type { ListenerVerdict } from '../core/listener/verdict';
import { english } from '../core/messages/english';
import type { Finding, Severity } from '../core/rules/rule';
import type { ListenerCheckRequest } from '../core/servers/listenerCheck';
import type { OutputFormat } from './arguments';
import type { Asking } from './askingArguments';
import { exitCode, exitCodeFor, type ExitCode } from './exitCode';
import type { Output } from './ports';
import { ruleErrorText } from './ruleErrorText';

export interface Printing {
  readonly format: OutputFormat;
  readonly failOn: Severity;
}

export interface CheckMachine extends ProbePorts {
  /** The name of this machine, for the report. */
  readonly hostName: string;
  readonly output: Output;
  readonly signal: AbortSignal;
}

export function checkRequest({ host, port }: ListenerAddress, { timeoutMs, manner }: Asking, { hostName, output }: CheckMachine): ListenerCheckRequest {
  return {
    address: host,
    port,
    timeoutMs,
    manner,
    from: hostName,
    document: 'report',
    say: english,
    severities: new Map(),
    onRuleError: (code, error) => {
      output.complain(ruleErrorText(code, error));
    },
  };
}

/** Any state of the listener but `rdp` is something found. */
export function checkedExitCode({ state }: ListenerVerdict, findings: readonly Finding[], failOn: Severity): ExitCode {
  return state === 'rdp' ? exitCodeFor(findings, failOn) : exitCode.found;
}
