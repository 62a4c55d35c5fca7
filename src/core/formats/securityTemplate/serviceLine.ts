// A line of [Service General Setting]: `"service",mode,"SDDL"`, or `N="service", mode, "SDDL"`. The mode is how the service starts; without
// one the line is about permissions only. Follows MS-GPSB and templates of real backups.

import type { TextRange } from '../../text/range';
import { fieldsOf, type Field } from './fields';

export interface ServiceLine {
  readonly name: string;
  readonly nameRange: TextRange;
  readonly startMode: 2 | 3 | 4 | undefined;
  /** Empty where there is no mode. */
  readonly modeRange: TextRange;
  readonly end: number;
}

export interface BadService {
  readonly why: 'serviceForm' | 'mode' | 'quote';
  readonly at: TextRange;
}

const modes: Readonly<Record<string, 2 | 3 | 4>> = { '2': 2, '3': 3, '4': 4 };

export function serviceLine(text: string, line: TextRange): ServiceLine | BadService {
  const { fields, open } = fieldsOf(text, { start: afterNumber(text, line), end: line.end }, { comments: true });
  if (open) return { why: 'quote', at: line };
  const [name, mode] = fields;
  if (name === undefined || mode === undefined || name.text === '' || name.mixed || fields.length > 3) return { why: 'serviceForm', at: line };
  const startMode = modes[mode.text];
  if (startMode === undefined && mode.text !== '') return { why: 'mode', at: mode };
  return { name: name.text, nameRange: rangeOf(name), startMode, modeRange: rangeOf(mode), end: fields.at(-1)?.end ?? mode.end };
}

const rangeOf = ({ start, end }: Field): TextRange => ({ start, end });

/** Behind `N=`, where the line begins so. */
function afterNumber(text: string, { start, end }: TextRange): number {
  let at = start;
  while (at < end && /\d/.test(text[at] ?? '')) at++;
  if (at === start) return start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return text[at] === '=' && at < end ? at + 1 : start;
}
