// MCS (T.125) as far as it can be met before a login. So far one PDU: DisconnectProviderUltimatum, with which a server ends the
// conversation, xrdp even in place of a Connection Confirm. Aligned PER, [MS-RDPBCGR] 4.1.6 shows one decoded.

/** T.125 Reason: 0 domain disconnected, 1 provider initiated, 2 token purged, 3 user requested, 4 channel purged. */
export type DisconnectReason = number;

const disconnectProviderUltimatum = 8;

/** The reason of a DisconnectProviderUltimatum; undefined where the payload of a Data TPDU is anything else. */
export function readDisconnectProviderUltimatum(payload: Uint8Array): DisconnectReason | undefined {
  const [first, second] = payload;
  if (payload.length !== 2 || first === undefined || second === undefined) return undefined;
  if (first >> 2 !== disconnectProviderUltimatum) return undefined;
  // Three bits of reason straddle the two bytes; the seven bits after them are padding.
  return ((first & 0b11) << 1) | (second >> 7);
}
