// Servers for tests: a healthy one (test/fixtures/snapshots), and what differs from it. Evidence carries the id of the fact as its
// document, so that an expectation says on which line of a report a finding would stand.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge, type ListenerVerdict } from '../../../src/core/listener/verdict';
import { furtherFacts, listenerFacts, type ListenerSeen } from '../../../src/core/listener/seen';
import type { Evidence } from '../../../src/core/registry/observation';
import { createStatements, type Statements } from '../../../src/core/rules/statements';
import { observationsOf } from '../../../src/core/snapshot/observations';
import type { RegistryKeySeen, RegistrySeen } from '../../../src/core/snapshot/registrySeen';
import type { SectionFailure, SectionGap, SectionName, Snapshot } from '../../../src/core/snapshot/snapshot';
import { FIXTURES } from '../../places';
import { detailsWith, type DetailsDifference } from '../listener/detailsMade';

interface Failing {
  readonly failure: SectionFailure;
}
type Differing = Failing | { readonly data?: Readonly<Record<string, unknown>>; readonly unseen?: readonly SectionGap[] };

export interface RegistryDifference {
  /** Key, value name, type number, hexadecimal data. */
  readonly set?: readonly (readonly [key: string, name: string, type: number, data: string])[];
  /** Keys with all below them. */
  readonly without?: readonly string[];
  readonly listeners?: readonly string[];
}

export type Difference = Partial<Readonly<Record<Exclude<SectionName, 'registry'>, Differing>>> & {
  /** The healthy server it differs from: the name of its snapshot. */
  readonly from?: string;
  readonly registry?: Failing | RegistryDifference;
  /** The clock here. */
  readonly arrivedAt?: string;
  /** What the listener answers from outside, where it was asked. */
  readonly outside?: {
    readonly port?: number;
    readonly state?: ListenerVerdict['state'];
    readonly nla: ListenerVerdict['nla'];
    readonly rdp: boolean | null;
    readonly tls: boolean | null;
    /** The address that was asked. */
    readonly host?: string;
    readonly details?: DetailsDifference;
    readonly certificateMissing?: boolean;
  };
};

export function healthyServer(name = 'session-host-2022'): Snapshot {
  return JSON.parse(readFileSync(join(FIXTURES, 'snapshots', `${name}.rdpsnapshot.json`), 'utf8')) as Snapshot;
}

export function serverWith({ from, registry, outside: _outside, arrivedAt: _arrivedAt, ...sections }: Difference): Snapshot {
  const snapshot = healthyServer(from);
  const changed: Record<string, unknown> = { ...snapshot.sections };
  for (const [name, differing] of Object.entries<Differing | undefined>(sections)) {
    if (differing === undefined) continue;
    const before = snapshot.sections[name as SectionName];
    if ('failure' in differing) changed[name] = { ms: 9, ...differing };
    else changed[name] = { ms: 9, data: { ...('data' in before ? before.data : {}), ...differing.data }, unseen: differing.unseen ?? ('data' in before ? before.unseen : []) };
  }
  const before = snapshot.sections.registry;
  if (registry !== undefined && 'failure' in registry) changed['registry'] = { ms: 9, ...registry };
  else if (registry !== undefined && 'data' in before) changed['registry'] = { ...before, data: registryWith(before.data, registry) };
  return { ...snapshot, sections: changed as unknown as Snapshot['sections'] };
}

function registryWith({ keys: before, listeners: named }: RegistrySeen, { set = [], without = [], listeners = named }: RegistryDifference): RegistrySeen {
  const kept = before.filter(({ key }) => !without.some((gone) => key === gone || key.startsWith(`${gone}\\`)));
  const keys = set.reduce<readonly RegistryKeySeen[]>((all, [key, name, type, data]) => {
    const value = { name, type, data, length: data.length / 2 };
    const others = all.find((one) => one.key === key)?.values.filter((one) => one.name !== name) ?? [];
    return [...all.filter((one) => one.key !== key), { key, state: 'present', values: [...others, value] }];
  }, kept);
  return { keys, listeners };
}

/** When the listener was asked. */
const NOW = Date.UTC(2026, 10, 22, 14, 2, 11);

const at = (factId: string): Evidence => ({ document: factId, range: { start: 0, end: 1 } });

/** What a full check sees of the healthy session host: its own name and the certificate in its store. */
function ownDetails({ tls, host, ...others }: DetailsDifference): DetailsDifference {
  const subject = 'CN=RDS01.corp.example';
  const { certificate = {}, ...differing } = tls ?? {};
  const own = certificate === null || certificate === 'none' ? certificate : { subject, issuer: subject, commonName: 'RDS01.corp.example', ...certificate };
  return {
    ...others,
    ...(tls === undefined ? {} : { tls: { thumbprint: '5e0f1c2d3b4a59687786958493a2b1c0dfee0d1c', ...differing, certificate: own } }),
    ...(host === undefined ? {} : { host: { netbiosName: 'RDS01', dnsName: 'rds01.corp.example', ...host } }),
  };
}

function listenerSeen({ port = 3389, state = 'rdp', nla, rdp, tls, details = {}, host = details.tls === undefined ? 'rds01' : 'rds01.corp.example', certificateMissing = false }: NonNullable<Difference['outside']>): ListenerSeen {
  const address = { host, port };
  const verdict: ListenerVerdict = { ...judge(address, [], { durationMs: 5 }), ...detailsWith(ownDetails(details)), certificateMissing, state, nla, protocols: { rdp, tls, nla: nla === 'unknown' ? null : nla !== 'notOffered' } };
  const evidence = Object.fromEntries(listenerFacts.map((fact) => [fact, at(fact in furtherFacts ? fact : 'outside')])) as ListenerSeen['evidence'];
  return { address, verdict, at: NOW, evidence };
}

export function statementsWith(difference: Difference): Statements {
  const snapshot = serverWith(difference);
  const { registry } = snapshot.sections;
  const listener = difference.outside === undefined ? undefined : listenerSeen(difference.outside);
  const server = { snapshot, evidence: at, ...(difference.arrivedAt === undefined ? {} : { arrivedAt: difference.arrivedAt }) };
  return createStatements('data' in registry ? observationsOf(registry.data, at) : [], [], listener, server);
}
