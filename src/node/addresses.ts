// What a host name stands for, asked of the system's resolver within a time and cancellable: the resolver itself is neither.

import { lookup } from 'node:dns/promises';
import { isIpv4, isIpv6 } from '../core/listener/ipAddress';
import type { Resolved, Resolver } from '../core/ports';
import { onAbort } from './onAbort';

/** The addresses of a name, in the order to try. Rejects with the system's error. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export const resolveBySystem: Resolve = async (host) => {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
};

/** Names are resolved by the system, whose own files and order count, unless `resolve` says otherwise. */
export function createResolver(resolve: Resolve = resolveBySystem): Resolver {
  return {
    async addresses(host, timeoutMs, signal) {
      const resolved = await addressesOf(host, resolve, timeoutMs, signal);
      if (resolved.kind !== 'resolved') return resolved;
      // hosts may name one twice.
      const [first] = resolved.addresses;
      return { kind: 'resolved', addresses: [first, ...new Set(resolved.addresses.filter((address) => address !== first))] };
    },
  };
}

/** A literal address stands for itself. `ETIMEDOUT` where the resolver did not answer in time; its late answer is dropped. */
export async function addressesOf(host: string, resolve: Resolve, timeoutMs: number, signal: AbortSignal): Promise<Resolved> {
  if (signal.aborted) return { kind: 'cancelled', systemCode: 'ABORT_ERR' };
  if (isIpv4(host) || isIpv6(host)) return { kind: 'resolved', addresses: [host] };
  return new Promise((settle) => {
    const finish = (outcome: Resolved): void => {
      clearTimeout(timer);
      unheard();
      settle(outcome);
    };
    const cancel = (): void => finish({ kind: 'cancelled', systemCode: 'ABORT_ERR' });
    const timer = setTimeout(() => finish({ kind: 'unresolved', systemCode: 'ETIMEDOUT' }), timeoutMs);
    const unheard = onAbort(signal, cancel);
    resolve(host).then(
      ([first, ...others]) =>
        finish(first === undefined ? { kind: 'unresolved', systemCode: 'ENODATA' } : { kind: 'resolved', addresses: [first, ...others] }),
      (error: unknown) => finish({ kind: 'unresolved', systemCode: systemCodeOf(error) }),
    );
  });
}

/** The `code` of a system error, `ENOTFOUND` and its like; `UNKNOWN` for anything without one. */
export function systemCodeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') return error.code;
  return 'UNKNOWN';
}
