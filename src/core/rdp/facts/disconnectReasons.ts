// Why a client says it was disconnected: the disconnect reason of the ActiveX client (an "error code" in Remote Desktop Connection), and
// the extended reasons that are no ERRINFO numbers; all others are (errorInfo.ts). Meanings in our words.

import { once } from '../once';
import type { Symptom } from '../symptom';

export interface DisconnectReason {
  readonly code: number;
  readonly means: string;
  readonly symptom?: Symptom;
}

export const disconnectReasonSource = { source: 'Microsoft, IMsTscAxEvents::OnDisconnected', confidence: 'H' } as const;

export const disconnectReasons = [
  { code: 0x0, means: 'the client gives no reason' },
  { code: 0x1, means: 'the client disconnected; no error' },
  { code: 0x2, means: 'a user disconnected at the other end; no error' },
  { code: 0x3, means: 'the server disconnected; the extended code says why', symptom: 1 },
  { code: 0x104, means: 'the name of the server could not be resolved', symptom: 2 },
  { code: 0x106, means: 'the client is out of memory' },
  { code: 0x108, means: 'the connection timed out: nothing answers at the address and port', symptom: 2 },
  { code: 0x204, means: 'the connection to the port failed: refused, blocked or no way there', symptom: 2 },
  { code: 0x206, means: 'the client is out of memory' },
  { code: 0x208, means: 'the host was not found', symptom: 2 },
  { code: 0x304, means: 'the connection broke while data was sent', symptom: 1 },
  { code: 0x306, means: 'the client is out of memory' },
  { code: 0x308, means: 'the address of the server is not valid', symptom: 2 },
  { code: 0x404, means: 'the connection broke while data was received', symptom: 1 },
  { code: 0x406, means: 'the security data of the connection are not valid', symptom: 3 },
  { code: 0x408, means: 'an internal error of the client' },
  { code: 0x506, means: 'client and server found no encryption method in common', symptom: 3 },
  { code: 0x508, means: 'the name of the server could not be resolved', symptom: 2 },
  { code: 0x604, means: 'the name of the server could not be resolved', symptom: 2 },
  { code: 0x606, means: 'the security data of the server are not valid', symptom: 3 },
  { code: 0x608, means: 'a timer of the client failed' },
  { code: 0x704, means: 'the connection timed out', symptom: 2 },
  { code: 0x706, means: 'the certificate of the server could not be read', symptom: 3 },
  { code: 0x804, means: 'the address of the server is not valid', symptom: 2 },
  { code: 0x807, means: 'the logon failed: user name or password', symptom: 3 },
  { code: 0x808, means: 'licensing failed between client and server', symptom: 4 },
  { code: 0x904, means: 'the server closed the connection; the extended code may say why', symptom: 3 },
  { code: 0x906, means: 'an internal error of security', symptom: 3 },
  { code: 0x908, means: 'licensing took too long', symptom: 4 },
  { code: 0xa06, means: 'an internal error of security', symptom: 3 },
  { code: 0xa07, means: 'there is no such user', symptom: 3 },
  { code: 0xb06, means: 'the data could not be encrypted', symptom: 3 },
  { code: 0xb07, means: 'the account is disabled', symptom: 3 },
  { code: 0xc06, means: 'the data could not be decrypted', symptom: 3 },
  { code: 0xc07, means: 'a restriction of the account, e.g. a blank password or a logon type that is not granted', symptom: 3 },
  { code: 0xc08, means: 'the data could not be unpacked', symptom: 3 },
  { code: 0xd07, means: 'the account is locked out', symptom: 3 },
  { code: 0xe07, means: 'the account has expired', symptom: 3 },
  { code: 0xf07, means: 'the password has expired', symptom: 3 },
  { code: 0x1207, means: 'the password has to be changed before the first logon', symptom: 3 },
  { code: 0x1607, means: 'policy does not let the client delegate credentials to this server', symptom: 3 },
  { code: 0x1707, means: 'policy lets the client delegate credentials only after mutual authentication', symptom: 3 },
  { code: 0x1807, means: 'no domain controller could be asked for authentication', symptom: 3 },
  { code: 0x1b07, means: 'the certificate of the server has expired or is not valid', symptom: 3 },
  { code: 0x1c07, means: 'the PIN of the smart card is wrong', symptom: 3 },
  { code: 0x2107, means: 'the server does not take saved credentials: the password has to be typed', symptom: 3 },
  { code: 0x2207, means: 'the smart card is blocked', symptom: 3 },
] as const satisfies readonly DisconnectReason[];

export const extendedReasonSource = { source: 'Microsoft, ExtendedDisconnectReasonCode enumeration', confidence: 'H' } as const;

/** Those that ERRINFO does not have. */
export const extendedReasons = [
  { code: 0x8, means: 'the server refused the connection for FIPS', symptom: 3 },
  { code: 0x10b, means: 'the client may not create its store of licences: start it once as an administrator', symptom: 4 },
  { code: 0x300, means: 'the credentials were not encrypted as the server expects', symptom: 3 },
] as const satisfies readonly DisconnectReason[];

const byCode = /* @__PURE__ */ once(() => new Map<number, DisconnectReason>(disconnectReasons.map((row) => [row.code, row])));

export function findDisconnectReason(code: number): DisconnectReason | undefined {
  return byCode().get(code);
}

/** Only where the number is no ERRINFO number. */
export function findExtendedReason(code: number): DisconnectReason | undefined {
  return extendedReasons.find((row) => row.code === code);
}
