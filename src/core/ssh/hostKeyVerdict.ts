// What the known_hosts files and our own store say about a key that a host showed. Source: sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT".

/** A line of a known_hosts file; line 0 stands for our own store. */
export interface KnownLine {
  readonly file: string;
  readonly line: number;
  readonly keyType: string;
  /** `SHA256:…` */
  readonly fingerprint: string;
}

export type HostKeyVerdict =
  | { readonly kind: 'trusted'; readonly by: KnownLine }
  /** No line is about this host. `certificateAuthority` where one is, but only through certificates, which are not supported. */
  | { readonly kind: 'unknown'; readonly certificateAuthority: KnownLine | undefined }
  /** Lines about this host hold other keys. */
  | { readonly kind: 'changed'; readonly known: readonly [KnownLine, ...KnownLine[]] }
  | { readonly kind: 'revoked'; readonly by: KnownLine };

/** A host key as the protocol shows it. */
export interface PresentedKey {
  readonly keyType: string;
  /** The blob of RFC 4253, section 6.6. */
  readonly blob: Uint8Array;
}
