// Settings of Remote Desktop written to a key Windows does not read: the key of Microsoft's article 2477176, slips of the listener's
// key, and values of a listener outside a listener's key. Windows creates such a key without a word and the server stays as it is.
// Deleting such keys is tidying up and not reported; nor is a listener somebody made, which brings its own WdName along.

import { message, type Message } from '../../messages/message';
import { findSetting, isListenerValue } from '../../rdp/lookup';
import { findNearMiss, type NearMiss } from '../../rdp/nearMissKey';
import { keyIdentity, type RegistryKey } from '../../registry/place';
import type { Remedy } from '../../remedies/remedy';
import { rangesTouch } from '../../text/range';
import type { Found, Rule } from '../rule';
import type { Statements } from '../statements';
import { keyGroups, type KeyGroup } from './keyGroups';
import { keysForPeople, lastPart } from './keysForPeople';

type Wrong = NearMiss | { readonly slip: 'above'; readonly to: RegistryKey };

const TERMINAL_SERVER = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\control\\terminal server';
const ownListenerValues: ReadonlySet<string> = new Set(['wdname', 'loadableprotocol_object']);

export const rdp204KeyNotRead: Rule = {
  code: 'RDP204',
  title: message('RDP204.title'),
  severity: 'error',
  symptom: 2,
  *check(statements) {
    for (const group of keyGroups(statements.observations, wrongKey)) {
      if (group.about.slip === 'above') yield* aboveListener(group);
      else yield* nearMiss(group, group.about, statements);
    }
  },
};

function wrongKey(key: RegistryKey): Wrong | undefined {
  const identity = keyIdentity(key);
  if (identity === TERMINAL_SERVER) return { slip: 'above', to: { hive: key.hive, path: `${key.path}\\WinStations\\RDP-Tcp` } };
  if (identity === `${TERMINAL_SERVER}\\winstations`) return { slip: 'above', to: { hive: key.hive, path: `${key.path}\\RDP-Tcp` } };
  return findNearMiss(key);
}

/** The key is right for other values; those of a listener are not read in it. */
function* aboveListener({ key, about, sets }: KeyGroup<Wrong>): Iterable<Found> {
  const misplaced = sets.filter(({ place }) => isListenerValue(place.name) && findSetting(place) === undefined);
  const keys = keysForPeople(key, about.to);
  for (const { place, evidence } of misplaced) {
    yield {
      message: message('RDP204.outside', place.name, keys.from, keys.to),
      evidence,
      places: [place],
      severity: 'warning',
      certainty: 'assumed',
      // The key line can be repaired only where nothing else stands under it.
      remedies: misplaced.length === sets.length ? [renameKey(key, about.to, true)] : [],
    };
  }
}

function* nearMiss({ key, named, sets }: KeyGroup<Wrong>, miss: NearMiss, statements: Statements): Iterable<Found> {
  const names = sets.map(({ place }) => place.name);
  if (names.length === 0) return;
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
