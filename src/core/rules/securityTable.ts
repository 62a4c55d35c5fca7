// The rules about security and sessions, symptom 3, in the order of their codes: the part of table.ts that has the codes from RDP301 on.

import type { Rule } from './rule';
import { rdp301TlsOff } from './security/rdp301TlsOff';
import { rdp302LevelBelowTls } from './security/rdp302LevelBelowTls';
import { rdp303NlaWithoutTls } from './security/rdp303NlaWithoutTls';
import { rdp304CertificateHash } from './security/rdp304CertificateHash';
import { rdp305FipsOverLevel } from './security/rdp305FipsOverLevel';
import { rdp306OldClientsRefused } from './security/rdp306OldClientsRefused';
import { rdp307KeepAliveHalf } from './security/rdp307KeepAliveHalf';
import { rdp308KeepAliveUnit } from './security/rdp308KeepAliveUnit';
import { rdp309LimitUnit } from './security/rdp309LimitUnit';
import { rdp310LimitNotUsed } from './security/rdp310LimitNotUsed';
import { rdp311TemplateUnused } from './security/rdp311TemplateUnused';
import { rdp312LimitInDecimal } from './security/rdp312LimitInDecimal';
import { rdp313CertificateNotFound } from './security/rdp313CertificateNotFound';
import { rdp314CertificateDates } from './security/rdp314CertificateDates';
import { rdp315CertificateKey } from './security/rdp315CertificateKey';
import { rdp316CertificatePurpose } from './security/rdp316CertificatePurpose';
import { rdp317OwnCertificateFails } from './security/rdp317OwnCertificateFails';
import { rdp318TlsFailures } from './security/rdp318TlsFailures';
import { rdp319DeadSessions } from './security/rdp319DeadSessions';
import { rdp320ClockSkew } from './security/rdp320ClockSkew';
import { rdp321WireDisagrees } from './security/rdp321WireDisagrees';
import { rdp322NtlmRefused } from './security/rdp322NtlmRefused';
import { rdp323NetworkLogonRight } from './security/rdp323NetworkLogonRight';
import { rdp324OwnKeyUnreadable } from './security/rdp324OwnKeyUnreadable';
import { rdp325PresentedDates } from './security/rdp325PresentedDates';
import { rdp326PresentedName } from './security/rdp326PresentedName';
import { rdp327PresentedWeak } from './security/rdp327PresentedWeak';
import { rdp328OldTlsOnly } from './security/rdp328OldTlsOnly';
import { rdp329OldTlsOffered } from './security/rdp329OldTlsOffered';
import { rdp330OtherCertificate } from './security/rdp330OtherCertificate';
import { rdp331PresentedPurpose } from './security/rdp331PresentedPurpose';
import { rdp332TlsFails } from './security/rdp332TlsFails';
import { rdp333WeakCipher } from './security/rdp333WeakCipher';
import { rdp390SecurityEvents } from './security/rdp390SecurityEvents';

export const securityRules: readonly Rule[] = [
  rdp301TlsOff,
  rdp302LevelBelowTls,
  rdp303NlaWithoutTls,
  rdp304CertificateHash,
  rdp305FipsOverLevel,
  rdp306OldClientsRefused,
  rdp307KeepAliveHalf,
  rdp308KeepAliveUnit,
  rdp309LimitUnit,
  rdp310LimitNotUsed,
  rdp311TemplateUnused,
  rdp312LimitInDecimal,
  rdp313CertificateNotFound,
  rdp314CertificateDates,
  rdp315CertificateKey,
  rdp316CertificatePurpose,
  rdp317OwnCertificateFails,
  rdp318TlsFailures,
  rdp319DeadSessions,
  rdp320ClockSkew,
  rdp321WireDisagrees,
  rdp322NtlmRefused,
  rdp323NetworkLogonRight,
  rdp324OwnKeyUnreadable,
  rdp325PresentedDates,
  rdp326PresentedName,
  rdp327PresentedWeak,
  rdp328OldTlsOnly,
  rdp329OldTlsOffered,
  rdp330OtherCertificate,
  rdp331PresentedPurpose,
  rdp332TlsFails,
  rdp333WeakCipher,
  rdp390SecurityEvents,
];
