// IP addresses in texts and their stand-ins from the ranges kept for documentation (RFC 5737, RFC 3849). Addresses that name no machine
// stay: unspecified, loopback, broadcast, network masks. A number of four parts is an address only where nothing else is around it.

import { isIpv4, isIpv6 } from '../../listener/ipAddress';

// Six and more groups, or a double colon; then a scope. Looked at closer by isIpv6.
export const addressPattern =
  '(?<![\\w:.])(?:[\\da-f]{0,4}:){2,7}(?:[\\da-f]{1,4}|(?:\\d{1,3}\\.){3}\\d{1,3})?(?:%\\w+)?(?![\\w:])|(?<![\\w.])(?:\\d{1,3}\\.){3}\\d{1,3}(?!\\.?\\w)';

export function isMachineAddress(text: string): boolean {
  if (isIpv4(text)) return !/^(?:0\.0\.0\.0|127\..*|255\.255\.255\.255|255(?:\.(?:255|254|252|248|240|224|192|128|0)){3})$/.test(text);
  return isIpv6(text) && !/^(?:::|::1|0(?::0){7}|(?:0:){7}1)(?:%.*)?$/.test(text);
}

const ranges = ['192.0.2', '198.51.100', '203.0.113'] as const;
const IN_RANGE = 254;

/** Of the nth address, from 1 on. */
export function addressStandIn(address: string, nth: number): string {
  if (isIpv4(address)) {
    const range = ranges[Math.floor((nth - 1) / IN_RANGE)];
    // More than the ranges hold: RFC 2544 keeps 198.18.0.0/15 for tests.
    return range === undefined ? `198.18.${(nth >> 8) & 0xff}.${nth & 0xff}` : `${range}.${((nth - 1) % IN_RANGE) + 1}`;
  }
  return `2001:db8::${nth.toString(16)}`;
}

/** What follows the % of an address, with it; a name of an interface can be anybody's. */
export function scopeOf(address: string): string {
  return /%\d+$/.exec(address)?.[0] ?? '';
}
