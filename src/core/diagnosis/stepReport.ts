// The step that a connection went further than its Connection Request, as one line of the report: what was said to TLS, inside of it, or to
// RDP's own encryption, and what came back. Names and numbers as the protocols have them.

import type { Exchange, Further, HandshakeOutcome, HelloAnswer } from '../listener/answer';
import type { ChallengeAnswer } from '../listener/credssp/challengeAnswer';
import type { McsAnswer } from '../listener/mcsAnswer';
import { alertName } from '../listener/tls/alerts';
import { cipherSuiteName } from '../listener/tls/cipherSuites';
import { tlsVersionText } from '../listener/tls/tlsVersion';
import { message, type Message, type Say } from '../messages/message';
import { mcsResult } from '../rdp/wireCodes';
import { absence } from './certificateReport';
import type { ReportLine } from './reportText';

export function stepLines({ further }: Exchange, say: Say): readonly ReportLine[] {
  return further === null ? [] : linesOf(further, say);
}

function linesOf(further: Further, say: Say): readonly ReportLine[] {
  switch (further.kind) {
    case 'hello':
      return [{ label: say(message('report.step.hello', tlsVersionText(further.highest))), value: helloWord(further.answer, say), source: helloSource(further.answer) }];
    case 'handshake': {
      const { outcome, challenge } = further;
      const handshake = { label: say(message('report.step.handshake')), value: handshakeWord(outcome, say), source: handshakeSource(outcome) };
      return challenge === null ? [handshake] : [handshake, { label: say(message('report.step.challenge')), value: say(challengeWord(challenge)), source: challengeSource(challenge) }];
    }
    case 'native':
      return [{ label: say(message('report.step.native', hex(further.offered))), value: say(nativeWord(further.answer)), source: nativeSource(further.answer) }];
  }
}

function helloWord(answer: HelloAnswer, say: Say): string {
  return answer.kind === 'serverHello' ? tlsVersionText(answer.version) : say(absence(answer.kind));
}

function helloSource(answer: HelloAnswer): string {
  switch (answer.kind) {
    case 'serverHello':
      return cipherSuiteName(answer.cipherSuite);
    case 'alert':
      return alertName(answer.description);
    case 'notTls':
      return answer.excerpt;
    case 'malformed':
      return answer.fault;
    case 'closed':
    case 'timeout':
      return '';
  }
}

function handshakeWord(outcome: HandshakeOutcome, say: Say): string {
  return outcome.kind === 'secured' ? outcome.protocol.replace('v', ' ') : say(absence(outcome.kind));
}

function handshakeSource(outcome: HandshakeOutcome): string {
  switch (outcome.kind) {
    case 'secured':
      return outcome.cipher;
    case 'failed':
      return outcome.systemCode;
    case 'timeout':
      return '';
  }
}

function challengeWord({ kind }: ChallengeAnswer): Message {
  switch (kind) {
    case 'challenge':
      return message('report.step.challenged');
    case 'error':
      return message('report.refused');
    case 'malformed':
      return message('report.step.damaged');
    case 'closed':
      return message('report.closed');
    case 'timeout':
      return message('report.silence');
  }
}

function challengeSource(answer: ChallengeAnswer): string {
  switch (answer.kind) {
    case 'error':
      return `NTSTATUS ${hex(answer.status)}`;
    case 'malformed':
      return answer.fault;
    case 'challenge':
    case 'closed':
    case 'timeout':
      return '';
  }
}

function nativeWord({ kind }: McsAnswer): Message {
  switch (kind) {
    case 'connectResponse':
      return message('report.step.connectResponse');
    case 'disconnect':
    case 'closed':
      return message('report.closed');
    case 'malformed':
      return message('report.step.damaged');
    case 'timeout':
      return message('report.silence');
  }
}

function nativeSource(answer: McsAnswer): string {
  switch (answer.kind) {
    case 'connectResponse': {
      const { security } = answer;
      const result = mcsResult[answer.result] ?? String(answer.result);
      return security === null ? result : `${result}, encryptionMethod ${hex(security.method)}, encryptionLevel ${String(security.level)}`;
    }
    case 'disconnect':
      return String(answer.reason);
    case 'malformed':
      return answer.fault;
    case 'closed':
    case 'timeout':
      return '';
  }
}

function hex(number: number): string {
  return `0x${number.toString(16)}`;
}
