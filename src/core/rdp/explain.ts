// What a pasted text can mean: a message of Remote Desktop or of Microsoft's article 2477176, an error or reason code, an event, a rule, a
// setting, a policy. Reads the tables and guesses nothing: what is in none of them has no explanation.

import { codeCandidates } from './explain/codes';
import { eventCandidates } from './explain/events';
import { messageCandidates } from './explain/messages';
import { nameCandidates } from './explain/names';
import { pasted, weights, type Candidate } from './explain/candidate';
import type { Explanation } from './explanation';

const MOST = 12;

/** The likeliest first; empty for a text nothing is known about. */
export function explain(text: string): readonly Explanation[] {
  const given = pasted(text);
  if (given.text === '') return [];
  const all: readonly Candidate[] = [...messageCandidates(given), ...eventCandidates(given), ...codeCandidates(given), ...nameCandidates(given)];
  const seen = new Set<string>();
  const best = Math.max(0, ...all.map(({ weight }) => weight));
  return all
    .filter(({ weight }) => weight >= weights.possible || best < weights.alone)
    .toSorted((a, b) => b.weight - a.weight)
    .filter(({ explanation: { kind, name, meaning } }) => {
      const identity = JSON.stringify([kind, name, meaning]);
      return !seen.has(identity) && seen.add(identity).size > 0;
    })
    .slice(0, MOST)
    .map(({ explanation }) => explanation);
}
