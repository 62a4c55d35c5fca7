// The shape of one row of the table of settings: everything known about one RDP value. Hover, completion, rules, checks, pages and
// remedies all read these rows; nothing about a setting is written twice.

import type { Hive } from '../registry/hives';
import type { Symptom } from './symptom';

/** H: read in a primary source. M: one secondary source, or several that agree. L: weak; a rule on it is at most "information". */
export type Confidence = 'H' | 'M' | 'L';

export type Restart = 'none' | 'nextConnection' | 'nextLogon' | 'policyRefresh' | 'termService' | 'computer' | 'unknown';

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
      readonly unit: 'port' | 'minutes' | 'milliseconds' | 'seconds' | 'sessions' | 'pixels' | 'none';
      /** Values with a meaning of their own inside or outside the range. */
      readonly special?: readonly Choice[];
    }
  | { readonly kind: 'text' }
  | { readonly kind: 'texts' }
  | { readonly kind: 'bytes'; readonly length?: number };

/** Where a setting lives. `{listener}` in the path stands for the listener's own key, usually RDP-Tcp. */
export interface SettingPlace {
  readonly hives: readonly Hive[];
  readonly path: string;
  readonly name: string;
}

export interface PolicyTwin extends SettingPlace {
  /** ADMX policy id and display name, as the group policy editor shows it. */
  readonly id: string;
  readonly title: string;
  readonly category: string;
}

export interface Setting {
  readonly id: string;
  /** What the value does, in the words of Windows' own tools. */
  readonly title: string;
  readonly place: SettingPlace;
  readonly policy?: PolicyTwin;
  /** Accepted REG_ types, the usual one first (registry/valueData). */
  readonly types: readonly [number, ...number[]];
  readonly domain: Domain;
  /** Data on a fresh system; undefined where the value is absent there. */
  readonly standard?: number | string;
  readonly restart: Restart;
  readonly symptom: Symptom | null;
  readonly confidence: Confidence;
  /** Where the facts were read, for the pages: names of documents, not addresses. */
  readonly source: string;
}
