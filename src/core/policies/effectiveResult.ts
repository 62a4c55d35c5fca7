// What is left when GPOs are applied in an order, the last one winning: for each place the statement that counts and those it overrode.
// Windows carries all policies out first, then all security templates, then all preferences, each in the order of the GPOs; rights and the
// members of a group are replaced and not merged. Knows no links: which of them is Enforced, blocked or filtered is in no export.
// Source: Microsoft, Group Policy processing; Restricted Groups; User Rights Assignment.

import { keyIdentity } from '../registry/place';
import { findSetting } from '../rdp/lookup';
import type { Setting } from '../rdp/setting';
import type { Gpo } from './gpo';
import { factsOf, type Phase, type PolicyFact } from './policyFacts';

export interface Applied {
  readonly gpo: Gpo;
  readonly fact: PolicyFact;
}

export interface Standing {
  readonly id: string;
  /** What was first said of the place itself: the winner may be about its whole key. */
  readonly about: PolicyFact;
  /** Deletes or clears where nothing is left of the place. */
  readonly winner: Applied;
  /** In the order in which they were applied. */
  readonly overrode: readonly Applied[];
  /** The policy that makes this local value, or this policy of the user, count for nothing. */
  readonly decidedBy: Applied | undefined;
}

const phases: readonly Phase[] = ['policy', 'template', 'preference'];

/** In the order in which each place was first spoken of. */
export function effectiveResult(gpos: readonly Gpo[]): readonly Standing[] {
  const all = gpos.flatMap((gpo) => clearsFirst(factsOf(gpo)).map((fact): Applied => ({ gpo, fact })));
  const state = new State();
  for (const phase of phases) for (const applied of all) if (applied.fact.phase === phase) state.apply(applied);
  return state.standing();
}

/** A key is emptied before the values of the same file are set, wherever the statement stands in it. */
function clearsFirst(facts: readonly PolicyFact[]): readonly PolicyFact[] {
  const files = [...new Set(facts.map(({ file }) => file))];
  const early = ({ effect, below }: PolicyFact): boolean => effect === 'clear' && !below;
  return files.flatMap((file) => {
    const own = facts.filter((fact) => fact.file === file);
    return [...own.filter(early), ...own.filter((fact) => !early(fact))];
  });
}

class State {
  private readonly history = new Map<string, Applied[]>();

  apply(applied: Applied): void {
    const { fact } = applied;
    const own = this.history.get(fact.id) ?? [];
    // A value that is there stays: the one that would have set it did nothing. After a first of its kind there is one, whoever set it.
    if (fact.effect === 'ifAbsent' && leavesValue(own.at(-1))) own.unshift(applied);
    else own.push(applied);
    this.history.set(fact.id, own);
    if (fact.effect === 'clear') this.clear(applied);
  }

  private clear(applied: Applied): void {
    for (const held of this.history.values()) {
      const about = held[0]?.fact;
      if (about !== undefined && about.effect !== 'clear' && isCleared(about, applied.fact)) held.push(applied);
    }
  }

  standing(): readonly Standing[] {
    const all = [...this.history].flatMap(([id, held]): readonly Omit<Standing, 'decidedBy'>[] => {
      const winner = held.at(-1);
      return winner === undefined ? [] : [{ id, about: (held[0] ?? winner).fact, winner, overrode: held.slice(0, -1) }];
    });
    const set = all.map(({ winner }) => winner).filter(({ fact }) => setsPolicy(fact));
    const ofComputer = bySetting(set.filter(({ fact }) => !isOfUser(fact)));
    const any = new Map([...bySetting(set), ...ofComputer]);
    const decides = (fact: PolicyFact): Applied | undefined => {
      if (fact.known === undefined || fact.value === undefined) return undefined;
      const { side, setting } = fact.known;
      return side === 'local' ? any.get(setting.id) : givesWay(fact, setting) ? ofComputer.get(setting.id) : undefined;
    };
    return all.map((standing) => ({ ...standing, decidedBy: decides(standing.winner.fact) }));
  }
}

function leavesValue(applied: Applied | undefined): boolean {
  return applied?.fact.effect === 'set' || applied?.fact.effect === 'ifAbsent';
}

function bySetting(winners: readonly Applied[]): ReadonlyMap<string | undefined, Applied> {
  return new Map(winners.map((winner) => [winner.fact.known?.setting.id, winner]));
}

function isOfUser({ key }: PolicyFact): boolean {
  return key?.hive === 'HKEY_CURRENT_USER';
}

/** Of what the listener holds about sessions, the computer's policy counts before the user's. Which of two a client obeys is not documented. */
function givesWay(fact: PolicyFact, { place: { path, name } }: Setting): boolean {
  return isOfUser(fact) && findSetting({ key: { hive: 'HKEY_LOCAL_MACHINE', path }, name })?.side === 'local';
}

/** The value is in a key that goes away or is emptied. */
export function isCleared({ key }: Pick<PolicyFact, 'key'>, { key: cleared, below }: PolicyFact): boolean {
  if (key === undefined || cleared === undefined) return false;
  const [identity, gone] = [keyIdentity(key), keyIdentity(cleared)];
  return identity === gone || (below && identity.startsWith(`${gone}\\`));
}

/** Sets a policy's value, and with a type that Windows reads there. */
export function setsPolicy({ known, value }: PolicyFact): boolean {
  return known?.side === 'policy' && value !== undefined && known.types.includes(value.type);
}
