// What a server says to the first message of CredSSP, which carries no name and no password: [MS-CSSP] 2.2.1, [MS-NLMP] 2.2.1.2.

export type ChallengeAnswer =
  | {
      readonly kind: 'challenge';
      readonly targetName: string | null;
      readonly netbiosComputer: string | null;
      readonly netbiosDomain: string | null;
      readonly dnsComputer: string | null;
      readonly dnsDomain: string | null;
      readonly dnsForest: string | null;
      readonly version: { readonly major: number; readonly minor: number; readonly build: number } | null;
      /** The clock of the server, milliseconds since the Unix epoch. */
      readonly serverTime: number | null;
    }
  /** TSRequest with an errorCode: an NTSTATUS. NTLM can be switched off. */
  | { readonly kind: 'error'; readonly status: number }
  | { readonly kind: 'malformed'; readonly fault: 'der' | 'noToken' | 'notChallenge' | 'field' | 'tooLarge' | 'cut' }
  | { readonly kind: 'closed'; readonly reset: boolean }
  | { readonly kind: 'timeout'; readonly received: number };
