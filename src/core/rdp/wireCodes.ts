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

/** The protocols of CredSSP, which is what NLA is; and all that run inside TLS, CredSSP among them. */
export const credsspProtocols: readonly number[] = [protocol.PROTOCOL_HYBRID, protocol.PROTOCOL_HYBRID_EX];
export const protocolsInsideTls: readonly number[] = [protocol.PROTOCOL_SSL, ...credsspProtocols, protocol.PROTOCOL_RDSTLS];

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

/** The source reference that every Windows which was seen puts into its Connection Confirm. No document asks for it. */
export const windowsReference = 0x1234;

/** Flags of RDP_NEG_REQ, [MS-RDPBCGR] 2.2.1.1.1. */
export const requestFlag = { RESTRICTED_ADMIN_MODE_REQUIRED: 0x01, REDIRECTED_AUTHENTICATION_MODE_REQUIRED: 0x02, CORRELATION_INFO_PRESENT: 0x08 } as const;

/** Flags of RDP_NEG_RSP, [MS-RDPBCGR] 2.2.1.2.1. What servers send hints at their age and is no version. */
export const responseFlag = {
  EXTENDED_CLIENT_DATA_SUPPORTED: 0x01,
  DYNVC_GFX_PROTOCOL_SUPPORTED: 0x02,
  NEGRSP_FLAG_RESERVED: 0x04,
  RESTRICTED_ADMIN_MODE_SUPPORTED: 0x08,
  REDIRECTED_AUTHENTICATION_MODE_SUPPORTED: 0x10,
} as const;

/** encryptionMethod and encryptionLevel of the server's security data, [MS-RDPBCGR] 2.2.1.4.3: what native RDP security would use. */
export const encryptionMethod = { none: 0, '40-bit': 1, '128-bit': 2, '56-bit': 8, FIPS: 0x10 } as const;
export const encryptionLevel = { none: 0, low: 1, 'client compatible': 2, high: 3, FIPS: 4 } as const;

/** Which of these flags servers were seen to send together, and which servers those were. A hint at their age. */
export const responseFlagsSeen = [
  { flags: 0x00, servers: 'servers of 2007 to 2015 with RDP security' },
  { flags: 0x01, servers: 'Windows Server 2008 R2' },
  { flags: 0x07, servers: undefined },
  { flags: 0x09, servers: 'Windows Server 2008 with updates' },
  { flags: 0x0f, servers: undefined },
  { flags: 0x1f, servers: 'Windows 10 of 2019 to Windows Server 2025' },
] as const;

/** What the server answers to the request to open a conference, T.125 7: its number is its place. */
export const mcsResult = [
  'rt-successful', 'rt-domain-merging', 'rt-domain-not-hierarchical', 'rt-no-such-channel', 'rt-no-such-domain', 'rt-no-such-user',
  'rt-not-admitted', 'rt-other-user-id', 'rt-parameters-unacceptable', 'rt-token-not-available', 'rt-token-not-possessed',
  'rt-too-many-channels', 'rt-too-many-tokens', 'rt-too-many-users', 'rt-unspecified-failure', 'rt-user-rejected',
] as const;

/** Headers of the data blocks in the connection sequence, [MS-RDPBCGR] 2.2.1.3.1. */
export const dataBlock = { CS_CORE: 0xc001, CS_SECURITY: 0xc002, CS_NET: 0xc003, CS_CLUSTER: 0xc004, SC_CORE: 0x0c01, SC_SECURITY: 0x0c02, SC_NET: 0x0c03 } as const;

/** The RDP version a server tells in its core data, [MS-RDPBCGR] 2.2.1.4.2: one number for 5.0 to 8.1, then one per version. */
export function rdpVersionText(version: number): string | undefined {
  if (version === 0x00080001) return '4.0';
  if (version === 0x00080004) return '5.0 to 8.1';
  const minor = version - 0x00080005;
  return minor >= 0 && minor <= 12 ? `10.${minor}` : undefined;
}
