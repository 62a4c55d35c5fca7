// A .reg file as a language: one reading of one version of its text, and every question an editor asks about it. The answers are worked
// out when they are asked for and hold offsets into that text.

import type { RegFile } from '../formats/reg/nodes';
import { parseReg } from '../formats/reg/parser';
import { foldsOf, type Fold } from './folding';
import { hoverAt, type Hover } from './hover';
import { symbolsOf, type RegSymbol } from './symbols';

export interface RegLanguage {
  readonly file: RegFile;
  hover(offset: number): Hover | undefined;
  symbols(): readonly RegSymbol[];
  folds(): readonly Fold[];
}

export function readLanguage(text: string): RegLanguage {
  const file = parseReg(text, 'keep');
  return {
    file,
    hover: (offset) => hoverAt(file, offset),
    symbols: () => symbolsOf(file),
    folds: () => foldsOf(file),
  };
}
