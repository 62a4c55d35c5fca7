// The report of a check from outside: what the port said, which protocols it takes, what such a check cannot know, and every byte that
// was exchanged. Follows the layout of reportText.ts. States facts; what is wrong with them is for the rules.

import { renderAddress, type ListenerAddress } from '../listener/address';
import type { Exchange } from '../listener/answer';
import { reasonOf } from '../listener/protocolFacts';
import { readRoutingToken } from '../listener/routingToken';
import { furtherFacts, type ListenerFact } from '../listener/seen';
import { challengeAsked } from '../listener/tlsFacts';
import type { ListenerVerdict } from '../listener/verdict';
import { message, type Message, type Say } from '../messages/message';
import { protocolText } from '../rdp/wireCodes';
import { absence, certificateLines, refusesTls, tlsLines, type ListenerLine } from './certificateReport';
import type { ReportLine, ReportSection } from './reportText';
import { stepLines } from './stepReport';
import { addressLines, answerWord, hostLines, nativeLines, udpLines, unseenDetails } from './wireReport';

/** One finished check. Times in milliseconds, `startedAt` since the Unix epoch. */
export interface ListenerCheck {
  readonly address: ListenerAddress;
  readonly verdict: ListenerVerdict;
  readonly startedAt: number;
  /** The machine that asked. */
  readonly from: string;
}

export function circumstances({ verdict, startedAt, from }: ListenerCheck, say: Say): string {
  const when = new Date(startedAt).toISOString().slice(0, 19).replace('T', ' ');
  return say(message('report.checked', when, from, duration(verdict.durationMs, say)));
}

/** The lines of "2 Port and listener". */
export function portLines({ address, verdict }: ListenerCheck, say: Say): readonly ListenerLine[] {
  const first = verdict.exchanges[0];
  const connection = connectionWords(verdict);
  return withStandIns([
    {
      id: 'address',
      label: say(message('report.address')),
      value: verdict.remoteAddress ?? (verdict.state === 'unresolved' ? say(message('report.unresolved')) : address.host),
      source: verdict.state === 'unresolved' ? connection.source : addressSource(address, verdict),
    },
    ...addressLines(verdict, say),
    {
      id: 'connection',
      label: say(message('report.connection', address.port)),
      value: say(connection.value),
      source: verdict.state === 'unresolved' ? '' : connection.source,
    },
    ...udpLines(verdict, address, say),
    {
      id: 'answer',
      label: say(message('report.answer')),
      value: answerWords(verdict, say),
      source: first === undefined || first.answer.kind === 'notConnected' ? '' : say(reasonOf(first)),
    },
    ...hostLines(verdict, say),
  ]);
}

/** A fact without a line of its own stands on that of another. */
function withStandIns(lines: readonly ListenerLine[]): readonly ListenerLine[] {
  const own = new Set(lines.map(({ id }) => id));
  const homeless = (Object.keys(furtherFacts) as (keyof typeof furtherFacts)[]).filter((fact) => !own.has(fact));
  return lines.map((line) => {
    const also: readonly ListenerFact[] = homeless.filter((fact) => furtherFacts[fact] === line.id);
    return also.length === 0 ? line : { ...line, also };
  });
}

/** The lines of "3 Security". */
export function securityLines({ verdict }: ListenerCheck, say: Say): readonly ListenerLine[] {
  const { protocols, reasons, nla } = verdict;
  // Without an RDP answer every reason would repeat the line above.
  const source = (reason: Message): string => (verdict.state === 'rdp' ? say(reason) : '');
  return withStandIns([
    { id: 'rdp', label: say(message('report.rdp')), value: say(acceptedWords(protocols.rdp)), source: source(reasons.rdp) },
    { id: 'tls', label: say(message('report.tls')), value: say(acceptedWords(protocols.tls)), source: source(reasons.tls) },
    {
      id: 'nla',
      label: say(message('report.nla')),
      value: say(nlaWords(verdict)),
      source: source(nla === 'required' ? reasons.tls : reasons.nla),
    },
    ...nativeLines(verdict, say),
    ...tlsLines(verdict, say),
    ...certificateLines(verdict, say),
  ]);
}

