// The question who a server is, in CredSSP and without credentials, and what it answers.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { context, encodeElement, tag } from '../../../src/core/listener/ber';
import type { ChallengeAnswer } from '../../../src/core/listener/credssp/challengeAnswer';
import { createChallengeReader, encodeNegotiate } from '../../../src/core/listener/credssp/challengeReader';
import { dissect } from '../../lab/tshark';
import { needs } from '../../needs';
import { answerFrame, challengeMessage, fileTime, negTokenResp, utf16 } from './challengeFrames';

const now = Date.UTC(2026, 10, 28, 16, 0, 0);

const usual = challengeMessage({
  targetName: utf16('CORP'),
  attributes: [
    [2, utf16('CORP')],
    [1, utf16('RDS-07')],
    [4, utf16('corp.example')],
    [3, utf16('rds-07.corp.example')],
    [5, utf16('example')],
    [7, fileTime(now)],
  ],
  version: [10, 0, 20348],
});

const expected: ChallengeAnswer = {
  kind: 'challenge',
  targetName: 'CORP',
  netbiosComputer: 'RDS-07',
  netbiosDomain: 'CORP',
  dnsComputer: 'rds-07.corp.example',
  dnsDomain: 'corp.example',
  dnsForest: 'example',
  version: { major: 10, minor: 0, build: 20348 },
  serverTime: now,
};

const nothing: ChallengeAnswer = {
  kind: 'challenge',
  targetName: null,
  netbiosComputer: null,
  netbiosDomain: null,
  dnsComputer: null,
  dnsDomain: null,
  dnsForest: null,
  version: null,
  serverTime: null,
};

const read = (bytes: Uint8Array): ChallengeAnswer | undefined => createChallengeReader().push(bytes);
const malformed = (fault: Extract<ChallengeAnswer, { readonly kind: 'malformed' }>['fault']): ChallengeAnswer => ({ kind: 'malformed', fault });

/** A copy with these bytes put at `at`. */
function changed(bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(values, at);
  return copy;
}

describe('a challenge of CredSSP', () => {
  it('names the server, its build and its time', () => deepEqual(read(answerFrame(usual)), expected));

  it('may be wrapped in SPNEGO', () => deepEqual(read(answerFrame(negTokenResp(usual))), expected));

  it('may tell nothing', () => {
    deepEqual(read(answerFrame(challengeMessage({}))), nothing);
    deepEqual(read(answerFrame(challengeMessage({}).subarray(0, 32))), nothing, 'the short form of old servers');
    deepEqual(read(answerFrame(challengeMessage({ version: [0, 0, 0], attributes: [[7, new Uint8Array(8)]] }))), nothing);
  });

  it('has a version only where the server says so', () => {
    const unsaid = challengeMessage({ attributes: [[1, utf16('X')]] });
    equal(read(answerFrame(changed(unsaid, 48, 10, 0, 0x7c, 0x4f)))?.kind, 'challenge');
    deepEqual(read(answerFrame(changed(unsaid, 48, 10, 0, 0x7c, 0x4f))), { ...nothing, netbiosComputer: 'X' });
  });

  it('may name its target in bytes', () => {
    deepEqual(read(answerFrame(challengeMessage({ unicode: false, targetName: Uint8Array.from(Buffer.from('RDS')) }))), { ...nothing, targetName: 'RDS' });
  });

  it('cannot say anything in a line of its own', () => {
    const name = utf16('RDS\r\nNLA: required\u001b[31m');
    const answer = read(answerFrame(challengeMessage({ attributes: [[1, name], [3, utf16('x'.repeat(9000))]] })));
    ok(answer?.kind === 'challenge');
    equal(answer.netbiosComputer, 'RDS NLA: required\\x1b[31m');
    equal(answer.dnsComputer?.length, 255);
  });

  it('takes the first of two and steps over what it does not know', () => {
    const attributes = [[9, utf16('TERMSRV/x')], [1, utf16('FIRST')], [1, utf16('SECOND')], [10, new Uint8Array(16)]] as const;
    deepEqual(read(answerFrame(challengeMessage({ attributes }))), { ...nothing, netbiosComputer: 'FIRST' });
  });

  it('is followed by whatever it likes', () => deepEqual(read(Uint8Array.from([...answerFrame(usual), 1, 2, 3])), expected));
});

