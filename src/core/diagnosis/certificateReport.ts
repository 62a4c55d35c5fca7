// The certificate of a listener in a report, one fact a line, with the versions of TLS and the cipher suite it came with. States facts;
// what is wrong with them is for the rules.

import type { CertificateFacts, PresentedCertificate } from '../listener/certificate';
import type { ListenerFact } from '../listener/seen';
import { tlsVersionText } from '../listener/tls/tlsVersion';
import type { ListenerVerdict } from '../listener/verdict';
import type { TlsSeen, Unreadable } from '../listener/verdictDetails';
import { message, type Message, type Say } from '../messages/message';
import type { ReportLine } from './reportText';

export type ListenerLine = ReportLine & { readonly id?: ListenerFact };

const shownNames = 8;

export function tlsLines({ tls }: ListenerVerdict, say: Say): readonly ListenerLine[] {
  if (tls === null) return [];
  const versions = (all: TlsSeen['versions']): string => all.map(tlsVersionText).join(', ');
  const { cipherSuite, refused } = tls;
  return [
    {
      id: 'tlsVersions',
      label: say(message('report.tlsVersions')),
      value: tls.versions.length === 0 ? say(message('report.none')) : versions(tls.versions),
      source: refused.length === 0 ? '' : say(message('report.tlsVersions.refused', versions(refused))),
    },
    ...(cipherSuite === null ? [] : [{ id: 'cipher' as const, label: say(message('report.cipher')), value: cipherSuite, source: '' }]),
  ];
}

/** At least one line, which says what there is or why there is none. */
export function certificateLines({ tls, certificateMissing, protocols }: ListenerVerdict, say: Say): readonly ListenerLine[] {
  const label = say(message('report.certificate'));
  if (certificateMissing) return [{ id: 'certificate', label, value: say(message('report.missing')), source: 'RDP_NEG_FAILURE 3 (SSL_CERT_NOT_ON_SERVER)' }];
  const [own, ...issuers] = tls?.chain ?? [];
  if (tls === null || own === undefined) return [{ id: 'certificate', label, value: say(refusesTls(protocols) ? message('report.noTls') : absence(tls?.unreadable ?? null)), source: '' }];
  const { facts } = own;
  return [
    {
      id: 'certificate',
      label,
      value: say(message(facts === null ? 'report.unreadable.facts' : 'report.presented')),
      source: facts?.subject ?? '',
    },
    ...(facts === null ? [] : factLines(facts, issuers.length, say)),
    ...thumbprintLines(own, say),
    ...tls.otherCertificates.map((other, index): ListenerLine => ({
      ...(index === 0 ? { id: 'otherCertificates' } : {}),
      label: say(message('report.certificate.other')),
      value: other.sha1.toUpperCase(),
      source: other.facts?.subject ?? '',
    })),
  ];
}

/** There is no certificate to ask for where both ways into TLS are shut. */
export function refusesTls({ tls, nla }: ListenerVerdict['protocols']): boolean {
  return tls === false && nla === false;
}

function factLines(facts: CertificateFacts, issuers: number, say: Say): readonly ListenerLine[] {
  const { issuer, selfSigned, notBefore, notAfter, keyType, keyBits, signatureAlgorithm, serverAuthentication } = facts;
  // Windows' own certificate has its name in the subject alone, and clients go by that then.
  const names = facts.subjectAltNames.length > 0 || facts.commonName === null ? facts.subjectAltNames : [`CN=${facts.commonName}`];
  const sent = issuers === 0 ? [] : [say(message('report.certificate.sent', issuers + 1))];
  return [
    { id: 'certificateNames', label: say(message('report.certificate.names')), value: names.length === 0 ? say(message('report.none')) : String(names.length), source: namesText(names) },
    { label: say(message('report.certificate.issuer')), value: say(message(selfSigned ? 'report.certificate.itself' : 'report.certificate.another')), source: [issuer, ...sent].join('; ') },
    { id: 'certificateDates', label: say(message('report.certificate.until')), value: notAfter.slice(0, 10), source: say(message('report.certificate.from', notBefore.slice(0, 10))) },
    { id: 'certificateKey', label: say(message('report.certificate.key')), value: keyBits === null ? keyType : `${keyType} ${String(keyBits)}`, source: '' },
    { id: 'certificateSignature', label: say(message('report.certificate.signature')), value: signatureAlgorithm, source: '' },
    { id: 'certificatePurpose', label: say(message('report.certificate.purpose')), value: say(purposeText(serverAuthentication)), source: '' },
  ];
}

function thumbprintLines({ sha1, sha256 }: PresentedCertificate, say: Say): readonly ListenerLine[] {
  return [
    { id: 'certificateThumbprint', label: say(message('report.certificate.thumbprint', 'SHA-1')), value: sha1.toUpperCase(), source: '' },
    { label: say(message('report.certificate.thumbprint', 'SHA-256')), value: sha256.toUpperCase(), source: '' },
  ];
}

function namesText(names: readonly string[]): string {
  const more = names.length - shownNames;
  return more > 0 ? `${names.slice(0, shownNames).join(', ')} +${String(more)}` : names.join(', ');
}

function purposeText(serverAuthentication: boolean | null): Message {
  if (serverAuthentication === null) return message('report.certificate.everything');
  return serverAuthentication ? message('report.certificate.servers') : message('report.notForServers');
}

/** Null: nothing was said, or asked. */
export function absence(unreadable: Unreadable | null): Message {
  switch (unreadable) {
    case null:
      return message('report.notAsked');
    case 'encrypted':
      return message('report.unreadable.encrypted');
    case 'anonymous':
      return message('report.unreadable.anonymous');
    case 'failed':
      return message('report.unreadable.failed');
    case 'alert':
      return message('report.unreadable.alert');
    case 'notTls':
      return message('report.unreadable.notTls');
    case 'malformed':
      return message('report.unreadable.malformed');
    case 'closed':
      return message('report.closed');
    case 'timeout':
      return message('report.silence');
  }
}
