// A .reg file as a language: one reading of one version of its text, and every question an editor asks about it. The answers are worked
// out when they are asked for and hold offsets into that text.

import type { RegFile } from '../formats/reg/nodes';
import { parseReg } from '../formats/reg/parser';
import { completionsAt, type Completion } from './completion';
import { lgpoText } from '../conversion/lgpoText';
import { operationsOf, type Operation } from '../conversion/operations';
import { powerShellCommands } from '../conversion/powerShellCommands';
import { regCommands } from '../conversion/regCommands';
import { regFileText } from '../conversion/regFile';
import { undoText } from '../conversion/undoFile';
import { foldsOf, type Fold } from './folding';
import { formatEdits } from './formatter';
import { hoverAt, type Hover } from './hover';
import { hintsIn, type DecodedHint } from './inlayHints';
import { fileStatus, type FileStatus } from './fileStatus';
import { summaryOf, type Summary } from './summary';
import { symbolsOf, type RegSymbol } from './symbols';
import { readSuppressions } from '../formats/reg/suppressions';
import type { SuppressedCode } from '../formats/suppression';
import type { TextEncodingSeen } from '../text/decode';
import type { TextEdit } from '../text/edits';
import type { TextRange } from '../text/range';

export type Conversion = 'regCommands' | 'powerShell' | 'lgpo' | 'reg' | 'undo';

export interface RegLanguage {
  readonly file: RegFile;
  hover(offset: number): Hover | undefined;
  completions(offset: number): readonly Completion[];
  symbols(): readonly RegSymbol[];
  folds(): readonly Fold[];
  /** For the whole file where no lines are given. */
  format(lines?: TextRange): readonly TextEdit[];
  hints(range: TextRange): readonly DecodedHint[];
  /** Codes in comments that suppress findings. */
  suppressedCodes(): readonly SuppressedCode[];
  status(seen: TextEncodingSeen): FileStatus;
  summary(): Summary | undefined;
  /** The text of another file that does the same, or takes it back. */
  convert(to: Conversion): string;
}

const writers: Readonly<Record<Conversion, (operations: readonly Operation[]) => string>> = {
  regCommands,
  powerShell: powerShellCommands,
  lgpo: lgpoText,
  reg: regFileText,
  undo: undoText,
};

export function readLanguage(text: string): RegLanguage {
  const file = parseReg(text, 'keep');
  return {
    file,
    hover: (offset) => hoverAt(file, offset),
    completions: (offset) => completionsAt(file, offset),
    symbols: () => symbolsOf(file),
    folds: () => foldsOf(file),
    format: (lines) => formatEdits(file, lines),
    hints: (range) => hintsIn(file, range),
    suppressedCodes: () => readSuppressions(file).flatMap(({ codes }) => codes),
    status: (seen) => fileStatus(file, seen),
    summary: () => summaryOf(file),
    convert: (to) => writers[to](operationsOf(file)),
  };
}