describe('a refusal of CredSSP', () => {
  it('is the status the server gives, in four bytes or five', () => {
    for (const code of [[0xc0, 0x00, 0x00, 0xbb], [0x00, 0xc0, 0x00, 0x00, 0xbb]]) {
      deepEqual(read(answerFrame(null, code)), { kind: 'error', status: 0xc00000bb });
    }
    deepEqual(read(answerFrame(usual, [0xc0, 0x00, 0x00, 0x6d])), { kind: 'error', status: 0xc000006d });
  });

  const faults: readonly (readonly [string, Uint8Array, ChallengeAnswer])[] = [
    ['text', Uint8Array.from(Buffer.from('HTTP/1.1 400')), malformed('der')],
    ['a length without an end', Uint8Array.from([0x30, 0x80, 0, 0]), malformed('der')],
    ['an element longer than its sequence', Uint8Array.from([0x30, 3, 0xa0, 9, 2]), malformed('der')],
    ['an empty sequence', Uint8Array.from([0x30, 0]), malformed('der')],
    ['a token that is no octets', encodeElement(tag.sequence, [...encodeElement(context(0), [2, 1, 6]), ...encodeElement(context(1), [5, 0])]), malformed('der')],
    ['more than is ever kept', Uint8Array.from([0x30, 0x83, 1, 0, 0]), malformed('tooLarge')],
    ['a version alone', answerFrame(null), malformed('noToken')],
    ['a refusal of SPNEGO', answerFrame(negTokenResp(null)), malformed('notChallenge')],
    ['a token of something else', answerFrame(Uint8Array.from([0x60, 0x03, 1, 2, 3])), malformed('notChallenge')],
    ['an empty token', answerFrame(new Uint8Array(0)), malformed('notChallenge')],
    ['our own message sent back', encodeNegotiate(), malformed('notChallenge')],
    ['a signature and no more', answerFrame(usual.subarray(0, 8)), malformed('notChallenge')],
    ['a fixed part cut short', answerFrame(usual.subarray(0, 31)), malformed('field')],
    ['a target outside', answerFrame(changed(usual, 16, 0xff, 0xff, 0xff, 0xff)), malformed('field')],
    ['attributes outside', answerFrame(changed(usual, 40, 0xff, 0xff)), malformed('field')],
    ['attributes without an end', answerFrame(challengeMessage({ attributes: [[1, utf16('X')]], ended: false })), malformed('field')],
    ['an attribute longer than the list', answerFrame(changed(usual, 56 + 8 + 2, 0xff, 0xff)), malformed('field')],
  ];
  for (const [name, bytes, answer] of faults) it(`may be ${name}`, () => deepEqual(read(bytes), answer));

  it('may stop at any byte', () => {
    const whole = answerFrame(usual);
    for (let length = 0; length < whole.length; length++) {
      const reader = createChallengeReader();
      equal(reader.push(whole.subarray(0, length)), undefined);
      deepEqual(reader.end({ kind: 'timeout' }), { kind: 'timeout', received: length });
      deepEqual(reader.end({ kind: 'closed', reset: false }), length === 0 ? { kind: 'closed', reset: false } : malformed('cut'));
    }
  });
});

describe('the question of CredSSP', () => {
  it('is read by Wireshark as NTLM without a name, and the challenge as what it tells', function () {
    needs(this, 'tshark');
    this.timeout(60_000);
    const said = [
      { from: 'client', bytes: encodeNegotiate() },
      { from: 'server', bytes: answerFrame(usual) },
    ] as const;
    const expectedFields = {
      'credssp.version': ['6', '6'],
      'ntlmssp.messagetype': ['0x00000001', '0x00000002'],
      'ntlmssp.negotiate.callingworkstation': ['NULL'],
      'ntlmssp.negotiate.domain': ['NULL'],
      'ntlmssp.challenge.target_name': ['CORP'],
      'ntlmssp.challenge.target_info.nb_computer_name': ['RDS-07'],
      'ntlmssp.challenge.target_info.dns_computer_name': ['rds-07.corp.example'],
      'ntlmssp.challenge.target_info.dns_tree_name': ['example'],
      'ntlmssp.version.build_number': ['0', '20348'],
    };
    const { fields: seen, complaints } = dissect('credssp', said, Object.keys(expectedFields));
    deepEqual(complaints, []);
    deepEqual(seen, expectedFields);
  });
});
