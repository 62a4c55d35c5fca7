// The rules over the spelling of group policy files, in the order of their codes: the part of table.ts that is about files nobody edits by hand.

import { rdp042PolHeader } from './file/rdp042PolHeader';
import { rdp043PolStructure } from './file/rdp043PolStructure';
import { rdp044RootInKey } from './file/rdp044RootInKey';
import { rdp045DataTooLarge } from './file/rdp045DataTooLarge';
import { rdp046TypeNotInPolicy } from './file/rdp046TypeNotInPolicy';
import { rdp047SetAndDeleted } from './file/rdp047SetAndDeleted';
import { rdp048LgpoEntryUnreadable } from './file/rdp048LgpoEntryUnreadable';
import { rdp049LgpoLineTooLong } from './file/rdp049LgpoLineTooLong';
import { rdp050SpecialNameUnknown } from './file/rdp050SpecialNameUnknown';
import type { Rule } from './rule';

export const policyFileRules: readonly Rule[] = [
  rdp042PolHeader,
  rdp043PolStructure,
  rdp044RootInKey,
  rdp045DataTooLarge,
  rdp046TypeNotInPolicy,
  rdp047SetAndDeleted,
  rdp048LgpoEntryUnreadable,
  rdp049LgpoLineTooLong,
  rdp050SpecialNameUnknown,
];
