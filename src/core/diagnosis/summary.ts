// What a section of a report comes to, in a few words: how many errors and warnings its lines show.

import { message, type Say } from '../messages/message';
import type { Marks } from './markedReport';
import { worstOf, type ReportLine } from './reportText';

export function summaryOf(lines: readonly ReportLine[], marks: Marks, say: Say): string {
  const found = lines.flatMap((line) => worstOf(line, marks) ?? []);
  const errors = found.filter((mark) => mark === 'error').length;
  const warnings = found.length - errors;
  const parts = [
    ...(errors === 0 ? [] : [say(errors === 1 ? message('report.oneError') : message('report.errors', errors))]),
    ...(warnings === 0 ? [] : [say(warnings === 1 ? message('report.oneWarning') : message('report.warnings', warnings))]),
  ];
  return parts.length === 0 ? say(message('report.nothingWrong')) : parts.join(', ');
}
