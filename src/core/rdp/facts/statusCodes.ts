// NTSTATUS and security (SSPI) codes that the parts of Remote Desktop report, and the answers of the negotiation before security. Event 56
// of TermDD writes an NTSTATUS with D for C at its start: 0xD00000B5 is 0xC00000B5. Names: [MS-ERREF], [MS-RDPBCGR] 2.2.1.2.2.

import { once } from '../once';
import type { Symptom } from '../symptom';
import { failureCode } from '../wireCodes';

export interface StatusCode {
  readonly code: number;
  readonly name: string;
  readonly means: string;
  readonly symptom?: Symptom;
}

export const statusSource = { source: '[MS-ERREF]; message tables of Windows', confidence: 'H' } as const;

export const statusCodes = [
  { code: 0xc0000022, name: 'STATUS_ACCESS_DENIED', means: 'access denied', symptom: 1 },
  { code: 0xc000005e, name: 'STATUS_NO_LOGON_SERVERS', means: 'no domain controller can be reached to check the logon', symptom: 3 },
  { code: 0xc0000064, name: 'STATUS_NO_SUCH_USER', means: 'there is no such user', symptom: 3 },
  { code: 0xc000006a, name: 'STATUS_WRONG_PASSWORD', means: 'the password is wrong', symptom: 3 },
  { code: 0xc000006d, name: 'STATUS_LOGON_FAILURE', means: 'user name or password is wrong', symptom: 3 },
  { code: 0xc000006e, name: 'STATUS_ACCOUNT_RESTRICTION', means: 'a restriction of the account, e.g. a blank password over the network', symptom: 3 },
  { code: 0xc000006f, name: 'STATUS_INVALID_LOGON_HOURS', means: 'the account may not log on at this time', symptom: 3 },
  { code: 0xc0000070, name: 'STATUS_INVALID_WORKSTATION', means: 'the account may not log on from this computer', symptom: 3 },
  { code: 0xc0000071, name: 'STATUS_PASSWORD_EXPIRED', means: 'the password has expired', symptom: 3 },
  { code: 0xc0000072, name: 'STATUS_ACCOUNT_DISABLED', means: 'the account is disabled', symptom: 3 },
  { code: 0xc00000b5, name: 'STATUS_IO_TIMEOUT', means: 'the other end did not answer in time', symptom: 3 },
  { code: 0xc0000133, name: 'STATUS_TIME_DIFFERENCE_AT_DC', means: 'the clock differs too much from that of the domain controller', symptom: 3 },
  { code: 0xc000015b, name: 'STATUS_LOGON_TYPE_NOT_GRANTED', means: 'the user does not have the right to this kind of logon', symptom: 1 },
  { code: 0xc000018d, name: 'STATUS_TRUSTED_RELATIONSHIP_FAILURE', means: 'the trust between this computer and its domain is broken', symptom: 3 },
  { code: 0xc0000193, name: 'STATUS_ACCOUNT_EXPIRED', means: 'the account has expired', symptom: 3 },
  { code: 0xc000020c, name: 'STATUS_CONNECTION_DISCONNECTED', means: 'the connection was closed by the other end' },
  { code: 0xc000020d, name: 'STATUS_CONNECTION_RESET', means: 'the connection was reset on its way or by the other end' },
  { code: 0xc0000224, name: 'STATUS_PASSWORD_MUST_CHANGE', means: 'the password has to be changed before the first logon', symptom: 3 },
  { code: 0xc0000234, name: 'STATUS_ACCOUNT_LOCKED_OUT', means: 'the account is locked out', symptom: 3 },
  { code: 0xc0000413, name: 'STATUS_AUTHENTICATION_FIREWALL_FAILED', means: 'selective authentication of the trust does not let the user log on here', symptom: 3 },
  { code: 0xc00a0006, name: 'STATUS_CTX_CLOSE_PENDING', means: 'the connection was being closed already' },
  { code: 0xc00a0032, name: 'STATUS_RDP_PROTOCOL_ERROR', means: 'the other end broke the protocol: another program, a scanner, or damaged data', symptom: 3 },
  { code: 0x80070005, name: 'E_ACCESSDENIED', means: 'access denied', symptom: 1 },
  { code: 0x80090016, name: 'NTE_BAD_KEYSET', means: 'the private key is missing or may not be read', symptom: 3 },
  { code: 0x80090302, name: 'SEC_E_UNSUPPORTED_FUNCTION', means: 'the authentication asked for is not supported; after May 2018 usually CredSSP updates that differ', symptom: 3 },
  { code: 0x80090304, name: 'SEC_E_INTERNAL_ERROR', means: 'the local security authority could not be reached', symptom: 3 },
  { code: 0x80090308, name: 'SEC_E_INVALID_TOKEN', means: 'an authentication message is not valid, often not TLS at all', symptom: 3 },
  { code: 0x8009030c, name: 'SEC_E_LOGON_DENIED', means: 'the logon was denied', symptom: 3 },
  { code: 0x8009030d, name: 'SEC_E_UNKNOWN_CREDENTIALS', means: 'the private key of the certificate may not be read', symptom: 3 },
  { code: 0x8009030e, name: 'SEC_E_NO_CREDENTIALS', means: 'there are no credentials, or no certificate, to use', symptom: 3 },
  { code: 0x8009030f, name: 'SEC_E_MESSAGE_ALTERED', means: 'a message was changed on its way', symptom: 3 },
  { code: 0x80090322, name: 'SEC_E_WRONG_PRINCIPAL', means: 'the server is not the one the name stands for', symptom: 3 },
  { code: 0x80090325, name: 'SEC_E_UNTRUSTED_ROOT', means: 'the issuer of the certificate is not trusted', symptom: 3 },
  { code: 0x80090326, name: 'SEC_E_ILLEGAL_MESSAGE', means: 'a TLS message is not what was expected', symptom: 3 },
  { code: 0x80090327, name: 'SEC_E_CERT_UNKNOWN', means: 'the certificate could not be processed', symptom: 3 },
  { code: 0x80090328, name: 'SEC_E_CERT_EXPIRED', means: 'the certificate has expired', symptom: 3 },
  { code: 0x80090330, name: 'SEC_E_DECRYPT_FAILURE', means: 'a message could not be decrypted', symptom: 3 },
  { code: 0x80090331, name: 'SEC_E_ALGORITHM_MISMATCH', means: 'client and server have no TLS version or cipher suite in common', symptom: 3 },
  { code: 0x80090346, name: 'SEC_E_BAD_BINDINGS', means: 'the channel of the authentication is not the one of the connection: something stands between the two', symptom: 3 },
  { code: 0x2740, name: 'WSAEADDRINUSE', means: 'the port is in use already, or the network adapter chosen is wrong', symptom: 2 },
  { code: 0x274c, name: 'WSAETIMEDOUT', means: 'nothing answered in time', symptom: 2 },
  { code: 0x274d, name: 'WSAECONNREFUSED', means: 'nothing listens on the port, or a firewall rejects', symptom: 2 },
] as const satisfies readonly StatusCode[];

