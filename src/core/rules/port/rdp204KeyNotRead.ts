// Settings of Remote Desktop written to a key Windows does not read: the key of Microsoft's article 2477176, slips of the listener's
// key, and values in the key of another (misplacedValues.ts). Windows creates such a key without a word and the server stays as it is.
// Deleting such keys is tidying up and not reported; nor is a listener somebody made, which brings its own WdName along.

import { message, type Message } from '../../messages/message';
import { isListenerValue } from '../../rdp/lookup';
import { findNearMiss, type NearMiss } from '../../rdp/nearMissKey';
import type { RegistryKey } from '../../registry/place';
import type { Remedy } from '../../remedies/remedy';
import { rangesTouch } from '../../text/range';
import { finalState } from '../finalState';
import type { Found, Rule } from '../rule';
import type { Statements } from '../statements';
import { keyGroups, type KeyGroup } from './keyGroups';
import { keysForPeople, lastPart } from './keysForPeople';
import { homesBeside, misplacedIn, type Home } from './misplacedValues';

type Wrong = { readonly miss: NearMiss } | { readonly homes: readonly Home[] };

const ownListenerValues: ReadonlySet<string> = new Set(['wdname', 'loadableprotocol_object']);

export const rdp204KeyNotRead: Rule = {
  code: 'RDP204',
  title: message('RDP204.title'),
  severity: 'error',
  symptom: 2,
  *check(statements) {
    for (const group of keyGroups(statements.observations, wrongKey)) {
      if ('miss' in group.about) yield* nearMiss(group, group.about.miss, statements);
      else yield* misplaced(group, group.about.homes, statements);
    }
  },
};

function wrongKey(key: RegistryKey): Wrong | undefined {
  const homes = homesBeside(key);
  if (homes.length > 0) return { homes };
  const miss = findNearMiss(key);
  return miss === undefined ? undefined : { miss };
}

/** The key is right for other values: one finding for all that are not read in it, because they are one slip. */
function* misplaced({ key, named, sets }: KeyGroup<Wrong>, homes: readonly Home[], statements: Statements): Iterable<Found> {
  for (const { home, values, harm } of misplacedIn({ sets }, homes, statements)) {
    const [{ place: first, evidence }, ...others] = values;
    const names = new Set(values.map(({ place }) => place.name.toLowerCase()));
    // The key line can be repaired only where there is one and nothing else stands under it.
    const movable = named.length <= 1 && sets.every(({ place }) => names.has(place.name.toLowerCase()));
    yield {
      message: misplacedFact(key, home, first.name, values.length),
      evidence,
      places: values.map(({ place }) => place),
      related: others.map((other) => ({ message: message('RDP204.related', other.place.name), evidence: other.evidence })),
      severity: harm ? 'warning' : 'information',
      certainty: 'assumed',
      remedies: movable ? [renameKey(key, home.key, home.of !== 'client')] : [],
    };
  }
}

function misplacedFact(key: RegistryKey, home: Home, first: string, count: number): Message {
  const { from, to } = keysForPeople(key, home.key);
  switch (home.of) {
    case 'listener':
      return count === 1 ? message('RDP204.outside', first, from, to) : message('RDP204.outsideMany', first, from, to, count);
    case 'server':
      return count === 1 ? message('RDP204.inside', first, from, to) : message('RDP204.insideMany', first, from, to, count);
    case 'client':
      return count === 1 ? message('RDP204.client', first, from, to) : message('RDP204.clientMany', first, from, to, count);
  }
}

function* nearMiss({ key, named, sets }: KeyGroup<Wrong>, miss: NearMiss, statements: Statements): Iterable<Found> {
  const names = finalState(statements.observations, new Set(sets)).map(({ place }) => place.name);
  if (names.length === 0) return; // named only, or taken back further down
  if (miss.slip === 'listener' && names.some((name) => ownListenerValues.has(name.toLowerCase()))) return;
  const to = atListener(miss.to, names);
  const doubtful = miss.slip === 'listener' || miss.slip === 'hive';
  const fact = miss.slip === 'listener' ? message('RDP204.listener', lastPart(key)) : keyFact(key, to);
  for (const { evidence } of named.length > 0 ? named : sets) {
    // A blank at the end of the name has been told by RDP020, on the same line.
    if (statements.ofKind('keyNameBlanks').some((fault) => rangesTouch(fault.evidence.range, evidence.range))) continue;
    yield {
      message: fact,
      evidence,
      places: sets.map(({ place }) => place),
      severity: doubtful ? 'warning' : 'error',
      certainty: miss.slip === 'article' ? 'confirmed' : 'assumed',
      remedies: [renameKey(key, to, !doubtful)],
    };
  }
}

function keyFact(from: RegistryKey, to: RegistryKey): Message {
  const keys = keysForPeople(from, to);
  return message('RDP204.key', keys.from, keys.to);
}

/** Values of a listener belong in RDP-Tcp, also where the wrong key stopped short of it. */
function atListener(to: RegistryKey, names: readonly string[]): RegistryKey {
  const [last, areListeners] = [lastPart(to).toLowerCase(), names.every(isListenerValue)];
  if (last === 'winstations' && names.some(isListenerValue)) return { hive: to.hive, path: `${to.path}\\RDP-Tcp` };
  if (last === 'terminal server' && areListeners) return { hive: to.hive, path: `${to.path}\\WinStations\\RDP-Tcp` };
  return to;
}

function renameKey(from: RegistryKey, to: RegistryKey, preferred: boolean): Remedy {
  return {
    title: message('RDP204.fix', keysForPeople(from, to).to),
    effect: 'changes-behaviour',
    preferred,
    actions: [{ kind: 'renameKey', from, to }],
  };
}
