// `check HOST[:PORT]`: the listener as seen from this machine. As text it prints the report, as JSON the contract. With `--ssh` it is the
// check of the whole host (hostCheckCommand.ts).

import { checkListener } from '../core/servers/listenerCheck';
import type { ListenerOnly, WholeHost } from './checkArguments';
import { checkedExitCode, checkRequest, listenerJson, type CheckMachine, type Printing } from './checkRequest';
import { exitCode, type ExitCode } from './exitCode';
import { failureText } from './failureText';
import { findingsText } from './findingsText';
import { hostCheckCommand, type HostCheckMachine } from './hostCheckCommand';
import { printable, printableJson } from './printable';
import { findingJson } from './serverFindingJson';

async function listenerCheckCommand({ address, timeoutMs, format, failOn }: ListenerOnly & Printing, machine: CheckMachine): Promise<ExitCode> {
  const checked = await checkListener(checkRequest(address, timeoutMs, machine), machine, machine.signal);
  if (!checked.ok) {
    machine.output.complain(printable(failureText(checked.failure)));
    return exitCode.failed;
  }
  const { verdict, report } = checked.value;
  machine.output.print(
    format === 'json'
      ? printableJson({ ...address, listener: listenerJson(verdict), findings: report.findings.map(findingJson) })
      : printable(`${report.text.trimEnd()}${findingsText(report.findings)}`),
  );
  return checkedExitCode(verdict, report.findings, failOn);
}

export async function checkCommand(options: (ListenerOnly | WholeHost) & Printing, machine: HostCheckMachine): Promise<ExitCode> {
  return options.collecting === undefined ? listenerCheckCommand(options, machine) : hostCheckCommand(options, machine);
}
