// The services Remote Desktop stands on: TermService, UmRdpService, SessionEnv, and those they depend on.

export interface ServiceSeen {
  readonly name: string;
  readonly installed: boolean;
  /** 1 stopped, 2 starting, 3 stopping, 4 running, 5 continuing, 6 pausing, 7 paused. */
  readonly state: number | null;
  /** 2 automatic, 3 manual, 4 disabled. */
  readonly startType: number | null;
  /** 0 where it does not run. */
  readonly pid: number | null;
  readonly exitCode: number | null;
  readonly account: string | null;
  readonly imagePath: string | null;
  readonly serviceDll: string | null;
}

export interface ServicesSeen {
  readonly services: readonly ServiceSeen[];
}
