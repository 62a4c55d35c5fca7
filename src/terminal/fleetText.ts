// What several snapshots come to, a line for each: after the reports of a fleet, the one thing that fits on a screen.

import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import type { Finding } from '../core/rules/rule';

export interface FleetRow {
  readonly path: string;
  readonly findings: readonly Pick<Finding, 'severity'>[];
  /** Sections that were not seen. */
  readonly unseen: readonly string[];
}

/** No finding is not the same as nothing wrong: what was not seen is counted too. */
function countsText({ findings, unseen }: FleetRow): string {
  const count = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const parts = [
    ...(errors === 0 ? [] : [errors === 1 ? message('report.oneError') : message('report.errors', errors)]),
    ...(warnings === 0 ? [] : [warnings === 1 ? message('report.oneWarning') : message('report.warnings', warnings)]),
  ];
  const found = parts.length === 0 ? [message('command.noFinding')] : parts;
  return [...found, ...(unseen.length === 0 ? [] : [message('command.unseenSections', unseen.length)])].map(english).join(', ');
}

export function fleetText(rows: readonly FleetRow[]): string {
  const width = Math.max(...rows.map(({ path }) => path.length));
  return [english(message('command.fleet', rows.length)), ...rows.map((row) => `   ${row.path.padEnd(width)}  ${countsText(row)}`)].join('\n');
}
