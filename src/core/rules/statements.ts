// What a rule is given: the observations of one source in their order, the faults of its spelling, and look-ups over both that every
// rule would otherwise write again.

import type { Fault, FaultKind } from '../formats/fault';
import { findSetting } from '../rdp/lookup';
import type { Setting } from '../rdp/setting';
import type { SettingId } from '../rdp/settings';
import type { Observation, ValueSet } from '../registry/observation';

export interface SettingSeen {
  readonly setting: Setting;
  readonly side: 'local' | 'policy';
  readonly listener: string | undefined;
  readonly observation: ValueSet;
}

export interface Statements {
  readonly observations: readonly Observation[];
  readonly faults: readonly Fault[];
  /** Every place where this setting is given data, in order; both the local value and the policy twin. */
  seen(id: SettingId): readonly SettingSeen[];
  /** Every known setting that is given data, in order. */
  readonly allSeen: readonly SettingSeen[];
  ofKind(kind: FaultKind): readonly Fault[];
}

export function createStatements(observations: readonly Observation[], faults: readonly Fault[]): Statements {
  const allSeen: SettingSeen[] = [];
  for (const observation of observations) {
    if (observation.kind !== 'set') continue;
    const known = findSetting(observation.place);
    if (known !== undefined) allSeen.push({ ...known, observation });
  }
  return {
    observations,
    faults,
    allSeen,
    seen: (id) => allSeen.filter((seen) => seen.setting.id === id),
    ofKind: (kind) => faults.filter((fault) => fault.kind === kind),
  };
}
