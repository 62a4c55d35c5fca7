// One listener on one line of many: where it is, what it answers, which versions of TLS, whose certificate until when, and what rules say.

import { byWeight } from '../core/diagnosis/headline';
import { renderAddress, type ListenerAddress } from '../core/listener/address';
import { listenerStatus } from '../core/listener/status';
import type { VerdictDetails } from '../core/listener/verdictDetails';
import { english } from '../core/messages/english';
import { message, type Message } from '../core/messages/message';
import type { ListenerCheckOutcome } from '../core/servers/listenerCheck';
import { oneLine } from '../core/text/oneLine';

/** @param width to which the address is filled, so that the answers of a run stand below each other */
export function listenerRow(address: ListenerAddress, { verdict, report }: ListenerCheckOutcome, width: number): string {
  const told = [listenerStatus(verdict, address.port).message, ...detailsOf(verdict)].map(english);
  const found = byWeight(report.findings).map(({ severity, code }) => `${severity} ${code}`);
  // What a server calls itself cannot begin a row of its own.
  return oneLine(`${renderAddress(address).padEnd(width)}  ${[...told, ...found].join('; ')}`);
}

function detailsOf({ tls, nativeEncryption, host }: VerdictDetails): readonly Message[] {
  const certificate = tls?.chain[0]?.facts ?? null;
  return [
    ...(tls === null || tls.versions.length === 0 ? [] : [message('command.row.tls', tls.versions.map((version) => version.replace(/^TLSv/, '')).join(' '))]),
    ...(certificate === null ? [] : [message('command.row.certificate', certificate.commonName ?? certificate.subject, certificate.notAfter.slice(0, 10))]),
    ...(nativeEncryption === null ? [] : [message('command.row.native', nativeEncryption.level)]),
    ...(host === null ? [] : [message('command.row.host', host.dnsName ?? host.netbiosName ?? '?', host.build ?? '?')]),
  ];
}
