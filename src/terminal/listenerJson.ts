// What a listener answered, for programs: the contract of `check --format json`. Null stands for what was not asked or could not be told.

import type { ListenerAddress } from '../core/listener/address';
import { isConfirm, type Exchange } from '../core/listener/answer';
import type { PresentedCertificate } from '../core/listener/certificate';
import { questionNames } from '../core/listener/questions';
import type { ListenerVerdict } from '../core/listener/verdict';
import type { TlsSeen } from '../core/listener/verdictDetails';
import { english } from '../core/messages/english';
import type { ListenerCheckOutcome } from '../core/servers/listenerCheck';
import { printableJson } from './printable';
import { findingJson } from './serverFindingJson';

/** One check of one listener, on one line. */
export function listenerLine({ host, port }: ListenerAddress, { verdict, report }: ListenerCheckOutcome): string {
  return printableJson({ host, port, listener: listenerJson(verdict), findings: report.findings.map(findingJson) });
}

export function listenerJson(verdict: ListenerVerdict): object {
  const { state, detail, protocols, nla, reasons, certificateMissing, tls, nativeEncryption, host, udp, addresses, sourceReference, outOfTime, remoteAddress, durationMs, exchanges } = verdict;
  return {
    state,
    detail: english(detail),
    protocols,
    nla,
    // A server that says it requires NLA says so to the question for something else.
    nlaReason: english(nla === 'required' ? reasons.tls : reasons.nla),
    certificateMissing,
    tls: tls === null ? null : tlsJson(tls),
    nativeEncryption,
    host,
    udp,
    answers: answersJson(exchanges),
    addresses,
    sourceReference,
    outOfTime,
    remoteAddress,
    durationMs,
    exchanges,
  };
}

function tlsJson({ versions, refused, cipherSuite, chain, otherCertificates, unreadable }: TlsSeen): object {
  const [own] = chain;
  return {
    versions,
    refused,
    cipherSuite,
    certificate: own === undefined ? null : certificateJson(own),
    chain: chain.map(certificateJson),
    otherCertificates: otherCertificates.map(certificateJson),
    unreadable,
  };
}

/** A certificate that could not be read has its thumbprints all the same. */
function certificateJson({ sha1, sha256, facts }: PresentedCertificate): object {
  return {
    subject: facts?.subject ?? null,
    subjectAltNames: facts?.subjectAltNames ?? [],
    issuer: facts?.issuer ?? null,
    notBefore: facts?.notBefore ?? null,
    notAfter: facts?.notAfter ?? null,
    sha1,
    sha256,
    signatureAlgorithm: facts?.signatureAlgorithm ?? null,
    keyType: facts?.keyType ?? null,
    keyBits: facts?.keyBits ?? null,
    selfSigned: facts?.selfSigned ?? null,
  };
}

/** By question. Where it was asked more than once, what was answered first; a close or silence counts only where nothing else came. */
function answersJson(exchanges: readonly Exchange[]): object {
  const answers = Object.entries(questionNames).map(([name, asked]) => {
    const heard = exchanges.filter(({ question }) => question.requestedProtocols === asked);
    const telling = heard.find(({ answer }) => isConfirm(answer)) ?? heard[0];
    return [name, telling === undefined ? undefined : answerJson(telling)] as const;
  });
  return Object.fromEntries(answers.filter(([, answer]) => answer !== undefined));
}

/** Undefined where nobody was asked. */
function answerJson({ answer, received }: Exchange): object | undefined {
  switch (answer.kind) {
    case 'selected':
      return { selected: answer.selectedProtocol, flags: answer.flags };
    case 'failure':
      return { failure: answer.failureCode };
    case 'plain':
      return { plain: true };
    case 'disconnect':
      return { disconnect: true };
    case 'closed':
      return { closed: true };
    case 'timeout':
      return { timeout: true };
    case 'otherTransport':
    case 'malformed':
    case 'other':
      return { other: received };
    case 'notConnected':
      return undefined;
  }
}
