// The way to a host: itself, and the hosts to go through, each with settings of its own. As ssh does it, the jumps that were asked for
// replace those of the hosts on the way; only the first host's own jumps come before.

import { fail, succeed, type Result } from '../core/result';
import { machineName } from '../core/ssh/hostName';
import type { HostSettings } from '../core/ssh/hostSettings';
import { jumpLoop, proxyCommandRefused, tooManyJumps } from '../core/ssh/sshFailures';

/** Nobody means more; a configuration that leads to more has a mistake. */
const mostJumps = 5;

export type ResolveTarget = (target: string, signal: AbortSignal) => Promise<Result<HostSettings>>;

export interface Hop {
  readonly settings: HostSettings;
  /** The host to go through. */
  readonly before: Hop | undefined;
  /** The same for two hops that can share a connection. */
  readonly key: string;
}

function hop(settings: HostSettings, before: Hop | undefined): Hop {
  const { hostName, port, user, hostKeyAlias } = settings;
  return { settings, before, key: JSON.stringify([hostName.toLowerCase(), port, user, hostKeyAlias ?? null, before?.key ?? null]) };
}

/** Fails with `sshTargetUnusable` where the way has no end, and with whatever a host on it cannot be resolved for. */
export async function findRoute(target: string, resolve: ResolveTarget, signal: AbortSignal): Promise<Result<Hop>> {
  const plan = async (settings: HostSettings, jumps: readonly string[], seen: readonly string[]): Promise<Result<Hop>> => {
    const name = machineName(settings);
    if (seen.includes(name)) return fail(jumpLoop([...seen, name]));
    if (seen.length > mostJumps) return fail(tooManyJumps(seen[0] ?? name, mostJumps));
    const last = jumps.at(-1);
    if (last === undefined) {
      return settings.proxyCommand === undefined ? succeed(hop(settings, undefined)) : fail(proxyCommandRefused(settings.alias));
    }
    const resolved = await resolve(last, signal);
    if (!resolved.ok) return resolved;
    const earlier = jumps.length > 1 ? jumps.slice(0, -1) : resolved.value.proxyJump;
    const before = await plan(resolved.value, earlier, [...seen, name]);
    return before.ok ? succeed(hop(settings, before.value)) : before;
  };
  const resolved = await resolve(target, signal);
  return resolved.ok ? plan(resolved.value, resolved.value.proxyJump, []) : resolved;
}
