// Where GPO exports, and .reg files beside them, want different things of one place: two GPOs that set it differently, and a local value
// that the policy of another source makes count for nothing. Two exports of one GPO are two times and no conflict; a resultant set has been
// decided by Windows. What a GPO says twice within itself is the business of rules.

import type { FileBeside } from '../diagnosis/serverSight';
import { meaningText, rawText } from '../diagnosis/server/settingLines';
import { keyText, type RegistryKey } from '../registry/place';
import { hexText } from '../registry/valueData';
import { createStatements, type SettingSeen } from '../rules/statements';
import type { Symptom } from '../rdp/symptom';
import { effectiveResult, isCleared, setsPolicy, type Standing } from './effectiveResult';
import type { Gpo } from './gpo';
import { targetOf, valueId, type PolicyFact, type Said } from './policyFacts';
import type { Target } from './readPolicyFile';

/** What one source wants. */
export interface ConflictSide {
  /** The name of the GPO, or the path of a local file. */
  readonly source: string;
  readonly local: boolean;
  readonly data: Said;
  readonly meaning: string | undefined;
  /** `path:12`, or `path:0x1f4` for a byte of a file without lines. */
  readonly at: string;
  readonly target: Target;
}

export interface Conflict {
  readonly id: string;
  /** `differ`: one place, several outcomes. `overridden`: the first side is a local value, the others are the policies over it. */
  readonly kind: 'differ' | 'overridden';
  readonly title: Said;
  readonly name: string;
  readonly where: string;
  readonly symptom: Symptom | null;
  readonly sides: readonly ConflictSide[];
  /** How many of them are different. */
  readonly outcomes: number;
}

/** A side and what it is compared by. */
interface Wanted {
  /** Equal for sources of which one is another export of the other. */
  readonly of: readonly string[];
  readonly id: string;
  readonly key: RegistryKey | undefined;
  readonly outcome: string;
  readonly side: ConflictSide;
  readonly setting: string | undefined;
  readonly place: 'local' | 'policy' | undefined;
  readonly counts: boolean;
  readonly told: Pick<Conflict, 'title' | 'name' | 'where' | 'symptom'>;
}

/** @param locals what .reg files set */
export function conflictsOf(gpos: readonly Gpo[], locals: readonly FileBeside[]): readonly Conflict[] {
  const compared = gpos.filter(({ kind }) => kind === 'gpo').map((gpo) => ({ gpo, standing: effectiveResult([gpo]) }));
  const said = [...compared.flatMap(wantedByGpo), ...locals.flatMap(wantedByFile)];
  const all = [...said, ...compared.flatMap((one) => wantedGone(one, said))];
  const differing = [...grouped(all, ({ id }) => id).values()].flatMap((group) => differ(group));
  const bySetting = grouped(all, ({ setting }) => setting);
  return [...differing, ...[...bySetting.values()].flatMap(overridden)];
}

interface Compared {
  readonly gpo: Gpo;
  readonly standing: readonly Standing[];
}

function wantedByGpo({ gpo, standing }: Compared): readonly Wanted[] {
  // What gives way to any value that is there, and keys as a whole, are compared with nothing.
  const compared = standing.filter(({ about, winner }) => about.effect !== 'clear' && winner.fact.effect !== 'ifAbsent');
  return compared.map(({ id, about, winner: { fact } }): Wanted => ({
    of: namesOf(gpo),
    id,
    key: about.key,
    outcome: fact.effect === 'clear' ? 'delete' : fact.outcome,
    side: { source: gpo.name, local: false, data: fact.data, meaning: fact.meaning, at: placeOf(fact), target: targetOf(fact) },
    setting: about.known?.setting.id,
    place: about.known?.side,
    counts: about.known?.side === 'policy' ? setsPolicy(fact) : fact.value !== undefined,
    told: about,
  }));
}

