// The certificates a listener can present: the bound one, the self-signed one, and the permissions of their keys.

export interface CertificateSeen {
  /** `My` or `Remote Desktop`, of the local machine. */
  readonly store: string;
  /** SHA-1, upper-case hexadecimal without blanks. */
  readonly thumbprint: string;
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601, UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly keyType: string | null;
  readonly keyBits: number | null;
  /** OID of the signature algorithm. */
  readonly signature: string;
  /** Null where it has no extended key usage at all. */
  readonly serverAuthentication: boolean | null;
  readonly hasPrivateKey: boolean;
  /** Whether NETWORK SERVICE may read the private key; null where that could not be told. */
  readonly keyReadable: boolean | null;
}

export interface AccessEntry {
  readonly sid: string;
  readonly allow: boolean;
  /** FileSystemRights as a number. */
  readonly rights: number;
}

export interface CertificatesSeen {
  readonly certificates: readonly CertificateSeen[];
  /** Of ProgramData\Microsoft\Crypto\RSA\MachineKeys; null where it could not be read. */
  readonly machineKeys: readonly AccessEntry[] | null;
}
