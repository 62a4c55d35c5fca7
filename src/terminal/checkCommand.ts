// `check`: a listener as seen from this machine. As text it prints the report, as JSON the contract. Several are checkManyCommand.ts, and
// with `--ssh` it is the check of the whole host (hostCheckCommand.ts).

import { checkListener } from '../core/servers/listenerCheck';
import type { CheckWish, OneListener } from './checkArguments';
import { checkManyCommand, type CheckManyMachine } from './checkManyCommand';
import { checkedExitCode, checkRequest, type CheckMachine, type Printing } from './checkRequest';
import { exitCode, type ExitCode } from './exitCode';
import { failureText } from './failureText';
import { findingsText } from './findingsText';
import { hostCheckCommand, type HostCheckMachine } from './hostCheckCommand';
import { listenerLine } from './listenerJson';
import { printable } from './printable';

async function checkOneCommand({ address, asking, format, failOn }: OneListener & Printing, machine: CheckMachine): Promise<ExitCode> {
  const checked = await checkListener(checkRequest(address, asking, machine), machine, machine.signal);
  if (!checked.ok) {
    machine.output.complain(printable(failureText(checked.failure)));
    return exitCode.failed;
  }
  const { verdict, report } = checked.value;
  machine.output.print(format === 'json' ? listenerLine(address, checked.value) : printable(`${report.text.trimEnd()}${findingsText(report.findings)}`));
  return checkedExitCode(verdict, report.findings, failOn);
}

export async function checkCommand(wish: CheckWish & Printing, machine: HostCheckMachine & CheckManyMachine): Promise<ExitCode> {
  switch (wish.kind) {
    case 'one':
      return checkOneCommand(wish, machine);
    case 'many':
      return checkManyCommand(wish, machine);
    case 'host':
      return hostCheckCommand(wish, machine);
  }
}
