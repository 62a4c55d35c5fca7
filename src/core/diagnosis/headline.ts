// The finding that explains the others, for the first line of a report and the line of a server in the list. Errors before warnings; what
// is seen from outside, and what events tell, follows from a cause where there is one. An edition that cannot host explains everything.

import type { Finding, RuleCode } from '../rules/rule';

const consequences: ReadonlySet<RuleCode> = new Set(['RDP211', 'RDP212', 'RDP213', 'RDP214', 'RDP215', 'RDP216', 'RDP218', 'RDP317', 'RDP318', 'RDP321', 'RDP328', 'RDP332', 'RDP408', 'RDP410']);

const HOME_EDITION: RuleCode = 'RDP125';

/** Errors and warnings, the one that explains most first; in the order of the report among equals. */
export function byWeight(findings: readonly Finding[]): readonly Finding[] {
  const weight = ({ code, severity }: Finding): number => (code === HOME_EDITION ? -1 : 0) + (severity === 'error' ? 0 : 2) + (consequences.has(code) ? 1 : 0);
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning').toSorted((a, b) => weight(a) - weight(b));
}
