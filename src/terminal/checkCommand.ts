// `check HOST[:PORT]`: the listener as seen from this machine, and with `--ssh` the host from within. As text it prints the report, as
// JSON the contract. A host that was to be reached over SSH and was not makes the exit code 2; the listener's verdict is printed all the same.

import { parseAddress, renderAddress, defaultRdpPort, type ListenerAddress } from '../core/listener/address';
import type { ProbePorts } from '../core/listener/probe';
import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import { keyText } from '../core/registry/place';
import { succeed, type Result } from '../core/result';
import type { Finding, Severity } from '../core/rules/rule';
import { checkListener, type ListenerCheckOutcome } from '../core/servers/listenerCheck';
import type { OutputFormat } from './arguments';
import { exitCode, exitCodeFor, type ExitCode } from './exitCode';
import { failureText } from './failureText';
import { misuse } from './misuse';
import { printable } from './printable';
import type { Reach } from './reach';
import { reachHost, remoteJson, remoteText, type Reached, type ReachingMachine } from './remoteHost';
import { ruleErrorText } from './ruleErrorText';

export interface CheckOptions {
  /** Undefined: the host that SSH reaches. */
  readonly address: ListenerAddress | undefined;
  readonly timeoutMs: number;
  readonly reach: Reach | undefined;
  readonly format: OutputFormat;
  readonly failOn: Severity;
}

export interface CheckMachine extends ProbePorts, ReachingMachine {
  /** The name of this machine, for the report. */
  readonly hostName: string;
}

function findingJson({ code, severity, symptom, message, places }: Finding): object {
  return { code, severity, symptom, message: english(message), places: places.map(({ key, name }) => ({ key: keyText(key), name })) };
}

interface Checked {
  readonly address: ListenerAddress;
  readonly reached: Reached | undefined;
  readonly outcome: ListenerCheckOutcome;
}

function checkedJson({ address: { host, port }, reached, outcome: { verdict, report } }: Checked): string {
  const { state, protocols, nla, certificateMissing, remoteAddress, durationMs, exchanges } = verdict;
  const detail = english(verdict.detail);
  const listener = { state, detail, protocols, nla, certificateMissing, remoteAddress, durationMs, exchanges };
  const remote = reached === undefined ? {} : { remote: remoteJson(reached.remote) };
  return JSON.stringify({ host, port, ...remote, listener, findings: report.findings.map(findingJson) });
}

function checkedText({ reached, outcome }: Checked): string {
  const remote = reached?.remote.ok === true ? `${remoteText(reached.remote.value)}\n\n` : '';
  return printable(remote + outcome.report.text.trimEnd());
}

/** What SSH calls the host of a target is what a resolver is asked for: a name or an address, never a port. */
function addressOf({ address }: CheckOptions, reached: Reached | undefined): Result<ListenerAddress> {
  if (address !== undefined) return succeed(address);
  if (reached?.hostName !== undefined) return parseAddress(renderAddress({ host: reached.hostName, port: defaultRdpPort }));
  return reached?.remote.ok === false ? reached.remote : misuse(message('command.oneAddress'));
}

async function check(options: CheckOptions, machine: CheckMachine): Promise<Result<Checked>> {
  const reached = options.reach === undefined ? undefined : await reachHost(options.reach, machine);
  const address = addressOf(options, reached);
  if (!address.ok) return address;
  const { host, port } = address.value;
  const request = {
    address: host,
    port,
    timeoutMs: options.timeoutMs,
    from: machine.hostName,
    document: 'report',
    say: english,
    severities: new Map(),
    onRuleError: (code: string, error: unknown): void => {
      machine.output.complain(ruleErrorText(code, error));
    },
  };
  const outcome = await checkListener(request, machine, machine.signal);
  return outcome.ok ? succeed({ address: address.value, reached, outcome: outcome.value }) : outcome;
}

export async function checkCommand(options: CheckOptions, machine: CheckMachine): Promise<ExitCode> {
  const { output } = machine;
  const checked = await check(options, machine);
  if (!checked.ok) {
    output.complain(printable(failureText(checked.failure)));
    return exitCode.failed;
  }
  const { reached, outcome } = checked.value;
  output.print(options.format === 'json' ? checkedJson(checked.value) : checkedText(checked.value));
  if (reached?.remote.ok === false) {
    output.complain(printable(failureText(reached.remote.failure)));
    return exitCode.failed;
  }
  return outcome.verdict.state === 'rdp' ? exitCodeFor(outcome.report.findings, options.failOn) : exitCode.found;
}
