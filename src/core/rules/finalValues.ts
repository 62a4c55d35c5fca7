// The values left in some keys at the end of a source, for rules about keys the table of settings has no row for: firewall rules,
// protocols of Schannel, services beside TermService.

import type { ValueSet } from '../registry/observation';
import { perKey } from '../registry/perKey';
import { keyIdentity, type RegistryKey } from '../registry/place';
import { finalState } from './finalState';
import type { Statements } from './statements';

/** In the order in which they got their data. */
export function finalValues({ observations }: Pick<Statements, 'observations'>, isWanted: (key: RegistryKey) => boolean): readonly ValueSet[] {
  const wanted = perKey(isWanted);
  const chosen = observations.filter((observation): observation is ValueSet => observation.kind === 'set' && wanted(observation.place.key));
  return finalState(observations, new Set(chosen));
}

/** The same for one key, given by its identity (registry/place.ts), and some names in it. */
export function finalValuesAt(statements: Statements, identity: string, ...names: readonly string[]): readonly ValueSet[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return finalValues(statements, (key) => keyIdentity(key) === identity).filter(({ place }) => wanted.has(place.name.toLowerCase()));
}
