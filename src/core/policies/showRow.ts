// An entry as JSON: the contract of `show --format json` (README, "Show what a file sets"). Fields that say nothing are left out but for
// `setting`, which is null where the table of settings does not know the value.

import type { Entry, Principal, RegistryEntry } from '../formats/entry';
import { placesOf } from '../formats/entryObservations';
import { findSetting, type KnownPlace } from '../rdp/lookup';
import { hexText } from '../registry/valueData';
import type { Position } from './showRead';

interface PrincipalRow {
  readonly sid: string | null;
  readonly name: string | null;
}

export type EntryRow = { readonly kind: Entry['kind'] } & Readonly<Record<string, unknown>>;

/** What the table knows of the value an entry is about; of several values, of the first it knows. */
export function knownPlaceOf(entry: RegistryEntry): KnownPlace | undefined {
  for (const place of placesOf(entry)) {
    const known = entry.action === 'createKey' || entry.action === 'deleteKey' ? undefined : findSetting(place);
    if (known !== undefined) return known;
  }
  return undefined;
}

function principalRow({ sid, name }: Omit<Principal, 'evidence'>): PrincipalRow {
  return { sid: sid ?? null, name: name ?? null };
}

function ownFields(entry: Entry): Readonly<Record<string, unknown>> {
  switch (entry.kind) {
    case 'registry': {
      const { hive, key, name, type, data, action, names, account } = entry;
      return {
        hive, key, name,
        // REG_NONE without a byte where the action has no data.
        type: type ?? 0,
        data: hexText(data), action,
        ...(names === undefined ? {} : { names }),
        ...(account === undefined ? {} : { account }),
      };
    }
    case 'userRight':
      return { right: entry.right, principals: entry.principals.map(principalRow) };
    case 'service':
      return { name: entry.name, startMode: entry.startMode ?? null };
    case 'groupMember':
      return { group: principalRow(entry.group), relation: entry.relation, principals: entry.principals.map(principalRow) };
    case 'firewallRule':
      return { fields: entry.fields };
    case 'policy':
      return { name: entry.name, category: entry.category, state: entry.state };
  }
}

function settingField(entry: Entry): Readonly<Record<string, unknown>> {
  if (entry.kind !== 'registry') return {};
  return { setting: knownPlaceOf(entry)?.setting.id ?? null };
}

export function entryRow(entry: Entry, position: Position): EntryRow {
  const { disabled, gpo, winner } = entry;
  return {
    kind: entry.kind,
    ...ownFields(entry),
    ...position,
    ...settingField(entry),
    ...(disabled === true ? { disabled } : {}),
    ...(gpo === undefined ? {} : { gpo }),
    ...(winner === undefined ? {} : { winner: { gpo: winner.gpo, precedence: winner.precedence ?? null } }),
  };
}
