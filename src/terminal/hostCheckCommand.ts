// `check --ssh TARGET [HOST[:PORT]]`: the listener from here and the host from within, side by side, over one connection. A host that was
// not reached or not collected makes the exit code 2; what the listener answered is printed all the same.

import { parseAddress, renderAddress, defaultRdpPort, type ListenerAddress } from '../core/listener/address';
import { succeed, type Failure, type Result } from '../core/result';
import { checkParts } from '../core/servers/checkParts';
import { checkServer, type ServerCheckOutcome } from '../core/servers/serverCheck';
import type { Snapshot } from '../core/snapshot/snapshot';
import { snapshotText } from '../core/snapshot/snapshotFile';
import type { WholeHost } from './checkArguments';
import { checkedExitCode, checkRequest, type CheckMachine, type Printing } from './checkRequest';
import { exitCode, type ExitCode } from './exitCode';
import { failureText } from './failureText';
import { findingsText } from './findingsText';
import { listenerJson } from './listenerJson';
import type { Files } from './ports';
import { printable, printableJson } from './printable';
import { failureJson, greetedJson, remoteHost, type ReachingMachine, type RemoteHost } from './remoteHost';
import { serverFindingJson } from './serverFindingJson';

export interface HostCheckMachine extends CheckMachine, ReachingMachine {
  readonly files: Files;
}

interface Checked {
  readonly address: ListenerAddress;
  readonly outcome: ServerCheckOutcome;
  readonly snapshot: Result<Snapshot>;
}

/** What SSH calls the host of a target is what a resolver is asked for: a name or an address, never a port. */
function addressOf(wanted: ListenerAddress | undefined, { hostName }: RemoteHost): Result<ListenerAddress> {
  if (wanted !== undefined) return succeed(wanted);
  return hostName.ok ? parseAddress(renderAddress({ host: hostName.value, port: defaultRdpPort })) : hostName;
}

async function checkHost({ address: wanted, asking, collecting: { only, days } }: WholeHost, host: RemoteHost, machine: HostCheckMachine): Promise<Result<Checked>> {
  const address = addressOf(wanted, host);
  if (!address.ok) return address;
  const { connector, clock, random, certificates, resolver, datagrams, signal } = machine;
  const request = {
    ...checkRequest(address.value, asking, machine),
    ...(only === undefined ? {} : { sections: checkParts[only] }),
    ...(days === undefined ? {} : { eventDays: days }),
    files: [],
    via: 'ssh',
  } as const;
  const outcome = await checkServer(request, { connector, clock, random, certificates, resolver, datagrams, collect: (asked, stopped) => host.collect(asked, stopped) }, signal);
  if (!outcome.ok) return outcome;
  const { collected } = outcome.value;
  if (collected === undefined) throw new Error('a check that was given a way to collect did not say what came of it');
  return succeed({ address: address.value, outcome: outcome.value, snapshot: collected });
}

function checkedJson({ address, outcome: { verdict, report }, snapshot }: Checked, host: RemoteHost): string {
  const greeted = host.greeted();
  return printableJson({
    ...address,
    ...(greeted === undefined ? {} : { remote: greetedJson(greeted) }),
    listener: listenerJson(verdict),
    snapshot: snapshot.ok ? snapshot.value : failureJson(snapshot.failure),
    findings: report.findings.map(serverFindingJson),
  });
}

async function save(snapshot: Snapshot, path: string | undefined, { files }: HostCheckMachine): Promise<Result<undefined>> {
  return path === undefined ? succeed(undefined) : files.write(path, snapshotText(snapshot));
}

export async function hostCheckCommand(options: WholeHost & Printing, machine: HostCheckMachine): Promise<ExitCode> {
  const { output } = machine;
  const failed = (failure: Failure): ExitCode => {
    output.complain(printable(failureText(failure)));
    return exitCode.failed;
  };
  const host = await remoteHost(options.collecting.reach, machine);
  try {
    const checked = await checkHost(options, host, machine);
    if (!checked.ok) return failed(checked.failure);
    const { outcome, snapshot } = checked.value;
    output.print(options.format === 'json' ? checkedJson(checked.value, host) : printable(`${outcome.report.text.trimEnd()}${findingsText(outcome.report.findings)}`));
    const saved = snapshot.ok ? await save(snapshot.value, options.collecting.saveTo, machine) : snapshot;
    return saved.ok ? checkedExitCode(outcome.verdict, outcome.report.findings, options.failOn) : failed(saved.failure);
  } finally {
    host.close();
  }
}
