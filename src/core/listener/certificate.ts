// A certificate as facts, read from its DER (RFC 5280) and not from what a TLS library makes of it: the same under every runtime.

export interface CertificateFacts {
  /** As Windows shows it: `CN=rds-07.corp.example, O=Example`. Escaped as in RFC 4514; no control character. */
  readonly subject: string;
  readonly issuer: string;
  /** The commonName of the subject, where there is one. */
  readonly commonName: string | null;
  /** `DNS:rds-07.corp.example`, `IP Address:192.0.2.7`, other kinds by their own prefix. */
  readonly subjectAltNames: readonly string[];
  /** ISO 8601, UTC, whole seconds: `2026-11-28T15:00:00Z`. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** OpenSSL's long name, e.g. `sha256WithRSAEncryption`, or the OID of one that is not known. */
  readonly signatureAlgorithm: string;
  /** `RSA`, `EC`, `Ed25519`, `DSA`, or the OID of the algorithm. */
  readonly keyType: string;
  /** Of the modulus, or of the curve; null where it cannot be told. */
  readonly keyBits: number | null;
  /** Subject and issuer are the same name. */
  readonly selfSigned: boolean;
  /** Null without an extended key usage, which is for everything. */
  readonly serverAuthentication: boolean | null;
}

/** A certificate that a listener presented. */
export interface PresentedCertificate {
  /** Thumbprints of the DER, lower-case hexadecimal. */
  readonly sha1: string;
  readonly sha256: string;
  /** Null where the DER could not be read. */
  readonly facts: CertificateFacts | null;
}
