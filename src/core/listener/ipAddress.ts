// Literal IP addresses: RFC 4291 section 2.2 for IPv6, dotted decimal with four parts for IPv4. Answers yes or no and changes nothing.

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);
const scopeId = /^[\w.~-]+$/;

export function isIpv4(text: string): boolean {
  return ipv4.test(text);
}

/** True also with a scope id: `fe80::1%eth0`. */
export function isIpv6(text: string): boolean {
  const percent = text.indexOf('%');
  if (percent >= 0 && !scopeId.test(text.slice(percent + 1))) return false;
  const halves = (percent < 0 ? text : text.slice(0, percent)).split('::');
  if (halves.length > 2) return false;
  const [head = '', tail] = halves;
  const before = groups(head, tail === undefined);
  const after = tail === undefined ? 0 : groups(tail, true);
  if (before === undefined || after === undefined) return false;
  // A double colon stands for at least one group.
  return tail === undefined ? before === 8 : before + after <= 7;
}

/** How many 16-bit groups a half holds; undefined where it is not made of groups. The last one may be an IPv4 address, worth two. */
function groups(half: string, last: boolean): number | undefined {
  if (half === '') return 0;
  const parts = half.split(':');
  const lastPart = parts.at(-1) ?? '';
  const embedded = last && isIpv4(lastPart);
  const hexadecimal = embedded ? parts.slice(0, -1) : parts;
  if (!hexadecimal.every((part) => /^[\da-f]{1,4}$/i.test(part))) return undefined;
  return hexadecimal.length + (embedded ? 2 : 0);
}
