// The rules over the spelling of group policy files, in the order of their codes: the part of table.ts that is about exports of group policy.

import { rdp042PolHeader } from './file/rdp042PolHeader';
import { rdp043PolStructure } from './file/rdp043PolStructure';
import { rdp044RootInKey } from './file/rdp044RootInKey';
import { rdp045DataTooLarge } from './file/rdp045DataTooLarge';
import { rdp046TypeNotInPolicy } from './file/rdp046TypeNotInPolicy';
import { rdp047SetAndDeleted } from './file/rdp047SetAndDeleted';
import { rdp048LgpoEntryUnreadable } from './file/rdp048LgpoEntryUnreadable';
import { rdp049LgpoLineTooLong } from './file/rdp049LgpoLineTooLong';
import { rdp050SpecialNameUnknown } from './file/rdp050SpecialNameUnknown';
import { rdp053TemplateSignature } from './file/rdp053TemplateSignature';
import { rdp054TemplateEncoding } from './file/rdp054TemplateEncoding';
import { rdp055TemplateLine } from './file/rdp055TemplateLine';
import { rdp056TemplateName } from './file/rdp056TemplateName';
import { rdp057TemplateRight } from './file/rdp057TemplateRight';
import { rdp058TemplateRepeated } from './file/rdp058TemplateRepeated';
import { rdp059XmlDamaged } from './file/rdp059XmlDamaged';
import { rdp060XmlRefused } from './file/rdp060XmlRefused';
import { rdp061XmlEncodingDeclared } from './file/rdp061XmlEncodingDeclared';
import { rdp062ItemUnreadable } from './file/rdp062ItemUnreadable';
import { rdp063PreferenceRadix } from './file/rdp063PreferenceRadix';
import { rdp064ReportOtherLanguage } from './file/rdp064ReportOtherLanguage';
import { rdp065ReportChoiceUnknown } from './file/rdp065ReportChoiceUnknown';
import { rdp066RsopWithoutComputer } from './file/rdp066RsopWithoutComputer';
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
  rdp053TemplateSignature,
  rdp054TemplateEncoding,
  rdp055TemplateLine,
  rdp056TemplateName,
  rdp057TemplateRight,
  rdp058TemplateRepeated,
  rdp059XmlDamaged,
  rdp060XmlRefused,
  rdp061XmlEncodingDeclared,
  rdp062ItemUnreadable,
  rdp063PreferenceRadix,
  rdp064ReportOtherLanguage,
  rdp065ReportChoiceUnknown,
  rdp066RsopWithoutComputer,
];
