// A snapshot: everything seen on one server at one time, as one JSON document (`*.rdpsnapshot.json`). The collector writes it
// (src/collector/collect.ps1), this is its shape. A section is data or the reason why there is none; nothing is ever left out
// silently. SIDs, GUIDs, numbers and enumerations only: no translated word, no secret, no name beyond the members of two groups.

import type { CertificatesSeen } from './certificatesSeen';
import type { EventsSeen } from './eventsSeen';
import type { FirewallSeen } from './firewallSeen';
import type { HostSeen } from './hostSeen';
import type { GroupsSeen, RightsSeen } from './accessSeen';
import type { LicensingSeen } from './licensingSeen';
import type { PowerSeen } from './powerSeen';
import type { RegistrySeen } from './registrySeen';
import type { PolicySourcesSeen } from './policySourcesSeen';
import type { ServicesSeen } from './servicesSeen';
import type { SessionsSeen } from './sessionsSeen';
import type { SocketsSeen } from './socketsSeen';

/** The version this program writes. Older ones are brought up to it when they are read (readSnapshot.ts). */
export const schemaVersion = 1;

export interface SectionFailure {
  /** `notElevated`: this login may not see it. `notAvailable`: this Windows, or what runs on it, has no such thing to ask. */
  readonly reason: 'notElevated' | 'accessDenied' | 'notAvailable' | 'timedOut' | 'tooLarge' | 'notAsked' | 'failed';
  /** What the system said: an error code or an exception's type and message, as it came. */
  readonly detail: string;
}

/** Milliseconds it took (0 from the fallback, whose sections come out of shared answers), and what it found or why it found nothing. */
export type Section<T> =
  | { readonly ms: number; readonly data: T; /** Parts of it that could not be seen. */ readonly unseen: readonly SectionGap[] }
  | { readonly ms: number; readonly failure: SectionFailure };

export interface SectionGap extends SectionFailure {
  /** What is missing, in the words of the section's own fields, e.g. `rules.program`. */
  readonly what: string;
}

export interface Sections {
  readonly host: Section<HostSeen>;
  readonly registry: Section<RegistrySeen>;
  readonly services: Section<ServicesSeen>;
  readonly sockets: Section<SocketsSeen>;
  readonly sessions: Section<SessionsSeen>;
  readonly firewall: Section<FirewallSeen>;
  readonly certificates: Section<CertificatesSeen>;
  readonly rights: Section<RightsSeen>;
  readonly groups: Section<GroupsSeen>;
  readonly power: Section<PowerSeen>;
  readonly licensing: Section<LicensingSeen>;
  readonly events: Section<EventsSeen>;
  readonly policySources: Section<PolicySourcesSeen>;
}

export type SectionName = keyof Sections;

export interface Collection {
  /** ISO 8601, UTC, by the clock of the server; empty where the fallback could not tell it. */
  readonly at: string;
  readonly ms: number;
  /** `powershell`: collect.ps1. `tools`: the fallback, with the article's own programs. */
  readonly by: 'powershell' | 'tools';
  readonly powershell: string | null;
  readonly edition: 'Desktop' | 'Core' | null;
  readonly languageMode: string | null;
  /** Whether the login had administrative rights at that moment; null where that could not be told. */
  readonly elevated: boolean | null;
  /** The SID of the login. */
  readonly userSid: string | null;
  /** SHA-256 of the script that ran, lower-case hexadecimal; null for the fallback. */
  readonly script: string | null;
}

export interface Snapshot {
  readonly kind: 'rdpsnapshot';
  readonly schema: typeof schemaVersion;
  readonly collection: Collection;
  readonly sections: Sections;
}
