// What a server says to a ClientHello before anything is encrypted: its ServerHello with, up to TLS 1.2, its certificates; or why not.

import type { TlsVersion } from './tlsVersion';

/** One ClientHello: asks for versions up to `highest`; for TLS 1.3 it asks for that version alone. */
export interface TlsQuestion {
  readonly highest: Exclude<TlsVersion, 'SSLv3'>;
  /** For the server_name extension: a host name, never an address. */
  readonly serverName: string | undefined;
}

export type TlsAnswer =
  | {
      readonly kind: 'serverHello';
      readonly version: TlsVersion;
      /** The number of the cipher suite. */
      readonly cipherSuite: number;
      /** DER, the server's own first. Empty where none came in clear, which in TLS 1.3 is always. */
      readonly chain: readonly Uint8Array[];
      /** Where the flight ended: whole, or cut short behind the ServerHello. */
      readonly whole: boolean;
    }
  /** RFC 8446 section 6: 40 handshake_failure, 70 protocol_version, 80 internal_error, … */
  | { readonly kind: 'alert'; readonly description: number }
  /** Bytes that are no TLS record. */
  | { readonly kind: 'notTls'; /** The first bytes, hexadecimal. */ readonly excerpt: string }
  /** TLS records that break their rules. */
  | { readonly kind: 'malformed'; readonly fault: 'recordLength' | 'handshakeLength' | 'serverHello' | 'version' | 'certificate' | 'tooLarge' | 'cut' }
  | { readonly kind: 'closed'; readonly reset: boolean }
  | { readonly kind: 'timeout'; readonly received: number };
