// When the machine goes to sleep. Seconds, 0 never, null where it could not be told.

export interface PowerSeen {
  readonly sleepAc: number | null;
  readonly sleepDc: number | null;
  readonly hibernateAc: number | null;
  readonly hibernateDc: number | null;
  /** Where the numbers come from: the active plan, or a policy that overrides it. */
  readonly source: 'plan' | 'policy';
}
