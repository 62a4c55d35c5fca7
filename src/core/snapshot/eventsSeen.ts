// Events by provider and id: ids, times, codes and parameters, never the translated message. Each kind is counted whole and capped
// alone, so that a flood of one cannot push the others out.

export interface EventSample {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Named data, or `0`, `1` … for data without names; `binary` in lower-case hexadecimal. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface EventGroup {
  readonly channel: string;
  readonly provider: string;
  readonly id: number;
  readonly level: number;
  /** The qualifiers of a classic event; null otherwise. */
  readonly qualifiers: number | null;
  readonly count: number;
  /** Whether counting stopped before the end of the period. */
  readonly capped: boolean;
  readonly first: string;
  readonly last: string;
  /** The newest first. */
  readonly samples: readonly EventSample[];
}

export interface EventChannel {
  readonly channel: string;
  readonly state: 'read' | 'missing' | 'denied' | 'disabled' | 'failed';
  /** The oldest record it still holds. */
  readonly oldest: string | null;
}

export interface EventsSeen {
  readonly days: number;
  readonly channels: readonly EventChannel[];
  readonly groups: readonly EventGroup[];
}
