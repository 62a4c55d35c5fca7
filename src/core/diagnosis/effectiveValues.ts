// Which value of a setting counts on a server: the policy's where there is one, else its own, else what Windows does without; which GPO
// the policy came from, and which open file says the same place. One answer per setting and listener.

import { settingById, type KnownPlace } from '../rdp/lookup';
import type { Setting } from '../rdp/setting';
import type { SettingId } from '../rdp/settings';
import type { Observation } from '../registry/observation';
import { keyIdentity, keyText, type Place } from '../registry/place';
import { hexText } from '../registry/valueData';
import type { SettingSeen, Statements } from '../rules/statements';
import { createStatements } from '../rules/statements';
import type { PolicySource } from '../snapshot/policySourcesSeen';
import type { FileBeside } from './serverSight';

/** A line of an open file that sets a place. */
export interface FileLine {
  readonly file: FileBeside;
  readonly observation: Observation;
  /** Its line, from 1, or its offset in a file without lines. */
  readonly at: string;
}

export interface EffectiveValue {
  readonly setting: Setting;
  /** The key name of the listener, for a setting of a listener. */
  readonly listener: string | undefined;
  /** Undefined: neither set by policy nor on the server. */
  readonly winner: SettingSeen | undefined;
  /** Values of the same setting that count for nothing because of the winner. */
  readonly overridden: readonly SettingSeen[];
  /** The GPO that the winner came from, where Windows could tell. */
  readonly gpo: PolicySource | undefined;
  /** What open files say about the place of the winner, or about the setting's own place where there is none. */
  readonly files: readonly FileLine[];
}

export interface EffectiveParts {
  readonly statements: Statements;
  readonly sources: readonly PolicySource[];
  readonly files: readonly FileBeside[];
}

/** Of every setting that is set, and of those in `always`, which are told even where nothing sets them. */
export function effectiveValues({ statements, sources, files }: EffectiveParts, always: readonly SettingId[]): readonly EffectiveValue[] {
  const byPlace = fileLines(files);
  const groups = new Map<string, SettingSeen[]>();
  for (const seen of statements.allFinal) {
    const id = identityOf(seen.setting.id, seen.side === 'local' ? seen.listener : undefined);
    groups.set(id, [...(groups.get(id) ?? []), seen]);
  }
  const told = [...groups.values()].flatMap((group): readonly EffectiveValue[] => {
    const [first] = group;
    if (first === undefined) return [];
    const policy = statements.final(first.setting.id as SettingId).find(({ side, types, observation }) => side === 'policy' && types.includes(observation.data.type));
    // The policy is told with each local value it overrides; alone only where it overrides none.
    if (first.side === 'policy' && statements.final(first.setting.id as SettingId).some(({ side }) => side === 'local')) return [];
    const winner = policy ?? group.at(-1);
    if (winner === undefined) return [];
    const overridden = group.filter((seen) => seen !== winner);
    const gpo = gpoOf(winner, sources);
    return [{ setting: first.setting, listener: first.listener, winner, overridden, gpo, files: linesFor(winner, gpo, byPlace) }];
  });
  const absent = always.flatMap((id): readonly EffectiveValue[] => {
    const setting = settingById(id);
    if (setting === undefined || told.some((value) => value.setting.id === id)) return [];
    const [hive] = setting.place.hives;
    const path = setting.place.path.replace('{listener}', 'RDP-Tcp');
    const lines = hive === undefined ? [] : (byPlace.get(placeId({ key: { hive, path }, name: setting.place.name })) ?? []);
    // An export that sets what the server does not have is of a GPO that is not applied there.
    const inFiles = lines.filter(({ file }) => file.gpo === undefined);
    return [{ setting, listener: setting.place.path.includes('{listener}') ? 'RDP-Tcp' : undefined, winner: undefined, overridden: [], gpo: undefined, files: inFiles }];
  });
  return [...told, ...absent];
}

function gpoOf({ side, observation: { place } }: SettingSeen, sources: readonly PolicySource[]): PolicySource | undefined {
  if (side !== 'policy') return undefined;
  const same = ({ key, name, deleted }: PolicySource): boolean =>
    !deleted && key.toLowerCase() === keyText(place.key).toLowerCase() && name.toLowerCase() === place.name.toLowerCase();
  return sources.filter(same).toSorted((a, b) => a.precedence - b.precedence)[0];
}

/**
 * The lines of files that set the place of the winner; of exports of GPOs, those of the GPO it came from. Where Windows could not tell which
 * that is, those with the same data.
 */
function linesFor({ observation: { place, data } }: SettingSeen, gpo: PolicySource | undefined, byPlace: ReadonlyMap<string, readonly FileLine[]>): readonly FileLine[] {
  return (byPlace.get(placeId(place)) ?? []).filter(({ file, observation }) => {
    if (file.gpo === undefined) return true;
    if (gpo !== undefined) return isExportOf(file.gpo, gpo);
    return observation.kind === 'set' && observation.data.type === data.type && hexText(observation.data.bytes) === hexText(data.bytes);
  });
}

/** By its id, which Windows tells within a path of the directory, or by its display name. */
function isExportOf({ name, guid }: NonNullable<FileBeside['gpo']>, { gpoId, gpoName }: PolicySource): boolean {
  if (guid !== undefined && gpoId.toLowerCase().includes(guid.toLowerCase().replace(/[{}]/g, ''))) return true;
  return gpoName !== null && gpoName.toLowerCase() === name.toLowerCase();
}

function atText({ placeText, lineOf }: FileBeside, offset: number): string {
  return placeText?.(offset) ?? String(lineOf(offset));
}

/** What counts at the end of each file, by place. */
function fileLines(files: readonly FileBeside[]): ReadonlyMap<string, readonly FileLine[]> {
  const found = new Map<string, FileLine[]>();
  for (const file of files) {
    for (const { observation } of createStatements(file.observations, []).allFinal) {
      const id = placeId(observation.place);
      found.set(id, [...(found.get(id) ?? []), { file, observation, at: atText(file, observation.evidence.range.start) }]);
    }
  }
  return found;
}

function identityOf(setting: string, listener: KnownPlace['listener']): string {
  return `${setting} ${listener?.toLowerCase() ?? ''}`;
}

/** Equal for two spellings of one place. */
export function placeId({ key, name }: Place): string {
  return `${keyIdentity(key)}\n${name.toLowerCase()}`;
}
