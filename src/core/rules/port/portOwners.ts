// What rules about the configured ports of a live server share: the ports of its listeners, and whether Remote Desktop Services runs.

import type { ServerSeen } from '../../snapshot/serverSeen';
import { effectiveNumber } from '../settingRule';
import { dataOf } from '../snapshotFacts';
import type { Statements } from '../statements';

const RUNNING = 4;

export function configuredPorts(statements: Statements): readonly { readonly listener: string; readonly port: number }[] {
  const listeners = new Set(statements.final('listener.portNumber').flatMap(({ listener }) => listener ?? []));
  return [...listeners].flatMap((listener) => {
    const port = effectiveNumber(statements, 'listener.portNumber', listener);
    return port === undefined ? [] : [{ listener, port }];
  });
}

/** Undefined where the services were not seen. */
export function remoteDesktopRuns({ snapshot }: ServerSeen): boolean | undefined {
  const service = dataOf(snapshot.sections.services)?.services.find(({ name }) => name.toLowerCase() === 'termservice');
  return service === undefined || service.state === null ? undefined : service.state === RUNNING;
}
