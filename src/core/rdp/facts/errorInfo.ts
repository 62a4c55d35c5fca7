// Why a server ended a connection: the ERRINFO numbers of [MS-RDPBCGR] 2.2.5.1.1, which event 40 of the Local Session Manager carries
// as its reason. Names are the specification's, meanings ours. From PROTOCOL_ERROR_FROM on they are errors of the protocol.

import { once } from '../once';
import type { Symptom } from '../symptom';

export interface ErrorInfo {
  readonly code: number;
  readonly name: string;
  readonly means: string;
  readonly symptom?: Symptom;
}

export const errorInfoSource = { source: '[MS-RDPBCGR] 2.2.5.1.1', confidence: 'H' } as const;

export const PROTOCOL_ERROR_FROM = 0x10c9;

export const errorInfos = [
  { code: 0x0, name: 'ERRINFO_NONE', means: 'no reason given' },
  { code: 0x1, name: 'ERRINFO_RPC_INITIATED_DISCONNECT', means: 'disconnected by an administrator', symptom: 1 },
  { code: 0x2, name: 'ERRINFO_RPC_INITIATED_LOGOFF', means: 'logged off by an administrator', symptom: 1 },
  { code: 0x3, name: 'ERRINFO_IDLE_TIMEOUT', means: 'limit for idle sessions', symptom: 1 },
  { code: 0x4, name: 'ERRINFO_LOGON_TIMEOUT', means: 'limit for active sessions or for the logon', symptom: 1 },
  { code: 0x5, name: 'ERRINFO_DISCONNECTED_BY_OTHERCONNECTION', means: 'another connection took the session', symptom: 1 },
  { code: 0x6, name: 'ERRINFO_OUT_OF_MEMORY', means: 'the server is out of memory', symptom: 1 },
  { code: 0x7, name: 'ERRINFO_SERVER_DENIED_CONNECTION', means: 'the server refused the connection', symptom: 1 },
  { code: 0x9, name: 'ERRINFO_SERVER_INSUFFICIENT_PRIVILEGES', means: 'the user is not in Remote Desktop Users or lacks the right', symptom: 1 },
  { code: 0xa, name: 'ERRINFO_SERVER_FRESH_CREDENTIALS_REQUIRED', means: 'saved credentials are not accepted', symptom: 3 },
  { code: 0xb, name: 'ERRINFO_RPC_INITIATED_DISCONNECT_BYUSER', means: 'the user disconnected' },
  { code: 0xc, name: 'ERRINFO_LOGOFF_BY_USER', means: 'the user logged off' },
  { code: 0xf, name: 'ERRINFO_CLOSE_STACK_ON_DRIVER_NOT_READY', means: 'the display driver of the session was not ready', symptom: 1 },
  { code: 0x10, name: 'ERRINFO_SERVER_DWM_CRASH', means: 'the window manager of the session died', symptom: 1 },
  { code: 0x11, name: 'ERRINFO_CLOSE_STACK_ON_DRIVER_FAILURE', means: 'the display driver of the session failed', symptom: 1 },
  { code: 0x12, name: 'ERRINFO_CLOSE_STACK_ON_DRIVER_IFACE_FAILURE', means: 'the display driver of the session lacks an interface', symptom: 1 },
  { code: 0x17, name: 'ERRINFO_SERVER_WINLOGON_CRASH', means: 'Winlogon of the session died', symptom: 1 },
  { code: 0x18, name: 'ERRINFO_SERVER_CSRSS_CRASH', means: 'the Windows subsystem of the session died', symptom: 1 },
  { code: 0x100, name: 'ERRINFO_LICENSE_INTERNAL', means: 'licensing failed', symptom: 4 },
  { code: 0x101, name: 'ERRINFO_LICENSE_NO_LICENSE_SERVER', means: 'no license server', symptom: 4 },
  { code: 0x102, name: 'ERRINFO_LICENSE_NO_LICENSE', means: 'no license available', symptom: 4 },
  { code: 0x103, name: 'ERRINFO_LICENSE_BAD_CLIENT_MSG', means: 'the client sent a licensing message that is not valid', symptom: 4 },
  { code: 0x104, name: 'ERRINFO_LICENSE_HWID_DOESNT_MATCH_LICENSE', means: 'the license of the client belongs to another computer', symptom: 4 },
  { code: 0x105, name: 'ERRINFO_LICENSE_BAD_CLIENT_LICENSE', means: 'the license of the client is damaged', symptom: 4 },
  { code: 0x106, name: 'ERRINFO_LICENSE_CANT_FINISH_PROTOCOL', means: 'the licensing exchange was not finished', symptom: 4 },
  { code: 0x107, name: 'ERRINFO_LICENSE_CLIENT_ENDED_PROTOCOL', means: 'the client ended the licensing exchange', symptom: 4 },
  { code: 0x108, name: 'ERRINFO_LICENSE_BAD_CLIENT_ENCRYPTION', means: 'a licensing message of the client was encrypted wrongly', symptom: 4 },
  { code: 0x109, name: 'ERRINFO_LICENSE_CANT_UPGRADE_LICENSE', means: 'the license of the client could not be upgraded', symptom: 4 },
  { code: 0x10a, name: 'ERRINFO_LICENSE_NO_REMOTE_CONNECTIONS', means: 'the server has no license for remote connections', symptom: 4 },
  { code: 0x400, name: 'ERRINFO_CB_DESTINATION_NOT_FOUND', means: 'the broker found no destination', symptom: 1 },
  { code: 0x402, name: 'ERRINFO_CB_LOADING_DESTINATION', means: 'the destination is starting' },
  { code: 0x404, name: 'ERRINFO_CB_REDIRECTING_TO_DESTINATION', means: 'the broker redirects to the destination' },
  { code: 0x405, name: 'ERRINFO_CB_SESSION_ONLINE_VM_WAKE', means: 'the virtual machine wakes up' },
  { code: 0x406, name: 'ERRINFO_CB_SESSION_ONLINE_VM_BOOT', means: 'the virtual machine starts' },
  { code: 0x407, name: 'ERRINFO_CB_SESSION_ONLINE_VM_NO_DNS', means: 'the virtual machine has no address in DNS', symptom: 1 },
  { code: 0x408, name: 'ERRINFO_CB_DESTINATION_POOL_NOT_FREE', means: 'nothing in the pool is free', symptom: 1 },
  { code: 0x409, name: 'ERRINFO_CB_CONNECTION_CANCELLED', means: 'the connection was cancelled' },
  { code: 0x410, name: 'ERRINFO_CB_CONNECTION_ERROR_INVALID_SETTINGS', means: 'the settings given to the broker are not valid', symptom: 1 },
  { code: 0x411, name: 'ERRINFO_CB_SESSION_ONLINE_VM_BOOT_TIMEOUT', means: 'the virtual machine did not start in time', symptom: 1 },
  { code: 0x412, name: 'ERRINFO_CB_SESSION_ONLINE_VM_SESSMON_FAILED', means: 'the monitor of sessions failed', symptom: 1 },
] as const satisfies readonly ErrorInfo[];

/** Reasons beside the specification: what RdpCoreTS itself sets, and the reasons of its event 103, which are numbers of their own. */
export const otherReasons = [
  { where: 'LocalSessionManager 40', code: 0xd0000001, means: 'the connection was lost', source: 'field reports', confidence: 'M' },
  { where: 'RdpCoreTS 103', code: 5, means: 'another connection took the session', source: 'recorded events', confidence: 'H' },
  { where: 'RdpCoreTS 103', code: 13, means: 'the user disconnected', source: 'recorded events', confidence: 'H' },
  { where: 'RdpCoreTS 103', code: 14, means: 'the socket was lost', source: 'recorded events', confidence: 'H' },
] as const;

const byCode = /* @__PURE__ */ once(() => new Map<number, ErrorInfo>(errorInfos.map((info) => [info.code, info])));

/** The reason with this number, or undefined where the specification has none below the errors of the protocol. */
export function findErrorInfo(code: number): ErrorInfo | undefined {
  const known = byCode().get(code);
  if (known !== undefined || code < PROTOCOL_ERROR_FROM || code > 0xffff) return known;
  return { code, name: `0x${code.toString(16).toUpperCase()}`, means: 'one end broke the protocol' };
}
