// What a full check of a listener knows beyond the protocols it takes: versions of TLS, certificates, native encryption, who the host
// says it is, UDP, the other addresses of the name. Each is null, or empty, where it was not asked or could not be told.

import type { Answer } from './answer';
import type { PresentedCertificate } from './certificate';
import type { UdpAnswer } from './datagram';
import type { TlsVersion } from './tls/tlsVersion';

/**
 * `encrypted`: TLS 1.3, and only a ClientHello was sent. `anonymous`: a cipher suite without certificates. `failed`: the library of the
 * runtime could not finish a handshake. The others are what came in place of a ServerHello.
 */
export type Unreadable = 'encrypted' | 'anonymous' | 'failed' | 'alert' | 'notTls' | 'malformed' | 'closed' | 'timeout';

export interface TlsSeen {
  /** Offered, oldest first. */
  readonly versions: readonly TlsVersion[];
  /** Asked for and not to be had, oldest first. */
  readonly refused: readonly TlsVersion[];
  /** Chosen by the server for the newest version it was seen to speak: its name at IANA, or its number in hexadecimal. */
  readonly cipherSuite: string | null;
  /** The server's own certificate first. */
  readonly chain: readonly PresentedCertificate[];
  /** The server's own, where other connections of the same check met another. */
  readonly otherCertificates: readonly PresentedCertificate[];
  /** Why there is no certificate; null where there is one. */
  readonly unreadable: Unreadable | null;
}

/** RDP's own encryption, by the words of Microsoft's article. */
export interface NativeEncryption {
  readonly level: 'none' | 'low' | 'clientCompatible' | 'high' | 'fips';
  readonly methods: readonly ('40' | '56' | '128' | 'fips')[];
}

/** What the host says of itself in an NTLM challenge. */
export interface HostByChallenge {
  readonly netbiosName: string | null;
  readonly dnsName: string | null;
  /** Of a domain or, in a workgroup, of the computer. */
  readonly domain: string | null;
  /** e.g. `10.0.20348` */
  readonly build: string | null;
  /** How far its clock is ahead of the one here. */
  readonly clockSkewSeconds: number | null;
}

export interface AddressAnswer {
  readonly address: string;
  readonly answer: Answer;
}

export interface VerdictDetails {
  /** TLS inside RDP or, where no RDP answers, from the first byte; null where no connection came to it. */
  readonly tls: TlsSeen | null;
  readonly nativeEncryption: NativeEncryption | null;
  readonly host: HostByChallenge | null;
  readonly udp: UdpAnswer | null;
  /** The other addresses of the name, and what each said to the first question. */
  readonly addresses: readonly AddressAnswer[];
  /** Of the Connection Confirm: 0x1234 from every Windows that was seen. */
  readonly sourceReference: number | null;
  /** The line a load balancer was given with every question (routingToken.ts); null: none. */
  readonly routingToken: string | null;
  /** The time ran out before everything was asked. */
  readonly outOfTime: boolean;
}

export const noDetails: VerdictDetails = { tls: null, nativeEncryption: null, host: null, udp: null, addresses: [], sourceReference: null, routingToken: null, outOfTime: false };
