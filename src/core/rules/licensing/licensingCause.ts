// Why the licensing of a session host does not work, from its mode, its licence servers and what they answer: one cause, the first that has to
// be put right. Undefined where nothing is wrong or nothing can be told. Remote administration (mode 1) and hosts without the role need
// no licences. Sources: Win32_TerminalServiceSetting; Microsoft, licensing mode is not configured; RDS client access licenses.

import { message, type Message } from '../../messages/message';
import type { HostSeen } from '../../snapshot/hostSeen';
import type { LicenceServerSeen, LicensingSeen } from '../../snapshot/licensingSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import { connectivity, serversWith } from './licenceServers';

const [PER_DEVICE, PER_USER, NOT_CONFIGURED] = [2, 4, 5];

/** Current numbers of the events that say the same as the verdict. */
export const toldByVerdict = [50_280, 50_281, 50_282, 50_283, 1068, 1069];

export interface LicensingCause {
  readonly cause: Message;
  readonly fact: string;
  /** Works while the grace period lasts, or until then for some. */
  readonly soft?: true;
  /** What no licence server gives licences for. */
  readonly status?: number | null;
}

export function licensingCause({ snapshot }: ServerSeen): LicensingCause | undefined {
  const { licensing } = snapshot.sections;
  const host = dataOf(snapshot.sections.host);
  if ('failure' in licensing || host?.sessionHost === false) return undefined;
  const isMissing = (part: string): boolean => licensing.unseen.some(({ what }) => what === part);
  const { mode, servers } = licensing.data;
  // Read from the registry, "not configured" is what every server without the role has.
  if (mode === NOT_CONFIGURED && host?.sessionHost !== true && isMissing('graceDays')) return undefined;
  if (servers.length === 0 && isMissing('servers')) return undefined;
  return causeOf(licensing.data, host);
}

function causeOf(licensing: LicensingSeen, host: HostSeen | undefined): LicensingCause | undefined {
  const { mode, servers } = licensing;
  if (mode === NOT_CONFIGURED) return { cause: message('RDP407.notConfigured'), fact: 'licensing:mode' };
  if (mode !== PER_DEVICE && mode !== PER_USER) return undefined;
  if (servers.length === 0) return { cause: message('RDP407.noServer', mode === PER_DEVICE ? 'Per Device' : 'Per User'), fact: 'licensing:servers' };
  if (mode === PER_USER && host?.domainJoined === false) return { cause: message('RDP407.workgroup'), fact: 'licensing:mode', soft: true };
  return serverCause(licensing);
}

function serverCause(licensing: LicensingSeen): LicensingCause | undefined {
  const [bad] = serversWith(licensing, 'bad');
  if (bad === undefined) return undefined;
  const fact = `licensing:server:${bad.name}`;
  const status = String(bad.status);
  if (serversWith(licensing, 'good').length > 0) return { fact, cause: message('RDP407.someAnswer', bad.name, status), soft: true };
  // One that could not be asked may be the one that works.
  if (serversWith(licensing, 'unknown').length > 0) return { fact, cause: message('RDP407.someUnknown', bad.name, status), soft: true };
  return { fact, cause: noneGives(licensing.servers, bad), status: bad.status };
}

function noneGives(servers: readonly LicenceServerSeen[], { status }: LicenceServerSeen): Message {
  const all = servers.map(({ name }) => name).join(', ');
  if (servers.some((other) => other.status !== status)) return message('RDP407.noneGives', all, String(status));
  if (status === connectivity.noConnection) return message('RDP407.noneAnswers', all);
  if (status === connectivity.older) return message('RDP407.older', all);
  return status === connectivity.notInGroup ? message('RDP407.notInGroup', all) : message('RDP407.noneGives', all, String(status));
}
