// What a server says to an MCS Connect Initial that offers methods of RDP's own encryption: [MS-RDPBCGR] 2.2.1.4, T.125, T.124.

export type McsAnswer =
  | {
      readonly kind: 'connectResponse';
      /** T.125 Result: 0 is rt-successful; names in wireCodes.ts. */
      readonly result: number;
      /** `version` of SC_CORE, e.g. 0x00080004; null where the block is not there. */
      readonly serverVersion: number | null;
      /** SC_SECURITY; null where the block is not there. Numbers in wireCodes.ts. */
      readonly security: { readonly method: number; readonly level: number } | null;
    }
  | { readonly kind: 'disconnect'; readonly reason: number }
  | { readonly kind: 'malformed'; readonly fault: 'frame' | 'ber' | 'gcc' | 'block' | 'unexpectedTpdu' | 'cut' }
  | { readonly kind: 'closed'; readonly reset: boolean }
  | { readonly kind: 'timeout'; readonly received: number };
