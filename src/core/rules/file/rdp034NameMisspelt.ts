// A value name nobody knows in a key of Remote Desktop's, one or two slips away from one Windows reads, while that one is not set.
// Windows stores the value without a word and the server stays as it is. Other programs may keep values there too, hence a warning, and
// short names are left alone because too much is near them.

import { message } from '../../messages/message';
import { settingsIn, type KnownPlace } from '../../rdp/lookup';
import { keyIdentity, type RegistryKey } from '../../registry/place';
import { editDistance } from '../../text/editDistance';
import { keyGroups } from '../port/keyGroups';
import type { Rule } from '../rule';

type Named = KnownPlace & { readonly name: string };

const OWN_KEYS = /\\(?:control\\terminal server|windows nt\\terminal services)(?:\\|$)/;
const SHORTEST = 8;
const LONG = 14;

export const rdp034NameMisspelt: Rule = {
  code: 'RDP034',
  title: message('RDP034.title'),
  severity: 'warning',
  symptom: null,
  *check({ observations }) {
    for (const { about: known, sets } of keyGroups(observations, settingsOf)) {
      const present = new Set(sets.map(({ place }) => place.name.toLowerCase()));
      for (const { place, evidence } of sets) {
        const meant = nearest(place.name, known);
        if (meant === undefined || present.has(meant.toLowerCase())) continue;
        yield {
          message: message('RDP034.message', place.name, meant),
          evidence,
          places: [place],
          certainty: 'assumed',
          remedies: [
            {
              title: message('RDP034.fix', meant),
              effect: 'changes-behaviour',
              preferred: true,
              actions: [{ kind: 'renameValue', from: place, to: meant }],
            },
          ],
        };
      }
    }
  },
};

function settingsOf(key: RegistryKey): readonly Named[] | undefined {
  const known = OWN_KEYS.test(keyIdentity(key)) ? settingsIn(key) : [];
  return known.length === 0 ? undefined : known;
}

/** Not the switches of old systems, and not what nobody could explain. */
function isWorthNaming({ setting }: KnownPlace): boolean {
  return setting.role !== 'legacy' && setting.confidence !== 'L';
}

function nearest(found: string, known: readonly Named[]): string | undefined {
  const lower = found.toLowerCase();
  if (lower.length < SHORTEST || known.some(({ name }) => name.toLowerCase() === lower)) return undefined;
  const slips = lower.length < LONG ? 1 : 2;
  return known.filter(isWorthNaming).find(({ name }) => editDistance(lower, name.toLowerCase(), slips) !== undefined)?.name;
}
