// The shape of an event: its number on current Windows, the number it had on older builds, what it carries and what it says. Numbers
// and fields identify an event; its text is translated and never read.

import type { Confidence } from '../setting';
import type { SettingId } from '../settings';
import type { Symptom } from '../symptom';

/** `varies`: not the same in every build. `unknown`: classic messages carry no level in the manifest. */
export type EventLevel = 'error' | 'warning' | 'information' | 'varies' | 'unknown';

export interface EventRow {
  readonly id: number;
  /** The number up to build 16299 (Windows 10 1709, Server 2016), with its log where that was another one. */
  readonly was?: { readonly id: number; readonly log?: string };
  /** Builds of Windows that have it, where not all since Windows 7 do. */
  readonly from?: number;
  readonly until?: number;
  readonly level: EventLevel;
  /** Named data, or `1`, `2` … for unnamed. */
  readonly fields?: readonly string[];
  readonly meaning: string;
  /** Settings to look at. */
  readonly settings?: readonly SettingId[];
  readonly symptom?: Symptom;
  readonly confidence: Confidence;
  /** Where they are not those of the group. */
  readonly log?: string;
  readonly source?: string;
}

export interface EventGroup {
  readonly provider: string;
  /** Other names the provider goes by in old systems or as EventSourceName. */
  readonly otherNames?: readonly string[];
  readonly guid?: string;
  /** Where a manifest does not tell which of a provider's own logs an event goes to, the likelier one. */
  readonly log: string;
  readonly source: string;
  readonly rows: readonly EventRow[];
}

export interface EventFact extends EventRow {
  readonly provider: string;
  readonly otherNames: readonly string[];
  readonly guid: string | undefined;
  readonly log: string;
  readonly source: string;
}
