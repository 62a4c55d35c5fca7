// IP addresses as numbers and back: IPv4 in dotted decimal, IPv6 as RFC 5952 section 4 spells it. A scope id stays with the text. Takes
// addresses that ipAddress.ts calls valid, and says nothing about others.

import { isIpv4 } from './ipAddress';

const GROUPS = 8;

/** 32 bits of an IPv4 address, 128 of an IPv6 address. */
export function ipNumber(address: string): bigint {
  return groupsOf(address).reduce((number, group) => number * (isIpv4(address) ? 256n : 65_536n) + BigInt(group), 0n);
}

/** The address with this number, of the family and with the scope id of `like`. */
export function ipText(like: string, number: bigint): string {
  if (isIpv4(like)) return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join('.');
  const groups = Array.from({ length: GROUPS }, (_, i) => Number((number >> BigInt(16 * (GROUPS - 1 - i))) & 0xffffn));
  const scope = like.indexOf('%');
  return `${compressed(groups)}${scope < 0 ? '' : like.slice(scope)}`;
}

/** Bytes of an IPv4 address, groups of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  if (isIpv4(address)) return address.split('.').map(Number);
  const [bare = ''] = address.split('%');
  const [head = '', tail] = bare.split('::');
  const before = groupsOfHalf(head);
  const after = groupsOfHalf(tail ?? '');
  return [...before, ...Array.from({ length: GROUPS - before.length - after.length }, () => 0), ...after];
}

function groupsOfHalf(half: string): readonly number[] {
  return half === '' ? [] : half.split(':').flatMap((part) => {
    if (!part.includes('.')) return [parseInt(part, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}

/** The longest run of two zeros or more becomes a double colon, the first of several that are as long. */
function compressed(groups: readonly number[]): string {
  const text = (some: readonly number[]): string => some.map((group) => group.toString(16)).join(':');
  const runs = groups.map((_, start) => {
    const end = groups.findIndex((group, i) => i >= start && group !== 0);
    return { start, length: (end < 0 ? GROUPS : end) - start };
  });
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
  if (longest.length < 2) return text(groups);
  return `${text(groups.slice(0, longest.start))}::${text(groups.slice(longest.start + longest.length))}`;
}
