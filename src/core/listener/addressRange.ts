// Where several listeners are, as a person types it: an address as in address.ts, or a range in CIDR notation (RFC 4632, RFC 4291 section
// 2.3) with a port where it is not the usual one: 10.0.0.0/24, 10.0.0.0/24:3390, 2001:db8::/120, [2001:db8::/120]:3390. A range is every
// address in it, the first and the last too: whether it is one network, with an address that is nobody's, is not known here. Refuses what
// is too large to have been meant.

import { message, type Message } from '../messages/message';
import { fail, succeed, type Result } from '../result';
import { parseAddress, renderAddress, type ListenerAddress } from './address';
import { isIpv4, isIpv6 } from './ipAddress';
import { ipNumber, ipText } from './ipNumber';

/** Also of all ranges of one run together. */
export const mostListeners = 65_536;

/** `count` addresses from `first` on; with a count of 1 the host may be a name. */
export interface ListenerRange {
  readonly first: ListenerAddress;
  readonly count: number;
}

/** Fails with `invalidInput`, naming the part that is wrong. */
export function parseRange(text: string): Result<ListenerRange> {
  const wanted = text.trim();
  if (!wanted.includes('/')) {
    const address = parseAddress(wanted);
    return address.ok ? succeed({ first: address.value, count: 1 }) : address;
  }
  // The length of the prefix stands inside the brackets or behind them, the port last.
  const parts = /^(?:\[(?<inner>[^[\]/]*)\/(?<innerBits>[^\]]*)\]|(?<outer>[^/]*)\/(?<outerBits>[^:]*))(?<port>:.*)?$/.exec(wanted)?.groups;
  if (parts === undefined) return refuse(message('listener.range.notAddress', wanted));
  const { inner, innerBits, outer = '', outerBits, port = '' } = parts;
  const host = inner ?? outer.replace(/^\[(.*)\]$/, '$1');
  if (!(isIpv6(host) || (isIpv4(host) && host === outer))) return refuse(message('listener.range.notAddress', wanted));
  const read = parseAddress(`${host.includes(':') ? `[${host}]` : host}${port}`);
  if (!read.ok) return read;
  return rangeAround(read.value, innerBits ?? outerBits ?? '');
}

function rangeAround(address: ListenerAddress, written: string): Result<ListenerRange> {
  const width = isIpv4(address.host) ? 32 : 128;
  const bits = /^\d{1,3}$/.test(written) ? Number(written) : -1;
  if (bits < 0 || bits > width) return refuse(message('listener.range.bits', written, width));
  const count = 2 ** (width - bits);
  if (count > mostListeners) return refuse(message('listener.range.large', `${address.host}/${written}`, mostListeners));
  const number = ipNumber(address.host);
  return succeed({ first: { ...address, host: ipText(address.host, number - (number % BigInt(count))) }, count });
}

/** Every address of the ranges, each once however often it was named, in the order they were named. */
export function addressesIn(ranges: readonly ListenerRange[]): readonly ListenerAddress[] {
  const found = new Map<string, ListenerAddress>();
  for (const { first, count } of ranges) {
    const start = count === 1 ? 0n : ipNumber(first.host);
    for (let i = 0; i < count; i++) {
      const address = count === 1 ? first : { ...first, host: ipText(first.host, start + BigInt(i)) };
      const door = sameFor(address);
      if (!found.has(door)) found.set(door, address);
    }
  }
  return [...found.values()];
}

/** Host names do not differ by case, IPv6 addresses not by how their zeros are written. */
function sameFor({ host, port }: ListenerAddress): string {
  return renderAddress({ host: isIpv6(host) ? ipText(host, ipNumber(host)) : host.toLowerCase(), port });
}

/** How many addresses the ranges hold, counting what was named twice twice. */
export function sizeOf(ranges: readonly ListenerRange[]): number {
  return ranges.reduce((sum, { count }) => sum + count, 0);
}

function refuse(what: Message): Result<never> {
  return fail({ code: 'invalidInput', message: what, remedy: message('listener.range.remedy'), retry: false });
}