/** The places that others set and this GPO takes away with their keys, without naming them. */
function wantedGone({ gpo, standing }: Compared, others: readonly Wanted[]): readonly Wanted[] {
  const own = new Set(standing.map(({ id }) => id));
  return standing.flatMap(({ winner: { fact } }) => {
    if (fact.effect !== 'clear') return [];
    const gone = new Map(others.filter(({ id, key }) => !own.has(id) && isCleared({ key }, fact)).map((other) => [other.id, other]));
    const side = { source: gpo.name, local: false, data: fact.data, meaning: undefined, at: placeOf(fact), target: targetOf(fact) };
    return [...gone.values()].map((other): Wanted => ({ ...other, of: namesOf(gpo), outcome: 'delete', side, counts: false }));
  });
}

function namesOf({ id, name, isNamed, guid }: Gpo): readonly string[] {
  return [isNamed ? `name ${name.toLowerCase()}` : `id ${id}`, ...(guid === undefined ? [] : [`guid ${guid.toLowerCase()}`])];
}

/** `path:12`. */
export function placeOf({ file, evidence }: Pick<PolicyFact, 'file' | 'evidence'>): string {
  return `${file.path}:${file.placeText(evidence.range.start)}`;
}

function wantedByFile(file: FileBeside): readonly Wanted[] {
  return createStatements(file.observations, []).allFinal.map((seen) => wantedLine(file, seen));
}

function wantedLine({ document, name: path, lineOf }: FileBeside, { setting, side, domain, types, observation }: SettingSeen): Wanted {
  const { place, data, evidence } = observation;
  const raw = rawText(data);
  const line = lineOf(evidence.range.start);
  const meaning = meaningText(domain, data);
  return {
    of: [`file ${document}`],
    id: `value ${valueId(place)}`,
    key: place.key,
    outcome: `set ${String(data.type)} ${hexText(data.bytes)}`,
    side: { source: path, local: true, data: raw, meaning: meaning === raw ? undefined : meaning, at: `${path}:${String(line)}`, target: { document, line, offset: evidence.range.start } },
    setting: setting.id,
    place: side,
    counts: side === 'local' || types.includes(data.type),
    told: { title: setting.title, name: place.name, where: keyText(place.key), symptom: setting.symptom },
  };
}

function differ(group: readonly Wanted[]): readonly Conflict[] {
  const [first] = group;
  if (first === undefined || !group.some(({ side }) => !side.local)) return [];
  const apart = group.some((one) => group.some((other) => one.outcome !== other.outcome && !isSameSource(one, other) && !(one.side.local && other.side.local)));
  return apart ? [{ id: `differ ${first.id}`, kind: 'differ', ...toldOf(first), sides: group.map(({ side }) => side), outcomes: new Set(group.map(({ outcome }) => outcome)).size }] : [];
}

function overridden(group: readonly Wanted[]): readonly Conflict[] {
  const policies = group.filter(({ place, counts, side }) => place === 'policy' && counts && !side.local);
  return group.flatMap((one): readonly Conflict[] => {
    if (one.place !== 'local' || !one.counts) return [];
    const over = policies.filter((policy) => !isSameSource(one, policy) && !saysTheSame(one.side, policy.side));
    return over.length === 0 ? [] : [{ id: `overridden ${one.id} ${one.side.at}`, kind: 'overridden', ...toldOf(one), sides: [one.side, ...over.map(({ side }) => side)], outcomes: 2 }];
  });
}

function isSameSource(one: Wanted, other: Wanted): boolean {
  return one.of.some((id) => other.of.includes(id));
}

/** By the data as it is read: a policy may write another type than the local value takes, and names its choices in other words. */
function saysTheSame(one: ConflictSide, other: ConflictSide): boolean {
  return one.data === other.data;
}

function toldOf({ told: { title, name, where, symptom } }: Wanted): Wanted['told'] {
  return { title, name, where, symptom };
}

function grouped(all: readonly Wanted[], by: (one: Wanted) => string | undefined): ReadonlyMap<string, readonly Wanted[]> {
  const groups = new Map<string, Wanted[]>();
  for (const one of all) {
    const id = by(one);
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [one]);
    else group.push(one);
  }
  return groups;
}
