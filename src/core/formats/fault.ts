// A fault is what a format finds wrong with the spelling itself, before any meaning: a line Windows skips, cuts short or reads
// differently from what it plainly says. Rules RDP0xx turn faults into findings; the kinds are closed so that none is forgotten
// (a test holds that every kind is named by exactly one rule).

import type { Certainty } from '../registry/certainty';
import type { Evidence } from '../registry/observation';
import type { Place } from '../registry/place';
import type { Remedy } from '../remedies/remedy';

export const faultKinds = [
  'headerUnrecognised',
  'headerImportsNothing',
  'encodingRejected',
  'utf8Bom',
  'ansiText',
  'keyLineDamaged',
  'unknownRoot',
  'abbreviatedRoot',
  'valuesWithoutKey',
  'valueNameDamaged',
  'dwordMalformed',
  'stringMalformed',
  'hexMalformed',
  'hexCut',
  'linesSwallowed',
  'trailingText',
  'deletionDamaged',
  'typeUpperCase',
  'dataUnrecognised',
  'keyNameBlanks',
  'numberLength',
  'stringBytes',
  'lineIgnored',
  'assignedTwice',
  'nameTooLong',
  'keyBackslashes',
  'bracketInKeyName',
  'rootDeletion',
  'multiLineString',
  'winePrefixFile',
  'cutMidCharacter',
  'suppressionIdle',
  'polHeader',
  'polStructure',
  'rootInKey',
  'dataTooLarge',
  'typeNotInPolicy',
  'setAndDeleted',
  'specialNameUnknown',
  'lgpoEntryUnreadable',
  'lgpoLineTooLong',
  'templateHead',
  'templateEncoding',
  'templateLine',
  'templatePrincipal',
  'templateRight',
  'templateRepeated',
  'xmlDamaged',
  'xmlRefused',
  'xmlEncodingDeclared',
  'itemUnreadable',
  'preferenceRadix',
  'reportOtherLanguage',
  'reportChoiceUnknown',
  'rsopWithoutComputer',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  readonly kind: FaultKind;
  readonly evidence: Evidence;
  /** What the rule's message needs: listed per kind where faults are made (formats/reg/faults.ts, formats/entryFaults.ts and their like). */
  /** What the rule's message needs: listed per kind in formats/reg/faults.ts and formats/xml/xmlFaults.ts. */
  readonly args: readonly (string | number)[];
  readonly certainty: Certainty;
  readonly places: readonly Place[];
  readonly remedies: readonly Remedy[];
  /** Another statement this one is about, e.g. the later assignment that wins. */
  readonly related?: Evidence;
}
