// The shape of one row of the table of settings: everything known about one RDP value. Hover, completion, rules, checks, pages and
// remedies all read these rows; nothing about a setting is written twice. The policy twins come from the table of policies.

import type { Hive } from '../registry/hives';
import type { Symptom } from './symptom';

/** H: read in a primary source. M: one secondary source, or several that agree. L: weak; a rule on it is at most "information". */
export type Confidence = 'H' | 'M' | 'L';

export type Restart = 'none' | 'nextConnection' | 'nextLogon' | 'policyRefresh' | 'termService' | 'computer' | 'unknown';

export type Unit = 'port' | 'minutes' | 'milliseconds' | 'seconds' | 'sessions' | 'pixels' | 'none';

export interface Choice {
  readonly value: number;
  readonly meaning: string;
}

export type Domain =
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | {
      readonly kind: 'range';
      readonly min: number;
      readonly max: number;
      readonly unit: Unit;
      /** Values with a meaning of their own inside or outside the range. */
      readonly special?: readonly Choice[];
    }
  /** `usual`: what Windows' own tools write. Other text is allowed. */
  | { readonly kind: 'text'; readonly usual?: readonly string[] }
  | { readonly kind: 'texts' }
  | { readonly kind: 'bytes'; readonly length?: number };

/** Data as the table tells it: a number, a string, the strings of a REG_MULTI_SZ. */
export type Standard = number | string | readonly string[];

/** Where a setting lives. `{listener}` in the path stands for the listener's own key, usually RDP-Tcp; `{adapter}` for a GUID. */
export interface SettingPlace {
  readonly hives: readonly Hive[];
  readonly path: string;
  readonly name: string;
}

export interface PolicyTwin extends SettingPlace {
  /** ADMX policy id and display name, as the group policy editor shows it; of the computer's policy where there are two. */
  readonly id: string;
  readonly title: string;
  readonly category: string;
  /** What the policy may write, which is not always what the local value takes. */
  readonly types: readonly [number, ...number[]];
  readonly domain: Domain;
}

export interface SettingRow {
  readonly id: string;
  /** What the value does, in the words of Windows' own tools. */
  readonly title: string;
  readonly place: SettingPlace;
  /** Accepted REG_ types, the usual one first (registry/valueData). */
  readonly types: readonly [number, ...number[]];
  readonly domain: Domain;
  /** Data on a fresh system; undefined where the value is absent there. */
  readonly standard?: Standard;
  /** Where generations of Windows differ from `standard`. */
  readonly standardByWindows?: readonly { readonly windows: string; readonly standard: Standard }[];
  /** What Windows does while the value is absent, where that is known. */
  readonly absent?: string;
  /** The value counts only while that setting has this number. */
  readonly countsWhile?: { readonly setting: string; readonly equals: number };
  /** What people get wrong about it, or what it does elsewhere. */
  readonly trap?: string;
  /** `state`: Windows keeps it, nobody sets it. `legacy`: a switch of old systems. */
  readonly role?: 'state' | 'legacy';
  /** The first Windows that reads it. */
  readonly since?: string;
  readonly restart: Restart;
  readonly symptom: Symptom | null;
  readonly confidence: Confidence;
  /** Where the facts were read: names of documents, joined with "; ". Their addresses are in sources.ts. */
  readonly source: string;
}

export interface Setting extends SettingRow {
  readonly policy?: PolicyTwin;
}
