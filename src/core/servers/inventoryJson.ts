// Reads what `ansible-inventory --list` prints: groups with their hosts, and in `_meta` the variables of each host, of which only the
// address is taken. Source: Ansible's documentation of inventory scripts.

import * as v from 'valibot';
import type { HostList } from './imported';
import { inventoryRange } from './inventoryRange';

const meta = v.object({ hostvars: v.record(v.string(), v.looseObject({})) });
const group = v.looseObject({ hosts: v.optional(v.array(v.string()), []) });
const inventory = v.record(v.string(), v.unknown());

/** Undefined where it is nothing of that kind. */
export function inventoryHosts(json: string): HostList | undefined {
  const groups = v.safeParse(inventory, parsed(json));
  if (!groups.success) return undefined;
  const { _meta: told, ...others } = groups.output;
  const variables = v.safeParse(meta, told ?? { hostvars: {} });
  const named = v.safeParse(v.record(v.string(), group), others);
  if (!variables.success || !named.success) return undefined;
  const { hostvars } = variables.output;
  const names = new Set(Object.values(named.output).flatMap(({ hosts }) => hosts));
  const found = [...names].map((name) => ({ name, range: inventoryRange(addressOf(name, hostvars)) }));
  return {
    ranges: found.flatMap(({ range }) => ('key' in range ? [] : [range])),
    leftOut: found.flatMap(({ name, range }) => ('key' in range ? [{ what: name, why: range }] : [])),
  };
}

function addressOf(name: string, hostvars: v.InferOutput<typeof meta>['hostvars']): string {
  const address = Object.hasOwn(hostvars, name) ? hostvars[name]?.['ansible_host'] : undefined;
  return typeof address === 'string' ? address : name;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // what begins like JSON and is none
  }
}
