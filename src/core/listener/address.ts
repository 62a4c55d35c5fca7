// Where a listener is, as a person types it: HOST, HOST:PORT, [IPv6]:PORT or a bare IPv6 address, with a scope id where there is one.
// RFC 3986 section 3.2.2 for the brackets, RFC 4007 for scope ids. Refuses what a resolver would quietly reinterpret (127.1, 0x7f.1),
// since a check of another machine than the one meant is worse than no check.

import { message, type Message } from '../messages/message';
import { fail, succeed, type Result } from '../result';
import { isIpv4, isIpv6 } from './ipAddress';

export const defaultRdpPort = 3389;

export interface ListenerAddress {
  /** Host name, IPv4 address, or IPv6 address without brackets. */
  readonly host: string;
  readonly port: number;
}

/** Fails with `invalidInput`, naming the part that is wrong. */
export function parseAddress(text: string): Result<ListenerAddress> {
  const wanted = text.trim();
  if (wanted === '') return refuse(message('listener.address.empty'));
  const parts = splitPort(wanted);
  if (parts === undefined) return refuse(message('listener.address.brackets', wanted));
  const host = parts.host;
  if (host === '') return refuse(message('listener.address.hostMissing', wanted));
  if (!(parts.bracketed ? isIpv6(host) : isIpv6(host) || isIpv4(host) || isHostName(host))) {
    return refuse(message('listener.address.host', host));
  }
  if (parts.port === undefined) return succeed({ host, port: defaultRdpPort });
  const port = /^\d{1,5}$/.test(parts.port) ? Number(parts.port) : 0;
  if (port < 1 || port > 65535) return refuse(message('listener.address.port', parts.port));
  return succeed({ host, port });
}

/** `host:port`, with brackets around an IPv6 address. {@link parseAddress} reads it back. */
export function renderAddress(address: ListenerAddress): string {
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return `${host}:${String(address.port)}`;
}

interface Parts {
  readonly host: string;
  readonly bracketed: boolean;
  readonly port: string | undefined;
}

function splitPort(text: string): Parts | undefined {
  if (text.startsWith('[')) {
    const match = /^\[([^[\]]*)\](?::(.*))?$/.exec(text);
    return match === null ? undefined : { host: match[1] ?? '', bracketed: true, port: match[2] };
  }
  const colon = text.indexOf(':');
  // More than one colon and no brackets: an IPv6 address without a port, or nothing that can be split with certainty.
  if (colon < 0 || colon !== text.lastIndexOf(':')) return { host: text, bracketed: false, port: undefined };
  return { host: text.slice(0, colon), bracketed: false, port: text.slice(colon + 1) };
}

// Letters of any script (a resolver knows IDNA), digits, hyphens and underscores (Windows names have them); a last label of digits
// alone is an address that went wrong, never a name.
function isHostName(text: string): boolean {
  const labels = (text.endsWith('.') ? text.slice(0, -1) : text).split('.');
  if (text.length > 253 || /^\d+$/.test(labels.at(-1) ?? '') || /^0x[\da-f]*$/i.test(labels.at(-1) ?? '')) return false;
  return labels.every((label) => /^[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}_])?$/u.test(label));
}

function refuse(what: Message): Result<ListenerAddress> {
  return fail({ code: 'invalidInput', message: what, remedy: message('listener.address.remedy'), retry: false });
}
