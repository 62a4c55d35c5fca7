// How much is asked of a listener, and how gently. What each mode asks is decided in questions.ts; nothing here waits or connects. Every
// connection shows in the event log of a server (RemoteConnectionManager 261, RdpCoreTS 131), so each has to be worth it.

/** `quick`: three connections at most, what decides the verdict. `full`: sixteen at most, everything. `gentle`: two at most, with a pause. */
export const probeModes = ['quick', 'full', 'gentle'] as const;

export type ProbeMode = (typeof probeModes)[number];

/** TCP connections and datagrams to one listener, at most. */
export const mostConnections: Readonly<Record<ProbeMode, number>> = { quick: 3, full: 16, gentle: 2 };

export interface ProbeManner {
  readonly mode: ProbeMode;
  /** For one connection or one answer; undefined: what the time of the whole check allows. */
  readonly stepTimeoutMs: number | undefined;
  /** Between two connections to one listener. */
  readonly pauseMs: number;
  /** The host is asked for its name in the CredSSP handshake, which it may write down as an event. */
  readonly askHost: boolean;
  /** What a load balancer goes by, sent in front of the negotiation: a line of routingToken.ts; null: nothing. */
  readonly routingToken: string | null;
}

/** What is asked where nobody chose. */
export const usualManner: ProbeManner = { mode: 'quick', stepTimeoutMs: undefined, pauseMs: 0, askHost: false, routingToken: null };

const gentlePauseMs = 1000;

/** A gentle check pauses whatever else was chosen. */
export function pauseOf(mode: ProbeMode, chosenMs: number): number {
  return mode === 'gentle' ? Math.max(gentlePauseMs, chosenMs) : chosenMs;
}

/** For a check that is about the listener itself: all there is to ask, unless it was to be gentle. */
export function wholeOf(mode: ProbeMode): ProbeMode {
  return mode === 'gentle' ? 'gentle' : 'full';
}

/** Whether a check in this mode leaves nothing out that the wanted one asks. */
export function asksNoLess(mode: ProbeMode, wanted: ProbeMode): boolean {
  return mode === wanted || mode === 'full';
}
