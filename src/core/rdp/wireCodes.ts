// The numbers of RDP's connection sequence before security starts, under their names in [MS-RDPBCGR] 2.2.1.1 (request),
// 2.2.1.2.1 (RDP_NEG_RSP) and 2.2.1.2.2 (RDP_NEG_FAILURE). Names only: what an answer means is decided in core/listener.

/** Bits of requestedProtocols; a selectedProtocol is exactly one of them. PROTOCOL_RDP is the absence of every bit. */
export const protocol = {
  PROTOCOL_RDP: 0x00,
  PROTOCOL_SSL: 0x01,
  PROTOCOL_HYBRID: 0x02,
  PROTOCOL_RDSTLS: 0x04,
  PROTOCOL_HYBRID_EX: 0x08,
  PROTOCOL_RDSAAD: 0x10,
} as const;

export const failureCode = {
  SSL_REQUIRED_BY_SERVER: 1,
  SSL_NOT_ALLOWED_BY_SERVER: 2,
  SSL_CERT_NOT_ON_SERVER: 3,
  INCONSISTENT_FLAGS: 4,
  HYBRID_REQUIRED_BY_SERVER: 5,
  SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER: 6,
} as const;

const protocolWords: readonly (readonly [number, string])[] = [
  [protocol.PROTOCOL_SSL, 'TLS'],
  [protocol.PROTOCOL_HYBRID, 'CredSSP'],
  [protocol.PROTOCOL_RDSTLS, 'RDSTLS'],
  [protocol.PROTOCOL_HYBRID_EX, 'CredSSP early'],
  [protocol.PROTOCOL_RDSAAD, 'RDSAAD'],
];

const failureWords = new Map<number, string>(Object.entries(failureCode).map(([name, code]) => [code, name]));

/** The protocols in the field's own short words, `TLS|CredSSP`; `RDP` for none; bits without a name in hexadecimal. */
export function protocolText(bits: number): string {
  if (bits === protocol.PROTOCOL_RDP) return 'RDP';
  const words = protocolWords.filter(([bit]) => (bits & bit) !== 0).map(([, word]) => word);
  const unnamed = (bits & ~0x1f) >>> 0;
  if (unnamed !== 0) words.push(`0x${unnamed.toString(16)}`);
  return words.join('|');
}

/** The name of a failureCode in [MS-RDPBCGR], or the number for one that has none. */
export function failureText(code: number): string {
  return failureWords.get(code) ?? `0x${code.toString(16)}`;
}
