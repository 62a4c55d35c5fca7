// Changes to the user's list as it stands in the settings: one entry at a time, every other entry and every field we do not know
// left exactly as it was, also the entries we cannot read.

import { defaultRdpPort } from '../listener/address';
import type { Via } from './server';
import { joinServers } from './serverList';

/** What the form and the importers fill in. */
export interface ServerFields {
  readonly label: string;
  readonly address: string;
  readonly port: number;
  readonly via?: Via | undefined;
  readonly ssh?: string | undefined;
  readonly group?: string | undefined;
}

type RawEntry = Readonly<Record<string, unknown>>;

const isRawEntry = (value: unknown): value is RawEntry => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The list to change, or undefined where the setting holds something that is no list: then a person has to look first. */
export function rawList(setting: unknown): readonly unknown[] | undefined {
  if (setting === undefined || setting === null) return [];
  return Array.isArray(setting) ? setting : undefined;
}

function written(old: RawEntry, fields: ServerFields, id: string): RawEntry {
  const entry = new Map<string, unknown>(Object.entries(old));
  entry.set('id', id).set('label', fields.label).set('address', fields.address);
  // What says nothing beyond the default is not written, unless it was there.
  if (fields.port !== defaultRdpPort || entry.has('port')) entry.set('port', fields.port);
  for (const name of ['via', 'ssh', 'group'] as const) {
    if (!Object.hasOwn(fields, name)) continue;
    const value = fields[name];
    if (value === undefined || value === '') entry.delete(name);
    else entry.set(name, value);
  }
  return Object.fromEntries(entry);
}

export function addServers(list: readonly unknown[], added: readonly ServerFields[], newId: () => string): readonly unknown[] {
  return [...list, ...added.map((fields) => written({}, fields, newId()))];
}

function positionOf(list: readonly unknown[], id: string): number | undefined {
  return joinServers({ user: list, workspace: undefined }).entries.find((entry) => entry.server.id === id)?.index;
}

/** Undefined where the list no longer holds this server. An entry without an id of its own gets one. */
export function changeServer(
  list: readonly unknown[],
  id: string,
  fields: ServerFields,
  newId: () => string,
): readonly unknown[] | undefined {
  const position = positionOf(list, id);
  const old = position === undefined ? undefined : list[position];
  if (!isRawEntry(old)) return undefined;
  const ownId = old['id'] === id ? id : newId();
  return list.map((entry, index) => (index === position ? written(old, fields, ownId) : entry));
}

export function removeServer(list: readonly unknown[], id: string): readonly unknown[] | undefined {
  const position = positionOf(list, id);
  return position === undefined ? undefined : list.filter((_, index) => index !== position);
}
