// The sessions and listeners of Remote Desktop Services. No user names.

export interface SessionSeen {
  readonly id: number;
  /** `RDP-Tcp#3`, `RDP-Tcp`, `Console`, empty. */
  readonly station: string;
  /** WTS_CONNECTSTATE_CLASS: 0 active, 1 connected, 2 connecting, 3 shadowing, 4 disconnected, 5 idle, 6 listening, 7 reset, 8 down, 9 starting. */
  readonly state: number;
  readonly hasUser: boolean | null;
}

export interface SessionsSeen {
  readonly sessions: readonly SessionSeen[];
  readonly by: 'wts' | 'qwinsta';
}
