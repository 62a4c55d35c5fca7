// What is collected for a check of one part only: fewer sections, the same machinery. The one table behind `--only` of the command line and
// the commands "Check listener and port", "Check security", "Check licensing". Sections that are left out come back as `notAsked`, so no
// rule takes them for empty.

import type { SectionName } from '../snapshot/snapshot';

export const checkPartNames = ['listener', 'security', 'licensing'] as const;

export type CheckPart = (typeof checkPartNames)[number];

// Every rule needs to know the Windows and its settings; the events tell of each part; policySources names who set a value.
const always = ['host', 'registry', 'services', 'events', 'policySources'] as const satisfies readonly SectionName[];

export const checkParts: Readonly<Record<CheckPart, readonly SectionName[]>> = {
  // Sleep makes a server as silent as a firewall does.
  listener: [...always, 'sockets', 'sessions', 'firewall', 'power'],
  // Sockets and sessions show connections that died without a goodbye.
  security: [...always, 'sockets', 'sessions', 'certificates', 'rights', 'groups'],
  licensing: [...always, 'licensing'],
};
