// The keys a file about Remote Desktop may name, as Windows spells them, those of the server itself first.

import { once } from '../rdp/once';
import { allSettings, policyPlaces } from '../rdp/settingTable';
import { keyText, type RegistryKey } from '../registry/place';

/** The listener that every Windows brings along. */
const LISTENER = 'RDP-Tcp';

export const knownKeys = once((): readonly RegistryKey[] => {
  const places = [...allSettings().map(({ place }) => place), ...policyPlaces().map(({ twin }) => twin)];
  const keys = places.flatMap(({ hives, path }) => hives.map((hive): RegistryKey => ({ hive, path: path.replace('{listener}', LISTENER) })));
  const byText = new Map(keys.filter(({ path }) => !path.includes('{')).map((key) => [keyText(key).toLowerCase(), key]));
  return [...byText.values()];
});
