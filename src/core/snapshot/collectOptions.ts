// What of a machine is asked for, and how far. Absent means the whole of it with the limits the collector has by itself.

import type { SectionName } from './snapshot';

export interface CollectOptions {
  /** Others come back as `notAsked`. All where it is absent. */
  readonly sections?: readonly SectionName[];
  /** The port that was tried from outside, looked at beside 3389 and the ports of the listeners. */
  readonly port?: number;
  /** How far back events are read. */
  readonly eventDays?: number;
  /** The limit of each section; without PowerShell each batch of programs has its own. */
  readonly sectionSeconds?: number;
  /** Of one kind of event; a kind beyond it is counted no further. */
  readonly mostEvents?: number;
}
