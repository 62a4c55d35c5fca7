// Routing tokens: the line with which a client tells a load balancer, or the broker behind one address, where a connection belongs.
// [MS-RDPBCGR] 2.2.1.1, [MSFT-SDLBTS]; the form for a collection is what a broker puts into loadbalanceinfo of its .rdp files.
// Says which machine a token names, not whether anything there would heed it.

export type RoutingToken =
  /** `Cookie: msts=` and an address of IPv4 with a port. */
  | { readonly kind: 'address'; readonly address: string; readonly port: number }
  /** `tsv://MS Terminal Services Plugin.1.` and the name of a collection. */
  | { readonly kind: 'collection'; readonly collection: string }
  /** A form of somebody else: a load balancer may have its own. */
  | { readonly kind: 'other'; readonly line: string };

const addressPrefix = 'Cookie: msts=';
const collectionPrefix = 'tsv://MS Terminal Services Plugin.1.';
const hashPrefix = 'Cookie: mstshash=';

/** What the length of a Connection Request, one byte, leaves for the line beside the negotiation part and its own end. */
const longestLine = 238;
const carriedLine = /^[ -~]+$/;

/** Whether a Connection Request can carry the line: printable ASCII, 1 to 238 characters, and not the cookie that names a person. */
export function isRoutingTokenLine(line: string): boolean {
  return line.length <= longestLine && carriedLine.test(line) && !line.startsWith(hashPrefix);
}

/** What a line without its CR LF says. */
export function readRoutingToken(line: string): RoutingToken {
  const address = /^Cookie: msts=(\d{1,10})\.(\d{1,5})\.0000$/.exec(line);
  const [ip, port] = [Number(address?.[1]), Number(address?.[2])];
  // NaN, where it is no such line, is not below anything.
  if (ip <= 0xffff_ffff && port <= 0xffff) return { kind: 'address', address: dotted(ip), port: swapped(port) };
  if (line.startsWith(collectionPrefix) && line.length > collectionPrefix.length) {
    return { kind: 'collection', collection: line.slice(collectionPrefix.length) };
  }
  return { kind: 'other', line };
}

/** The line without its CR LF. An address that is not IPv4 has no such line: undefined. */
export function routingTokenLine(token: RoutingToken): string | undefined {
  switch (token.kind) {
    case 'address': {
      const ip = number(token.address);
      return ip === undefined ? undefined : `${addressPrefix}${String(ip)}.${String(swapped(token.port))}.0000`;
    }
    case 'collection':
      return `${collectionPrefix}${token.collection}`;
    case 'other':
      return token.line;
  }
}

// The bytes of the address and of the port stand in the order of the network and are read as numbers in the order of a PC.
const dotted = (ip: number): string => [0, 8, 16, 24].map((shift) => String((ip >>> shift) & 0xff)).join('.');

const swapped = (port: number): number => ((port & 0xff) << 8) | (port >>> 8);

function number(address: string): number | undefined {
  const parts = address.split('.').map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 0x100));
  if (parts.length !== 4 || parts.some((part) => part > 0xff)) return undefined;
  return parts.reduceRight((sum, part) => sum * 0x100 + part, 0);
}
