// All rules, in the order of their codes. The only importer of the rule files.

import { rdp101ConnectionsRefused } from './connections/rdp101ConnectionsRefused';
import { rdp001HeaderUnrecognised } from './file/rdp001HeaderUnrecognised';
import { rdp002HeaderImportsNothing } from './file/rdp002HeaderImportsNothing';
import { rdp003EncodingRejected } from './file/rdp003EncodingRejected';
import { rdp004Utf8Bom } from './file/rdp004Utf8Bom';
import { rdp005AnsiText } from './file/rdp005AnsiText';
import { rdp006KeyLineDamaged } from './file/rdp006KeyLineDamaged';
import { rdp007UnknownRoot } from './file/rdp007UnknownRoot';
import { rdp008AbbreviatedRoot } from './file/rdp008AbbreviatedRoot';
import { rdp009ValuesWithoutKey } from './file/rdp009ValuesWithoutKey';
import { rdp010ValueNameDamaged } from './file/rdp010ValueNameDamaged';
import { rdp011DwordMalformed } from './file/rdp011DwordMalformed';
import { rdp012StringMalformed } from './file/rdp012StringMalformed';
import { rdp013HexMalformed } from './file/rdp013HexMalformed';
import { rdp014HexCut } from './file/rdp014HexCut';
import { rdp015LinesSwallowed } from './file/rdp015LinesSwallowed';
import { rdp016TrailingText } from './file/rdp016TrailingText';
import { rdp017DeletionDamaged } from './file/rdp017DeletionDamaged';
import { rdp018TypeUpperCase } from './file/rdp018TypeUpperCase';
import { rdp019DataUnrecognised } from './file/rdp019DataUnrecognised';
import { rdp020KeyNameBlanks } from './file/rdp020KeyNameBlanks';
import { rdp021NumberLength } from './file/rdp021NumberLength';
import { rdp022StringBytes } from './file/rdp022StringBytes';
import { rdp023LineIgnored } from './file/rdp023LineIgnored';
import { rdp024AssignedTwice } from './file/rdp024AssignedTwice';
import { rdp025NameTooLong } from './file/rdp025NameTooLong';
import { rdp026KeyBackslashes } from './file/rdp026KeyBackslashes';
import { rdp027RootDeletion } from './file/rdp027RootDeletion';
import { rdp028MultiLineString } from './file/rdp028MultiLineString';
import { rdp029WinePrefixFile } from './file/rdp029WinePrefixFile';
import { rdp030NumberedControlSet } from './file/rdp030NumberedControlSet';
import { rdp031WrongType } from './file/rdp031WrongType';
import { rdp032CutMidCharacter } from './file/rdp032CutMidCharacter';
import { rdp033SuppressionIdle } from './file/rdp033SuppressionIdle';
import { rdp211NothingListens } from './listener/rdp211NothingListens';
import { rdp212NoAnswer } from './listener/rdp212NoAnswer';
import { rdp213SomethingElseAnswers } from './listener/rdp213SomethingElseAnswers';
import { rdp214CertificateMissing } from './listener/rdp214CertificateMissing';
import { rdp215EveryProtocolRefused } from './listener/rdp215EveryProtocolRefused';
import { rdp201PortTrap } from './port/rdp201PortTrap';
import { rdp202PortOutOfRange } from './port/rdp202PortOutOfRange';
import { rdp203PortNotOpened } from './port/rdp203PortNotOpened';
import { rdp204KeyNotRead } from './port/rdp204KeyNotRead';
import { rdp501NlaOff } from './security/rdp501NlaOff';
import { rdp502SecurityLayerRdp } from './security/rdp502SecurityLayerRdp';
import { rdp503EncryptionLow } from './security/rdp503EncryptionLow';
import type { Rule } from './rule';

export const rules: readonly Rule[] = [
  rdp001HeaderUnrecognised,
  rdp002HeaderImportsNothing,
  rdp003EncodingRejected,
  rdp004Utf8Bom,
  rdp005AnsiText,
  rdp006KeyLineDamaged,
  rdp007UnknownRoot,
  rdp008AbbreviatedRoot,
  rdp009ValuesWithoutKey,
  rdp010ValueNameDamaged,
  rdp011DwordMalformed,
  rdp012StringMalformed,
  rdp013HexMalformed,
  rdp014HexCut,
  rdp015LinesSwallowed,
  rdp016TrailingText,
  rdp017DeletionDamaged,
  rdp018TypeUpperCase,
  rdp019DataUnrecognised,
  rdp020KeyNameBlanks,
  rdp021NumberLength,
  rdp022StringBytes,
  rdp023LineIgnored,
  rdp024AssignedTwice,
  rdp025NameTooLong,
  rdp026KeyBackslashes,
  rdp027RootDeletion,
  rdp028MultiLineString,
  rdp029WinePrefixFile,
  rdp030NumberedControlSet,
  rdp031WrongType,
  rdp032CutMidCharacter,
  rdp033SuppressionIdle,
  rdp101ConnectionsRefused,
  rdp201PortTrap,
  rdp202PortOutOfRange,
  rdp203PortNotOpened,
  rdp204KeyNotRead,
  rdp211NothingListens,
  rdp212NoAnswer,
  rdp213SomethingElseAnswers,
  rdp214CertificateMissing,
  rdp215EveryProtocolRefused,
  rdp501NlaOff,
  rdp502SecurityLayerRdp,
  rdp503EncryptionLow,
];
