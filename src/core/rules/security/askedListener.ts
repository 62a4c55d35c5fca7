// Which listener of the registry is the one that was asked from outside. Something on the way may translate one port into another: then
// none of them is, and what the wire shows and what the registry says are not compared.

import { effectiveNumber } from '../settingRule';
import type { Statements } from '../statements';

const DEFAULT_PORT = 3389;

/** The name of its key, undefined where the port that was asked is not one of a listener. */
export function askedListener(statements: Statements): string | undefined {
  const port = statements.listener?.address.port;
  if (port === undefined) return undefined;
  const names = new Set(statements.final('listener.portNumber').flatMap((seen) => seen.listener ?? []));
  const name = [...names].find((other) => effectiveNumber(statements, 'listener.portNumber', other) === port);
  return name ?? (port === DEFAULT_PORT ? 'RDP-Tcp' : undefined);
}
