// What a full check of a listener saw beyond its protocols, one fact a line: the other addresses of the name, UDP, what the host says of
// itself, RDP's own encryption. Lines are there only for what was seen; what was not is listed apart.

import type { ListenerAddress } from '../listener/address';
import { isConfirm, isCutShort, type Answer } from '../listener/answer';
import type { UdpAnswer } from '../listener/datagram';
import { speakerOf } from '../listener/withoutRdp';
import type { ListenerVerdict } from '../listener/verdict';
import type { HostByChallenge, NativeEncryption } from '../listener/verdictDetails';
import { message, type Message, type Say } from '../messages/message';
import { windowsReference } from '../rdp/wireCodes';
import type { ListenerLine } from './certificateReport';
import type { ReportLine } from './reportText';

export function addressLines({ addresses }: ListenerVerdict, say: Say): readonly ListenerLine[] {
  const silent = addresses.findIndex(({ answer }) => !isConfirm(answer));
  return addresses.map(({ address, answer }, index): ListenerLine => ({
    // What there is to say about them is about those that do not answer.
    ...(index === Math.max(silent, 0) ? { id: 'addresses' } : {}),
    label: say(message('report.addressOther')),
    value: answerWord(answer, say),
    source: address,
  }));
}

/** One answer in a word or two. */
export function answerWord(answer: Answer | undefined, say: Say): string {
  if (answer === undefined) return say(message('report.none'));
  if (isConfirm(answer)) return 'RDP';
  if (answer.kind === 'notConnected') return say(connectionWord(answer.failure));
  if (answer.kind === 'timeout') return say(message('report.silence'));
  if (isCutShort(answer)) return say(message('report.closed'));
  return speakerOf(answer) ?? say(message('report.notRdp'));
}

function connectionWord(failure: Extract<Answer, { readonly kind: 'notConnected' }>['failure']): Message {
  switch (failure) {
    case 'refused':
      return message('report.refused');
    case 'timeout':
      return message('report.noReply');
    case 'unreachable':
      return message('report.unreachable');
    case 'unresolved':
      return message('report.unresolved');
  }
}

export function udpLines({ udp }: ListenerVerdict, { port }: ListenerAddress, say: Say): readonly ListenerLine[] {
  return udp === null ? [] : [{ id: 'udp', label: say(message('report.udp', port)), value: say(udpWord(udp)), source: udpSource(udp, say) }];
}

function udpWord({ kind }: UdpAnswer): Message {
  switch (kind) {
    case 'answers':
      return message('report.udp.answers');
    case 'closed':
      return message('report.udp.closed');
    case 'silent':
      return message('report.silence');
    case 'unreachable':
      return message('report.unreachable');
    case 'malformed':
      return message('report.notRdp');
  }
}

function udpSource(udp: UdpAnswer, say: Say): string {
  switch (udp.kind) {
    case 'answers':
      return udp.version === null ? '' : say(message('report.udp.version', udp.version));
    case 'closed':
      return '';
    case 'silent':
      return say(message('report.udp.silentToo'));
    case 'unreachable':
      return udp.systemCode;
    case 'malformed':
      return udp.excerpt;
  }
}

export function hostLines({ host, sourceReference }: ListenerVerdict, say: Say): readonly ListenerLine[] {
  // The usual one is worth no line: it proves nothing (xrdp sends it, too).
  const odd: readonly ListenerLine[] = sourceReference === null || sourceReference === windowsReference ? [] : [referenceLine(sourceReference, say)];
  return host === null ? odd : [...odd, ...challengeLines(host, say)];
}

function referenceLine(reference: number, say: Say): ListenerLine {
  return { id: 'sourceReference', label: say(message('report.sourceReference')), value: `0x${reference.toString(16).padStart(4, '0')}`, source: say(message('report.sourceReference.other')) };
}

function challengeLines({ netbiosName, dnsName, domain, build, clockSkewSeconds }: HostByChallenge, say: Say): readonly ListenerLine[] {
  const name = dnsName ?? netbiosName;
  const others = [...(dnsName === null || netbiosName === null ? [] : [netbiosName]), ...(domain === null ? [] : [say(message('report.challenge.domain', domain))])];
  return [
    { id: 'challenge', label: say(message('report.challenge.name')), value: name ?? say(message('report.notKnown')), source: others.join(', ') },
    ...(build === null ? [] : [{ id: 'challengeBuild' as const, label: say(message('report.challenge.build')), value: build, source: '' }]),
    ...(clockSkewSeconds === null ? [] : [{ id: 'challengeClock' as const, label: say(message('report.challenge.clock')), value: say(skewWord(clockSkewSeconds)), source: '' }]),
  ];
}

function skewWord(seconds: number): Message {
  if (seconds === 0) return message('report.challenge.sameClock');
  return seconds > 0 ? message('report.challenge.ahead', seconds) : message('report.challenge.behind', -seconds);
}

const levels: Readonly<Record<NativeEncryption['level'], Message>> = {
  none: message('report.none'),
  low: message('report.native.low'),
  clientCompatible: message('report.native.clientCompatible'),
  high: message('report.native.high'),
  fips: message('report.native.fips'),
};

export function nativeLines({ nativeEncryption }: ListenerVerdict, say: Say): readonly ListenerLine[] {
  if (nativeEncryption === null) return [];
  const methods = nativeEncryption.methods.map((method) => (method === 'fips' ? 'FIPS' : say(message('report.native.bits', method))));
  return [{ id: 'nativeEncryption', label: say(message('report.native')), value: say(levels[nativeEncryption.level]), source: methods.join(', ') }];
}

/** What of all this was not seen, and why; only where RDP answered, without which nobody could ask. */
export function unseenDetails({ state, protocols, tls, nativeEncryption, host, udp }: ListenerVerdict, { port }: ListenerAddress, say: Say): readonly ReportLine[] {
  if (state !== 'rdp') return [];
  const unseen = (label: Message, why: Message): ReportLine => ({ label: say(label), value: say(why), source: '' });
  const notAsked = message('report.notPartOfCheck');
  const speaksTls = protocols.tls !== false || protocols.nla !== false;
  return [
    ...(tls === null && speaksTls ? [unseen(message('report.unseen.tls'), notAsked)] : []),
    ...(nativeEncryption === null && protocols.rdp !== false ? [unseen(message('report.unseen.native'), notAsked)] : []),
    ...(host === null && protocols.nla !== false ? [unseen(message('report.unseen.challenge'), message('report.unseen.challengeWhy'))] : []),
    ...(udp === null ? [unseen(message('report.unseen.udp', port), notAsked)] : []),
  ];
}
