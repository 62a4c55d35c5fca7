// All rules, in the order of their codes. The only importer of the rule files, with policyFileTable.ts and securityTable.ts.

import { rdp101ConnectionsRefused } from './connections/rdp101ConnectionsRefused';
import { rdp102ListenerOff } from './connections/rdp102ListenerOff';
import { rdp103LogonsDisabled } from './connections/rdp103LogonsDisabled';
import { rdp104UsersRefused } from './connections/rdp104UsersRefused';
import { rdp105TsEnabledOff } from './connections/rdp105TsEnabledOff';
import { rdp106DrainMode } from './connections/rdp106DrainMode';
import { rdp107ServiceDisabled } from './connections/rdp107ServiceDisabled';
import { rdp108HelperDisabled } from './connections/rdp108HelperDisabled';
import { rdp109SessionLimit } from './connections/rdp109SessionLimit';
import { rdp110OneAdapter } from './connections/rdp110OneAdapter';
import { rdp111FirewallBlocks } from './connections/rdp111FirewallBlocks';
import { rdp112FirewallRuleOff } from './connections/rdp112FirewallRuleOff';
import { rdp113OnlyAdministrators } from './connections/rdp113OnlyAdministrators';
import { rdp114ComputerSleeps } from './connections/rdp114ComputerSleeps';
import { rdp115ListenerDeleted } from './connections/rdp115ListenerDeleted';
import { rdp116ServiceDeleted } from './connections/rdp116ServiceDeleted';
import { rdp117ServiceAccount } from './connections/rdp117ServiceAccount';
import { rdp118DomainCredentials } from './connections/rdp118DomainCredentials';
import { rdp119ServiceStopped } from './connections/rdp119ServiceStopped';
import { rdp120NobodyMayLogOn } from './connections/rdp120NobodyMayLogOn';
import { rdp121TwoSessions } from './connections/rdp121TwoSessions';
import { rdp122LimitReached } from './connections/rdp122LimitReached';
import { rdp123ServiceCrashed } from './connections/rdp123ServiceCrashed';
import { rdp124NetlogonStopped } from './connections/rdp124NetlogonStopped';
import { rdp125HomeEdition } from './connections/rdp125HomeEdition';
import { rdp190ConnectionEvents } from './connections/rdp190ConnectionEvents';
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
import { rdp034NameMisspelt } from './file/rdp034NameMisspelt';
import { rdp035UserHivePolicy } from './file/rdp035UserHivePolicy';
import { rdp036PolicyIn32BitView } from './file/rdp036PolicyIn32BitView';
import { rdp037UnknownNumber } from './file/rdp037UnknownNumber';
import { rdp038PolicyDecides } from './file/rdp038PolicyDecides';
import { rdp039PolicyNotKept } from './file/rdp039PolicyNotKept';
import { rdp040NoSuchPolicy } from './file/rdp040NoSuchPolicy';
import { rdp041BracketInKeyName } from './file/rdp041BracketInKeyName';
import { rdp401ModeWithoutServer } from './licensing/rdp401ModeWithoutServer';
import { rdp402UnknownMode } from './licensing/rdp402UnknownMode';
import { rdp403ServerList } from './licensing/rdp403ServerList';
import { rdp404LicenceCertificatesDeleted } from './licensing/rdp404LicenceCertificatesDeleted';
import { rdp405OldCertificatePlace } from './licensing/rdp405OldCertificatePlace';
import { rdp406ClientStoreDeleted } from './licensing/rdp406ClientStoreDeleted';
import { rdp407LicensingVerdict } from './licensing/rdp407LicensingVerdict';
import { rdp408HostCertificate } from './licensing/rdp408HostCertificate';
import { rdp409LicenceServerTooOld } from './licensing/rdp409LicenceServerTooOld';
import { rdp410ClientLicence } from './licensing/rdp410ClientLicence';
import { rdp411HostNotInGroup } from './licensing/rdp411HostNotInGroup';
import { rdp490LicensingEvents } from './licensing/rdp490LicensingEvents';
import { rdp211NothingListens } from './listener/rdp211NothingListens';
import { rdp212NoAnswer } from './listener/rdp212NoAnswer';
import { rdp213SomethingElseAnswers } from './listener/rdp213SomethingElseAnswers';
import { rdp214CertificateMissing } from './listener/rdp214CertificateMissing';
import { rdp215EveryProtocolRefused } from './listener/rdp215EveryProtocolRefused';
import { rdp222AddressSilent } from './listener/rdp222AddressSilent';
import { rdp223SeveralMachines } from './listener/rdp223SeveralMachines';
import { rdp224NotAsWindows } from './listener/rdp224NotAsWindows';
import { rdp225OtherMachine } from './listener/rdp225OtherMachine';
import { rdp201PortTrap } from './port/rdp201PortTrap';
import { rdp202PortOutOfRange } from './port/rdp202PortOutOfRange';
import { rdp203PortNotOpened } from './port/rdp203PortNotOpened';
import { rdp204KeyNotRead } from './port/rdp204KeyNotRead';
import { rdp205TemplatePort } from './port/rdp205TemplatePort';
import { rdp206PortTaken } from './port/rdp206PortTaken';
import { rdp207SamePort } from './port/rdp207SamePort';
import { rdp208UdpNotOpened } from './port/rdp208UdpNotOpened';
import { rdp209RuleForOtherPort } from './port/rdp209RuleForOtherPort';
import { rdp216NothingListensInside } from './port/rdp216NothingListensInside';
import { rdp217PortOwnedByOther } from './port/rdp217PortOwnedByOther';
import { rdp218NotReachableFromOutside } from './port/rdp218NotReachableFromOutside';
import { rdp219OtherPort } from './port/rdp219OtherPort';
import { rdp220FirewallCloses } from './port/rdp220FirewallCloses';
import { rdp221PortNotOfListener } from './port/rdp221PortNotOfListener';
import { rdp290ListenerEvents } from './port/rdp290ListenerEvents';
import { rdp501NlaOff } from './security/rdp501NlaOff';
import { rdp502SecurityLayerRdp } from './security/rdp502SecurityLayerRdp';
import { rdp503EncryptionLow } from './security/rdp503EncryptionLow';
import { rdp504OracleVulnerable } from './security/rdp504OracleVulnerable';
import { rdp505LanManagerLevel } from './security/rdp505LanManagerLevel';
import { rdp506BlankPasswords } from './security/rdp506BlankPasswords';
import { rdp507ShadowUnasked } from './security/rdp507ShadowUnasked';
import { rdp508ServiceDll } from './security/rdp508ServiceDll';
import { rdp509NegotiationOff } from './security/rdp509NegotiationOff';
import { rdp510SessionLimitLifted } from './security/rdp510SessionLimitLifted';
import { rdp511GracePeriodDeleted } from './security/rdp511GracePeriodDeleted';
import { rdp512OldTlsOn } from './security/rdp512OldTlsOn';
import { rdp513ServerNotChecked } from './security/rdp513ServerNotChecked';
import { rdp514OpenToEveryone } from './security/rdp514OpenToEveryone';
import { policyFileRules } from './policyFileTable';
import type { Rule } from './rule';
import { securityRules } from './securityTable';

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
  rdp034NameMisspelt,
  rdp035UserHivePolicy,
  rdp036PolicyIn32BitView,
  rdp037UnknownNumber,
  rdp038PolicyDecides,
  rdp039PolicyNotKept,
  rdp040NoSuchPolicy,
  rdp041BracketInKeyName,
  ...policyFileRules,
  rdp101ConnectionsRefused,
  rdp102ListenerOff,
  rdp103LogonsDisabled,
  rdp104UsersRefused,
  rdp105TsEnabledOff,
  rdp106DrainMode,
  rdp107ServiceDisabled,
  rdp108HelperDisabled,
  rdp109SessionLimit,
  rdp110OneAdapter,
  rdp111FirewallBlocks,
  rdp112FirewallRuleOff,
  rdp113OnlyAdministrators,
  rdp114ComputerSleeps,
  rdp115ListenerDeleted,
  rdp116ServiceDeleted,
  rdp117ServiceAccount,
  rdp118DomainCredentials,
  rdp119ServiceStopped,
  rdp120NobodyMayLogOn,
  rdp121TwoSessions,
  rdp122LimitReached,
  rdp123ServiceCrashed,
  rdp124NetlogonStopped,
  rdp125HomeEdition,
  rdp190ConnectionEvents,
  rdp201PortTrap,
  rdp202PortOutOfRange,
  rdp203PortNotOpened,
  rdp204KeyNotRead,
  rdp205TemplatePort,
  rdp206PortTaken,
  rdp207SamePort,
  rdp208UdpNotOpened,
  rdp209RuleForOtherPort,
  rdp211NothingListens,
  rdp212NoAnswer,
  rdp213SomethingElseAnswers,
  rdp214CertificateMissing,
  rdp215EveryProtocolRefused,
  rdp216NothingListensInside,
  rdp217PortOwnedByOther,
  rdp218NotReachableFromOutside,
  rdp219OtherPort,
  rdp220FirewallCloses,
  rdp221PortNotOfListener,
  rdp222AddressSilent,
  rdp223SeveralMachines,
  rdp224NotAsWindows,
  rdp225OtherMachine,
  rdp290ListenerEvents,
  ...securityRules,
  rdp401ModeWithoutServer,
  rdp402UnknownMode,
  rdp403ServerList,
  rdp404LicenceCertificatesDeleted,
  rdp405OldCertificatePlace,
  rdp406ClientStoreDeleted,
  rdp407LicensingVerdict,
  rdp408HostCertificate,
  rdp409LicenceServerTooOld,
  rdp410ClientLicence,
  rdp411HostNotInGroup,
  rdp490LicensingEvents,
  rdp501NlaOff,
  rdp502SecurityLayerRdp,
  rdp503EncryptionLow,
  rdp504OracleVulnerable,
  rdp505LanManagerLevel,
  rdp506BlankPasswords,
  rdp507ShadowUnasked,
  rdp508ServiceDll,
  rdp509NegotiationOff,
  rdp510SessionLimitLifted,
  rdp511GracePeriodDeleted,
  rdp512OldTlsOn,
  rdp513ServerNotChecked,
  rdp514OpenToEveryone,
];
