// What a rule is given: the observations of one source in their order, the faults of its spelling, and look-ups over both that every
// rule would otherwise write again.

import type { Entry, GroupMemberEntry, UserRightEntry } from '../formats/entry';
import type { Fault, FaultKind } from '../formats/fault';
import type { ListenerSeen } from '../listener/seen';
import { findSetting, isSettingKey, type KnownPlace } from '../rdp/lookup';
import type { SettingId } from '../rdp/settings';
import type { Observation, ValueSet } from '../registry/observation';
import { perKey } from '../registry/perKey';
import type { ServerSeen } from '../snapshot/serverSeen';
import { isPolicyIn32BitView } from '../rdp/policyView';
import { finalState } from './finalState';

export interface SettingSeen extends KnownPlace {
  readonly observation: ValueSet;
}

export interface Statements {
  readonly observations: readonly Observation[];
  readonly faults: readonly Fault[];
  /** Every place where this setting is given data, in order; both the local value and the policy twin. */
  seen(id: SettingId): readonly SettingSeen[];
  /** Every known setting that is given data, in order. */
  readonly allSeen: readonly SettingSeen[];
  /** The known settings that still have their data at the end of the source (finalState.ts). */
  readonly allFinal: readonly SettingSeen[];
  /** The same for one setting: one per key in which it stands (listeners, policy, numbered control sets). */
  final(id: SettingId): readonly SettingSeen[];
  /** The policy value of the same source that makes this local value count for nothing, where there is one. */
  policyOver(seen: SettingSeen): SettingSeen | undefined;
  ofKind(kind: FaultKind): readonly Fault[];
  /** Who is given or denied what by a file, and whom it puts into groups; without what is switched off or lost to another GPO. */
  readonly rights: readonly UserRightEntry[];
  readonly groups: readonly GroupMemberEntry[];
  /** What the listener answered, where it was asked. */
  readonly listener: ListenerSeen | undefined;
  /** What a snapshot of the server shows, where there is one. */
  readonly server: ServerSeen | undefined;
}

/** @param entries what a GPO export says beside the registry; only rights and groups are looked at here */
export function createStatements(
  observations: readonly Observation[],
  faults: readonly Fault[],
  listener?: ListenerSeen,
  server?: ServerSeen,
  entries: readonly Entry[] = [],
): Statements {
  const seenBy = new Map<ValueSet, SettingSeen>();
  const holdsSettings = perKey(isSettingKey);
  for (const observation of observations) {
    if (observation.kind !== 'set' || !holdsSettings(observation.place.key)) continue;
    if (isPolicyIn32BitView(observation.place.key)) continue; // RDP036: nothing reads them, so they decide nothing
    const known = findSetting(observation.place);
    if (known !== undefined) seenBy.set(observation, { ...known, observation });
  }
  const allSeen = [...seenBy.values()];
  const allFinal = finalState(observations, new Set(seenBy.keys())).flatMap((value) => seenBy.get(value) ?? []);
  // By setting: every rule asks for one or two, and a file may hold a great many.
  const [seenById, finalById] = [bySetting(allSeen), bySetting(allFinal)];
  const policies = new Map(allFinal.filter(({ side, types, observation }) => side === 'policy' && types.includes(observation.data.type)).toReversed().map((seen) => [seen.setting.id, seen]));
  return {
    observations,
    faults,
    allSeen,
    allFinal,
    seen: (id) => seenById.get(id) ?? [],
    final: (id) => finalById.get(id) ?? [],
    policyOver: ({ side, setting }) => (side === 'policy' ? undefined : policies.get(setting.id)),
    ofKind: (kind) => faults.filter((fault) => fault.kind === kind),
    rights: entries.filter((entry) => entry.kind === 'userRight').filter(isInForce),
    groups: entries.filter((entry) => entry.kind === 'groupMember').filter(isInForce),
    listener,
    server,
  };
}

/** Not switched off, and not beaten by another GPO in a resultant set. */
function isInForce({ disabled, winner }: UserRightEntry | GroupMemberEntry): boolean {
  return disabled !== true && (winner?.precedence ?? 1) === 1;
}

function bySetting(all: readonly SettingSeen[]): ReadonlyMap<string, readonly SettingSeen[]> {
  const groups = new Map<string, SettingSeen[]>();
  for (const seen of all) {
    const group = groups.get(seen.setting.id);
    if (group === undefined) groups.set(seen.setting.id, [seen]);
    else group.push(seen);
  }
  return groups;
}
