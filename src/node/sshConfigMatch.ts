// Whether a Match section applies. Source: ssh_config(5), "Match". Everything that can be told from what is already known is told;
// a section that asks for more does not apply, and the caller hears what it asks for.

import { matchesList } from '../core/ssh/pattern';

export interface MatchFacts {
  /** The host name so far. */
  readonly host: string;
  /** As it was asked for. */
  readonly originalHost: string;
  readonly user: string;
  readonly localUser: string;
  readonly final: boolean;
}

export interface MatchVerdict {
  readonly applies: boolean;
  /** A criterion that is not evaluated, where the section would apply but for it. */
  readonly unknown: string | undefined;
  /** Whether it asks for the configuration to be read a second time. */
  readonly wantsFinal: boolean;
}

/** Stands where a criterion has no value and the package that takes lines apart wants one. */
export const NO_VALUE = '-';

const patterns = (list: string): readonly string[] => list.split(',');
const lower = (list: string): readonly string[] => patterns(list.toLowerCase());

/** Undefined for what cannot be told. */
function holds(criterion: string, argument: string, facts: MatchFacts): boolean | undefined {
  switch (criterion) {
    case 'host':
      return matchesList(facts.host.toLowerCase(), lower(argument));
    case 'originalhost':
      return matchesList(facts.originalHost.toLowerCase(), lower(argument));
    case 'user':
      return matchesList(facts.user, patterns(argument));
    case 'localuser':
      return matchesList(facts.localUser, patterns(argument));
    default:
      return undefined;
  }
}

/** `words` are what stands after Match, one word each. */
export function judgeMatch(words: readonly string[], facts: MatchFacts): MatchVerdict {
  let applies = true;
  let unknown: string | undefined;
  let wantsFinal = false;
  for (let at = 0; at < words.length; at++) {
    const word = (words[at] ?? '').toLowerCase();
    const negated = word.startsWith('!');
    const criterion = negated ? word.slice(1) : word;
    let held: boolean | undefined;
    if (criterion === 'all' || criterion === 'final' || criterion === 'canonical') {
      wantsFinal ||= criterion === 'final';
      held = criterion === 'all' || facts.final;
      if (words[at + 1] === NO_VALUE) at++;
    } else held = holds(criterion, words[++at] ?? '', facts);
    if (held === undefined) unknown ??= criterion;
    else if (held === negated) applies = false;
  }
  return { applies: applies && unknown === undefined, unknown: applies ? unknown : undefined, wantsFinal };
}