/** What a check from outside cannot know, and how this one was made. */
export function closingSections(check: ListenerCheck, say: Say): readonly ReportSection[] {
  const { verdict } = check;
  const unseen = (label: Message, why: Message): ReportLine => ({ label: say(label), value: say(why), source: '' });
  const inside = message('report.needsLogin');
  const notSeen: readonly ReportLine[] = [
    unseen(message('report.unseen.service'), inside),
    unseen(message('report.unseen.firewall'), inside),
    unseen(message('report.unseen.settings'), inside),
    ...unseenOutside(check, say),
    unseen(message('report.unseen.licensing'), inside),
    unseen(message('report.unseen.events'), inside),
  ];
  // Without a connection there was a question to ask, and it was not asked.
  const asked = verdict.exchanges.filter(({ sent }) => sent !== '').length;
  const howAsked = asked === 0 ? message('report.nothingSent') : message('report.oneConnectionEach');
  const how: readonly ReportLine[] = [
    { label: say(message('report.questions')), value: String(asked), source: [say(howAsked), ...(verdict.outOfTime ? [say(message('report.outOfTime'))] : [])].join('; ') },
    ...routingLines(verdict, say),
    { label: say(message('report.credentials')), value: say(message('report.none')), source: say(message(challengeAsked(verdict.exchanges) ? 'report.loginBegun' : 'report.noLogin')) },
    ...verdict.exchanges.flatMap((exchange) => [exchangeLine(exchange, say), ...stepLines(exchange, say)]),
  ];
  return [
    { title: say(message('report.notSeen')), summary: '', lines: notSeen },
    { title: say(message('report.how')), summary: '', lines: how },
  ];
}

function routingLines({ routingToken }: ListenerVerdict, say: Say): readonly ReportLine[] {
  if (routingToken === null) return [];
  const token = readRoutingToken(routingToken);
  const named = token.kind === 'address' ? renderAddress({ host: token.address, port: token.port }) : token.kind === 'collection' ? token.collection : say(message('report.routingToken.other'));
  return [{ label: say(message('report.routingToken')), value: named, source: say(message('report.routingToken.sent', routingToken)) }];
}

/** What was not seen and no login would show. */
export function unseenOutside({ address, verdict }: ListenerCheck, say: Say): readonly ReportLine[] {
  return [...certificateUnseen(verdict, say), ...unseenDetails(verdict, address, say)];
}

function certificateUnseen({ tls, certificateMissing, protocols }: ListenerVerdict, say: Say): readonly ReportLine[] {
  if (certificateMissing || refusesTls(protocols) || (tls !== null && tls.chain.length > 0)) return [];
  const why = tls?.unreadable === undefined || tls.unreadable === null ? message('report.notPartOfCheck') : absence(tls.unreadable);
  return [{ label: say(message('report.unseen.certificate')), value: say(why), source: '' }];
}

// Where the name came to, when a name was asked.
function addressSource({ host }: ListenerAddress, { remoteAddress }: ListenerVerdict): string {
  return remoteAddress === null || remoteAddress === host ? '' : host;
}

function exchangeLine(exchange: Exchange, say: Say): ReportLine {
  const asked = exchange.question.requestedProtocols;
  const ms = exchange.connectMs + (exchange.answerMs ?? 0);
  const bytes =
    exchange.sent === ''
      ? message('report.nothingSent')
      : message('report.bytes', exchange.sent, exchange.received === '' ? '-' : exchange.received);
  return { label: say(asked === null ? message('report.questionPlain') : message('report.question', protocolText(asked))), value: duration(ms, say), source: say(bytes) };
}

function connectionWords({ state, exchanges }: ListenerVerdict): { readonly value: Message; readonly source: string } {
  const answer = exchanges[0]?.answer;
  const source = answer?.kind === 'notConnected' ? answer.systemCode : '';
  if (answer !== undefined && answer.kind !== 'notConnected') return { value: message('report.accepted'), source };
  switch (state) {
    case 'refused':
      return { value: message('report.refused'), source };
    case 'unreachable':
      return { value: message('report.unreachable'), source };
    case 'unresolved':
      return { value: message('report.notTried'), source };
    case 'rdp':
    case 'notRdp':
    case 'timeout':
      return { value: message('report.noReply'), source };
  }
}

function answerWords({ state, exchanges }: ListenerVerdict, say: Say): string {
  if (state === 'rdp') return 'RDP';
  const answer = exchanges[0]?.answer;
  // Why there was no connection stands in the line above.
  return answer?.kind === 'notConnected' ? say(message('report.none')) : answerWord(answer, say);
}

function acceptedWords(accepted: boolean | null): Message {
  if (accepted === null) return message('report.notKnown');
  return accepted ? message('report.accepted') : message('report.refused');
}

function nlaWords({ nla, protocols }: ListenerVerdict): Message {
  switch (nla) {
    case 'required':
      return message('report.required');
    case 'offered':
      return message('report.offered');
    case 'notOffered':
      return message('report.notOffered');
    case 'unknown':
      return protocols.nla === true ? message('report.offered') : message('report.notKnown');
  }
}

export function duration(ms: number, say: Say): string {
  return say(ms < 1000 ? message('report.milliseconds', ms) : message('report.seconds', (ms / 1000).toFixed(1)));
}