export const negotiationSource = { source: '[MS-RDPBCGR] 2.2.1.2.2', confidence: 'H' } as const;

/** What a server means with which it ends the negotiation. */
export const negotiationFailures = [
  { code: failureCode.SSL_REQUIRED_BY_SERVER, means: 'the server takes only TLS, and the client did not ask for it' },
  { code: failureCode.SSL_NOT_ALLOWED_BY_SERVER, means: 'the server takes only native RDP security: SecurityLayer is 0' },
  { code: failureCode.SSL_CERT_NOT_ON_SERVER, means: 'the server has no certificate for TLS' },
  { code: failureCode.INCONSISTENT_FLAGS, means: 'what the client asks for contradicts itself' },
  { code: failureCode.HYBRID_REQUIRED_BY_SERVER, means: 'the server requires network level authentication' },
  { code: failureCode.SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER, means: 'the server requires TLS with a certificate of the client' },
] as const;

const byCode = /* @__PURE__ */ once(() => new Map<number, StatusCode>(statusCodes.map((row) => [row.code, row])));

/** With D for C at its start as well; `code` without a sign. */
export function findStatusCode(code: number): StatusCode | undefined {
  return byCode().get(code) ?? (code >>> 28 === 0xd ? byCode().get((code & 0xefffffff) >>> 0) : undefined);
}
