// Values in a key that is right for other values: those of a listener in a key above it, those of the server in a listener's key, the
// policies of the client in a key of the server. Refuses to speak of values the table knows in both keys, and of what only old systems
// or Windows itself keep. Sources: the table of settings; exports, in which none of these stands in the other key.

import { findSetting, isListenerValue, listenerOf, type KnownPlace } from '../../rdp/lookup';
import { policyValues } from '../../rdp/policies';
import { clientPolicies } from '../../rdp/policies/clientPolicies';
import { TERMINAL_SERVICES } from '../../rdp/policies/policy';
import type { ValueSet } from '../../registry/observation';
import { keyIdentity, type RegistryKey } from '../../registry/place';
import { finalState } from '../finalState';
import type { Statements } from '../statements';
import type { KeyGroup } from './keyGroups';

/** Whose values they are, and the key in which Windows reads them. */
export interface Home {
  readonly of: 'listener' | 'server' | 'client';
  readonly key: RegistryKey;
}

export interface Misplaced {
  readonly home: Home;
  /** Still there at the end of the source, in their order; at least one. */
  readonly values: readonly [ValueSet, ...ValueSet[]];
  /** A value that is well known and that nothing else in the source sets where it counts. */
  readonly harm: boolean;
}

const TERMINAL_SERVER = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\control\\terminal server';
const OWN_KIND = /^rdp-tcp/i;
const clientNames: ReadonlySet<string> = new Set(
  clientPolicies.flatMap(({ rows }) => rows.flatMap(policyValues).map(({ name }) => name.toLowerCase())),
);

/** The other keys whose values people write into this one; none for most keys. */
export function homesBeside(key: RegistryKey): readonly Home[] {
  const identity = keyIdentity(key);
  const below = (rest: string): RegistryKey => ({ hive: key.hive, path: `${key.path}\\${rest}` });
  if (identity === TERMINAL_SERVER) {
    return [
      { of: 'listener', key: below('WinStations\\RDP-Tcp') },
      { of: 'client', key: { hive: key.hive, path: TERMINAL_SERVICES } },
    ];
  }
  if (identity === `${TERMINAL_SERVER}\\winstations`) {
    return [
      { of: 'listener', key: below('RDP-Tcp') },
      { of: 'server', key: above(key, 1) },
    ];
  }
  return OWN_KIND.test(listenerOf(key) ?? '') ? [{ of: 'server', key: above(key, 2) }] : [];
}

/** What of the group belongs to one of these homes: one entry per home that has any. */
export function misplacedIn({ sets }: Pick<KeyGroup<unknown>, 'sets'>, homes: readonly Home[], statements: Statements): readonly Misplaced[] {
  const unknownHere = new Set(sets.filter(({ place }) => findSetting(place) === undefined));
  if (unknownHere.size === 0) return [];
  const standing = finalState(statements.observations, unknownHere);
  const setElsewhere = new Set(statements.allFinal.map(({ setting }) => setting.id));
  return homes.flatMap((home) => {
    const known = standing.flatMap((value) => {
      const there = findSetting({ key: home.key, name: value.place.name });
      return there !== undefined && belongs(value.place.name, there, home) ? [{ value, there }] : [];
    });
    const [first, ...rest] = known.map(({ value }) => value);
    const harm = home.of !== 'client' && known.some(({ there: { setting } }) => setting.confidence === 'H' && !setElsewhere.has(setting.id));
    return first === undefined ? [] : [{ home, values: [first, ...rest], harm }];
  });
}

function belongs(name: string, { setting, side }: KnownPlace, { of }: Home): boolean {
  if (of === 'listener') return isListenerValue(name);
  if (of === 'server') return side === 'local' && setting.role === undefined;
  // Where the server has a setting of the name as well, the value may be meant for that one.
  return clientNames.has(name.toLowerCase()) && setting.place.path === TERMINAL_SERVICES;
}

function above(key: RegistryKey, levels: number): RegistryKey {
  return { hive: key.hive, path: key.path.split('\\').slice(0, -levels).join('\\') };
}
