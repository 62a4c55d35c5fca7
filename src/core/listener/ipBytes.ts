// The bytes of a literal IP address and back (RFC 4291), so that two spellings of the same address are known for one. IPv6 is written as
// RFC 5952 says. A scope id is no part of an address: it names an interface of whoever wrote it.

import { isIpv4, isIpv6 } from './ipAddress';

/** Four or sixteen bytes, in network order; undefined for what is no literal address. */
export function ipBytes(text: string): Uint8Array | undefined {
  if (isIpv4(text)) return Uint8Array.from(text.split('.'), Number);
  if (!isIpv6(text)) return undefined;
  const [head = '', tail] = (text.split('%')[0] ?? '').split('::');
  const before = groupBytes(head);
  const after = tail === undefined ? [] : groupBytes(tail);
  return Uint8Array.from([...before, ...Array.from({ length: 16 - before.length - after.length }, () => 0), ...after]);
}

function groupBytes(half: string): readonly number[] {
  if (half === '') return [];
  return half.split(':').flatMap((group) => (isIpv4(group) ? group.split('.').map(Number) : [parseInt(group, 16) >> 8, parseInt(group, 16) & 0xff]));
}

/** Undefined for any other number of bytes than four or sixteen. */
export function renderIp(bytes: Uint8Array): string | undefined {
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.length !== 16) return undefined;
  const groups = Array.from({ length: 8 }, (_, index) => (((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0)).toString(16)).join(':');
  // The longest run of zeros, the first of those of one length; one group alone is written out.
  const runs = [...groups.matchAll(/(?<![\da-f])0(?::0)+(?![\da-f])/g)];
  const longest = runs.reduce<(typeof runs)[number] | undefined>((best, run) => (best === undefined || run[0].length > best[0].length ? run : best), undefined);
  if (longest === undefined) return groups;
  return `${groups.slice(0, longest.index).replace(/:$/, '')}::${groups.slice(longest.index + longest[0].length).replace(/^:/, '')}`;
}
