// Messages of people found by their distinctive words.

import { message, type Message } from '../../messages/message';
import { personMessages, type PersonMessage } from '../facts/personMessages';
import { articleDetails, candidate, weights, type Candidate, type Pasted } from './candidate';

export function messageCandidates({ lower }: Pasted): readonly Candidate[] {
  return personMessages.flatMap((row: PersonMessage): readonly Candidate[] => {
    const { words, name, alsoSymptom, articleErrors = [] } = row;
    const said = words.filter((group) => group.every((phrase) => lower.includes(phrase)));
    // Somebody who types the name of a message has no more of it than that.
    const letters = Math.max(0, ...said.map((group) => group.join('').length), lower === name.toLowerCase() ? name.length : 0);
    if (letters === 0) return [];
    const also: readonly Message[] = alsoSymptom === undefined ? [] : [message('explain.also', alsoSymptom)];
    return [candidate(weights.named + letters / 100 + said.length / 10, { ...row, kind: 'message', details: [...also, ...articleDetails(articleErrors)] })];
  });
}
