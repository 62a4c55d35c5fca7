// What rules about the ports of a live server share: the ports of its listeners, who listens on them, whether Remote Desktop Services
// runs, and what the port says from outside.

import type { ListenerSeen } from '../../listener/seen';
import { dataOf } from '../../snapshot/sectionData';
import type { ServerSeen } from '../../snapshot/serverSeen';
import type { ListeningSocket } from '../../snapshot/socketsSeen';
import { isHomeEdition } from '../connections/homeEdition';
import { effectiveNumber } from '../settingRule';
import { serviceOf } from '../snapshotFacts';
import type { Statements } from '../statements';

const RUNNING = 4;
const ACCEPTED = 0;
const OFF = 0;

export interface ConfiguredPort {
  readonly listener: string;
  readonly port: number;
}

export function configuredPorts(statements: Statements): readonly ConfiguredPort[] {
  const listeners = new Set(statements.final('listener.portNumber').flatMap(({ listener }) => listener ?? []));
  return [...listeners].flatMap((listener) => {
    const port = effectiveNumber(statements, 'listener.portNumber', listener);
    return port === undefined ? [] : [{ listener, port }];
  });
}

/** Undefined where the services were not seen. */
export function remoteDesktopRuns(server: ServerSeen): boolean | undefined {
  const state = serviceOf(server, 'TermService')?.state ?? null;
  return state === null ? undefined : state === RUNNING;
}

/** Where the service runs and connections are allowed: the listeners that are on, and whose ports were asked about, with nobody on them. */
export function silentPorts(statements: Statements): readonly ConfiguredPort[] {
  const { server } = statements;
  const sockets = server === undefined ? undefined : dataOf(server.snapshot.sections.sockets);
  if (server === undefined || sockets === undefined || remoteDesktopRuns(server) !== true) return [];
  if (effectiveNumber(statements, 'denyConnections', undefined) !== ACCEPTED) return [];
  const host = dataOf(server.snapshot.sections.host);
  if (host !== undefined && isHomeEdition(host)) return []; // RDP125
  return configuredPorts(statements).filter(({ listener, port }) => {
    // A listener that is off has its own rule (RDP102); the stacks of Azure Virtual Desktop repeat a port and open none.
    if (/sxs/i.test(listener) || effectiveNumber(statements, 'listener.enabled', listener) === OFF) return false;
    return sockets.ports.includes(port) && tcpSockets(server, port).length === 0;
  });
}

export function tcpSockets({ snapshot }: ServerSeen, port: number): readonly ListeningSocket[] {
  return (dataOf(snapshot.sections.sockets)?.listening ?? []).filter((socket) => socket.protocol === 'tcp' && socket.port === port);
}

export function isTermService({ pid, services }: ListeningSocket, server: ServerSeen): boolean {
  if (services.some((name) => name.toLowerCase() === 'termservice')) return true;
  const own = serviceOf(server, 'TermService')?.pid ?? 0;
  return pid !== null && pid !== 0 && pid === own;
}

/** Without services, svchost.exe may be anybody, Remote Desktop included. */
export function isOther(socket: ListeningSocket, server: ServerSeen): boolean {
  const { pid, process, services } = socket;
  if (pid === null || isTermService(socket, server)) return false;
  return services.length > 0 || (process !== null && process.toLowerCase() !== 'svchost.exe');
}

/** On any port that was asked about. */
export function remoteDesktopListens(server: ServerSeen): boolean {
  return (dataOf(server.snapshot.sections.sockets)?.listening ?? []).some((socket) => socket.protocol === 'tcp' && isTermService(socket, server));
}

/** The addresses on which something takes TCP connections of other machines to this port. */
export function heardFromOutside(server: ServerSeen, port: number): readonly string[] {
  return tcpSockets(server, port).flatMap(({ address }) => (/^(?:127\.|::1$)/.test(address) ? [] : [address]));
}

export function listensOutward(server: ServerSeen, port: number): boolean {
  return heardFromOutside(server, port).length > 0;
}

/** Silent, refused or without a route. */
export function isStopped({ verdict: { state } }: ListenerSeen): boolean {
  return state === 'timeout' || state === 'refused' || state === 'unreachable';
}
