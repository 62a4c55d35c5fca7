// What changed between two snapshots (drift): the things of each section matched by identity, never by place in a list. Times, process
// ids and durations are no changes, and what one of the two did not see is told as such, never as removed.

import { message, type Message } from '../messages/message';
import type { SnapshotDifference } from './difference';
import { eventItems } from './drift/eventItems';
import { NOT_TOLD, type Item, type Items, type Part } from './drift/item';
import { licensingItems } from './drift/licensingItems';
import { hostItems, powerItems, serviceItems, sessionItems, socketItems } from './drift/machineItems';
import { policySourceItems, registryItems } from './drift/registryItems';
import { certificateItems, firewallItems, groupItems, rightItems } from './drift/securityItems';
import type { Section, SectionGap, SectionName, Snapshot } from './snapshot';

/** In the order of the sections; within one, in that of the older snapshot, then what is new. */
export function compareSnapshots(before: Snapshot, after: Snapshot): readonly SnapshotDifference[] {
  return sectionNames.flatMap((section) => {
    const [old, fresh] = [itemsOf(before, section), itemsOf(after, section)];
    if ('items' in old && 'items' in fresh) return differences(section, old, fresh);
    if (!('items' in old) && !('items' in fresh)) return [];
    const told = (side: Items | Message): Message => ('items' in side ? message('comparison.seen') : side);
    const label = message('comparison.section', section);
    return [{ fact: `unseen:${section}`, section, change: 'unseen', label, before: told(old), after: told(fresh), symptom: null } as const];
  });
}

const sectionNames = [
  'host', 'registry', 'services', 'sockets', 'sessions', 'firewall', 'certificates', 'rights', 'groups', 'power', 'licensing', 'events', 'policySources',
] as const satisfies readonly SectionName[];

function itemsOf({ sections, collection }: Snapshot, name: SectionName): Items | Message {
  switch (name) {
    case 'host':
      return seen(sections.host, hostItems);
    case 'registry':
      return seen(sections.registry, (data, unseen) => registryItems(data, unseen, collection.by === 'tools'));
    case 'services':
      return seen(sections.services, serviceItems);
    case 'sockets':
      return seen(sections.sockets, socketItems);
    case 'sessions':
      return seen(sections.sessions, sessionItems);
    case 'firewall':
      return seen(sections.firewall, firewallItems);
    case 'certificates':
      return seen(sections.certificates, certificateItems);
    case 'rights':
      return seen(sections.rights, rightItems);
    case 'groups':
      return seen(sections.groups, groupItems);
    case 'power':
      return seen(sections.power, powerItems);
    case 'licensing':
      return seen(sections.licensing, licensingItems);
    case 'events':
      return seen(sections.events, (data, unseen) => eventItems(data, unseen, 'data' in sections.host ? sections.host.data.build : undefined));
    case 'policySources':
      return seen(sections.policySources, policySourceItems);
  }
}

function seen<T>(section: Section<T>, items: (data: T, unseen: readonly SectionGap[]) => Items): Items | Message {
  if ('failure' in section) return message('comparison.notSeen', section.failure.reason, section.failure.detail);
  return items(section.data, section.unseen);
}

function differences(section: SectionName, old: Items, fresh: Items): readonly SnapshotDifference[] {
  const [before, after] = [byId(old), byId(fresh)];
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    if (was !== undefined && is !== undefined) return changes(section, was, is);
    if (was !== undefined) return [onOneSide(section, was, fresh.misses(was), 'before')];
    return is === undefined ? [] : [onOneSide(section, is, old.misses(is), 'after')];
  });
}

/** Things a list names twice are told apart by how often they came before. */
function byId({ items }: Items): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  // Counted, because a list can name one thing thousands of times.
  const times = new Map<string, number>();
  for (const item of items) {
    let n = times.get(item.id) ?? 1;
    let id = n === 1 ? item.id : `${item.id}#${n}`;
    while (found.has(id)) id = `${item.id}#${++n}`;
    times.set(item.id, n + 1);
    found.set(id, item);
  }
  return found;
}

function onOneSide(section: SectionName, item: Item, missed: Message | undefined, side: 'before' | 'after'): SnapshotDifference {
  const { fact, label, symptom, whole } = item;
  const change = missed !== undefined ? 'unseen' : side === 'before' ? 'removed' : 'added';
  const common = { fact, section, change, label, symptom } as const;
  return side === 'before' ? { ...common, before: whole, after: missed } : { ...common, before: missed, after: whole };
}

function changes(section: SectionName, was: Item, is: Item): readonly SnapshotDifference[] {
  return Object.entries(was.parts).flatMap(([name, old]): readonly SnapshotDifference[] => {
    const fresh = is.parts[name];
    if (fresh === undefined || same(old, fresh)) return [];
    const change = old.value === null || fresh.value === null ? 'unseen' : 'changed';
    const { fact, symptom } = was;
    return [{ fact, section, change, label: old.label, before: old.value ?? NOT_TOLD, after: fresh.value ?? NOT_TOLD, symptom }];
  });
}

const MANY_TIMES = 10;

function same(old: Part, fresh: Part): boolean {
  if (old.perDay !== undefined && fresh.perDay !== undefined) {
    return Math.max(old.perDay, fresh.perDay) < MANY_TIMES * Math.min(old.perDay, fresh.perDay);
  }
  return JSON.stringify(old.value) === JSON.stringify(fresh.value);
}
