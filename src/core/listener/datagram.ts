// Whether the UDP side of a listener answers ([MS-RDPEUDP]), as far as that can be told before a session.

/** `answers`: SYN+ACK. `closed`: the system or a router said so. `silent`: nobody answered, which a healthy server may do too. */
export type UdpAnswer =
  | { readonly kind: 'answers'; /** uUdpVer of SYNDATAEX; null where the answer carries none. */ readonly version: number | null }
  | { readonly kind: 'closed' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'unreachable'; readonly systemCode: string }
  | { readonly kind: 'malformed'; /** The first bytes, hexadecimal. */ readonly excerpt: string };
