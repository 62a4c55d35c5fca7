// Servers for tests: one healthy session host (test/fixtures/snapshots), and what differs from it. Evidence carries the id of the fact as
// its document, so that an expectation says on which line of a report a finding would stand.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge, type ListenerVerdict } from '../../../src/core/listener/verdict';
import type { ListenerSeen } from '../../../src/core/listener/seen';
import type { Hive } from '../../../src/core/registry/hives';
import type { Evidence, Observation } from '../../../src/core/registry/observation';
import { createStatements, type Statements } from '../../../src/core/rules/statements';
import type { SectionFailure, SectionName, Snapshot } from '../../../src/core/snapshot/snapshot';
import { FIXTURES } from '../../places';

type Differing = { readonly failure: SectionFailure } | { readonly data: Readonly<Record<string, unknown>> };

/** What differs from the healthy server. `set`: key, value name, type number, hexadecimal data. */
export type Difference = Partial<Readonly<Record<Exclude<SectionName, 'registry'>, Differing>>> & {
  readonly registry?: { readonly failure: SectionFailure } | { readonly set: readonly (readonly [key: string, name: string, type: number, data: string])[] };
  /** The clock here. */
  readonly arrivedAt?: string;
  /** What the listener answers from outside, where it was asked. */
  readonly outside?: { readonly state?: ListenerVerdict['state']; readonly nla: ListenerVerdict['nla']; readonly rdp: boolean | null; readonly tls: boolean | null };
};

export const healthyServer = (): Snapshot => JSON.parse(readFileSync(join(FIXTURES, 'snapshots', 'session-host-2022.rdpsnapshot.json'), 'utf8')) as Snapshot;

export function serverWith({ registry, outside: _outside, arrivedAt: _arrivedAt, ...sections }: Difference): Snapshot {
  const snapshot = healthyServer();
  const changed: Record<string, unknown> = { ...snapshot.sections };
  for (const [name, differing] of Object.entries<Differing | undefined>(sections)) {
    if (differing === undefined) continue;
    const before = snapshot.sections[name as SectionName];
    changed[name] = 'failure' in differing ? { ms: 9, ...differing } : { ...before, data: { ...('data' in before ? before.data : {}), ...differing.data } };
  }
  const before = snapshot.sections.registry;
  if (registry !== undefined && 'failure' in registry) changed['registry'] = { ms: 9, ...registry };
  if (registry !== undefined && 'set' in registry && 'data' in before) {
    const keys = registry.set.reduce(
      (all, [key, name, type, data]) => {
        const value = { name, type, data, length: data.length / 2 };
        const others = all.find((one) => one.key === key)?.values.filter((one) => one.name !== name) ?? [];
        return [...all.filter((one) => one.key !== key), { key, state: 'present' as const, values: [...others, value] }];
      },
      [...before.data.keys],
    );
    changed['registry'] = { ...before, data: { ...before.data, keys } };
  }
  return { ...snapshot, sections: changed as unknown as Snapshot['sections'] };
}

const at = (factId: string): Evidence => ({ document: factId, range: { start: 0, end: 1 } });

function observationsOf({ sections: { registry } }: Snapshot): readonly Observation[] {
  const keys = 'data' in registry ? registry.data.keys : [];
  return keys.flatMap(({ key, values }) => {
    const cut = key.indexOf('\\');
    return values.flatMap(({ name, type, data }) =>
      data === null
        ? []
        : [
            {
              kind: 'set' as const,
              origin: 'live' as const,
              evidence: at(`value:${key}\\${name}`),
              place: { key: { hive: key.slice(0, cut) as Hive, path: key.slice(cut + 1) }, name },
              data: { type, bytes: Uint8Array.from(Buffer.from(data, 'hex')) },
            },
          ],
    );
  });
}

function listenerSeen({ state = 'rdp', nla, rdp, tls }: NonNullable<Difference['outside']>): ListenerSeen {
  const address = { host: 'rds01', port: 3389 };
  const verdict: ListenerVerdict = { ...judge(address, [], 5), state, nla, protocols: { rdp, tls, nla: nla === 'unknown' ? null : nla !== 'notOffered' } };
  const outside = at('outside');
  return { address, verdict, evidence: { address: outside, connection: outside, answer: outside, rdp: outside, tls: outside, nla: outside, certificate: outside } };
}

export function statementsWith(difference: Difference): Statements {
  const snapshot = serverWith(difference);
  const listener = difference.outside === undefined ? undefined : listenerSeen(difference.outside);
  return createStatements(observationsOf(snapshot), [], listener, { snapshot, evidence: at, ...(difference.arrivedAt === undefined ? {} : { arrivedAt: difference.arrivedAt }) });
}
