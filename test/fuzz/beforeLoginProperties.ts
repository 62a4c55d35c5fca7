// What holds for everything a server can say to MCS Connect Initial, to CredSSP and over UDP, whatever its bytes and its chunks.
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Ending } from '../../src/core/listener/answer';
import { readElement, readHeader } from '../../src/core/listener/ber';
import { createChallengeReader } from '../../src/core/listener/credssp/challengeReader';
import { createKeptBytes } from '../../src/core/listener/kept';
import { encodeConnectInitial } from '../../src/core/listener/mcsConnectInitial';
import { createMcsReader } from '../../src/core/listener/mcsReader';
import { readTpkt } from '../../src/core/listener/tpkt';
import { encodeUdpSyn, readUdpSynAck } from '../../src/core/listener/udpSyn';
import { oneLine } from '../../src/core/text/oneLine';
import { answerFrame, challengeMessage, fileTime, negTokenResp, utf16 } from '../core/listener/challengeFrames';
import { connectResponse, connectResponseFrame, conference, dataFrame } from '../core/listener/serverFrames';
import { cut } from './chunks';

export const BEFORE_LOGIN_SEED = 3389;

const byte = fc.integer({ min: 0, max: 0xff });
const long = fc.integer({ min: 0, max: 0xffff_ffff });
const noise = fc.uint8Array({ maxLength: 300 });
const cuts = fc.array(fc.nat(2000), { maxLength: 8 });
const ending = fc.oneof(
  fc.boolean().map((reset): Ending => ({ kind: 'closed', reset })),
  fc.constant<Ending>({ kind: 'timeout' }),
);

/** An answer as it should be, changed at a few places, cut, or followed by more. */
function spoiled(whole: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(fc.nat(2000), byte);
  return fc.oneof(
    whole,
    fc.tuple(whole, fc.array(change, { minLength: 1, maxLength: 4 })).map(([bytes, changes]) => {
      const changed = bytes.slice();
      for (const [at, value] of changes) changed[at % changed.length] = value;
      return changed;
    }),
    fc.tuple(whole, fc.nat(2000)).map(([bytes, length]) => bytes.subarray(0, length % bytes.length)),
    fc.tuple(whole, noise).map(([bytes, more]) => Uint8Array.from([...bytes, ...more])),
    noise,
  );
}

interface Reader<T> {
  push(chunk: Uint8Array): T | undefined;
  end(ending: Ending): T;
}

function read<T>(reader: Reader<T>, chunks: readonly Uint8Array[], last: Ending): T {
  for (const chunk of chunks) {
    const answer = reader.push(chunk);
    if (answer !== undefined) return answer;
  }
  return reader.end(last);
}

const response = fc.record({
  result: fc.constant(0),
  version: fc.option(long, { nil: null }),
  security: fc.option(fc.record({ method: long, level: long }, { noNullPrototype: true }), { nil: null }),
  secrets: fc.uint8Array({ maxLength: 600 }),
  channels: fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 5 }),
});

const mcsAnswers = spoiled(
  fc.oneof(
    response.map(connectResponse),
    fc.tuple(byte, noise).map(([result, userData]) => connectResponseFrame(result, [...userData])),
    noise.map((blocks) => connectResponseFrame(0, conference([...blocks]))),
    noise.map(dataFrame),
  ),
);

const challenge = fc.record({
  targetName: fc.string({ maxLength: 20 }).map(utf16),
  attributes: fc.array(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.string({ maxLength: 20 }).map(utf16)), { maxLength: 8 }),
  ended: fc.boolean(),
});

const challengeAnswers = spoiled(
  fc.oneof(
    challenge.map((made) => answerFrame(challengeMessage(made))),
    challenge.map((made) => answerFrame(negTokenResp(challengeMessage(made)))),
    fc.tuple(noise, fc.option(fc.uint8Array({ maxLength: 6 }), { nil: undefined })).map(([token, code]) => answerFrame(token, code && [...code])),
  ),
);

/** A name as a server may have one, and a build and a time it may have. */
const host = fc.record({
  name: fc.stringMatching(/^[!-~]{1,64}$/),
  build: fc.integer({ min: 1, max: 0xffff }),
  time: fc.integer({ min: 1, max: 4_102_444_800_000 }),
});

export function beforeLoginProperties(numRuns: number, seed = BEFORE_LOGIN_SEED): void {
  const holds = <T>(property: fc.IProperty<T>): void => fc.assert(property, { numRuns, seed });

  describe(`elements and kept bytes (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    this.timeout(10_000 + numRuns * 30);
    it('an element is inside its bytes, and its header says the same before it is whole', () => {
      holds(
        fc.property(noise, fc.nat(300), (bytes, at) => {
          const element = readElement(bytes, at);
          if (element === undefined) return;
          ok(element.end <= bytes.length && element.end > at && element.content.length < element.end - at);
          const header = readHeader(bytes.subarray(0, element.end - element.content.length), at);
          deepEqual(header, { tag: element.tag, start: element.end - element.content.length, end: element.end });
        }),
      );
    });

    it('what is kept is the beginning of what came, up to the limit', () => {
      holds(
        fc.property(fc.uint8Array({ maxLength: 3000 }), cuts, fc.nat(3000), (bytes, at, limit) => {
          const kept = createKeptBytes(limit);
          for (const chunk of cut(bytes, at)) kept.add(chunk);
          deepEqual(kept.bytes, bytes.subarray(0, limit));
          deepEqual(kept.overflowed, bytes.length > limit);
        }),
      );
    });
  });

  describe(`anything a server may say in MCS (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    this.timeout(10_000 + numRuns * 30);
    it('is one answer, in whatever chunks', () => {
      holds(
        fc.property(mcsAnswers, cuts, ending, (bytes, at, last) => {
          deepEqual(read(createMcsReader(), cut(bytes, at), last), read(createMcsReader(), [bytes], last));
        }),
      );
    });

    it('is understood where it is as it should be', () => {
      holds(
        fc.property(response, noise, (given, more) => {
          deepEqual(createMcsReader().push(Uint8Array.from([...connectResponse(given), ...more])), {
            kind: 'connectResponse',
            result: 0,
            serverVersion: given.version,
            security: given.security,
          });
        }),
      );
    });

    it('is asked for in one whole frame', () => {
      holds(
        fc.property(long, fc.option(long, { nil: null }), (encryptionMethods, requestedProtocols) => {
          const bytes = encodeConnectInitial({ encryptionMethods, requestedProtocols });
          const reading = readTpkt(bytes);
          ok(reading.kind === 'frame' && reading.length === bytes.length);
        }),
      );
    });
  });
  describe(`anything a server may say in CredSSP (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    this.timeout(10_000 + numRuns * 30);
    it('is one answer, in whatever chunks, with names that can be shown', () => {
      holds(
        fc.property(challengeAnswers, cuts, ending, (bytes, at, last) => {
          const whole = read(createChallengeReader(), [bytes], last);
          deepEqual(read(createChallengeReader(), cut(bytes, at), last), whole);
          if (whole.kind !== 'challenge') return;
          for (const name of [whole.targetName, whole.netbiosComputer, whole.dnsComputer, whole.dnsDomain]) {
            ok(name === null || (name.length > 0 && name.length <= 2000 && name === oneLine(name)));
          }
        }),
      );
    });

    it('is understood where it is as it should be', () => {
      holds(
        fc.property(host, fc.boolean(), ({ name, build, time }, wrapped) => {
          const message = challengeMessage({ attributes: [[3, utf16(name)], [7, fileTime(time)]], version: [10, 0, build] });
          const answer = createChallengeReader().push(answerFrame(wrapped ? negTokenResp(message) : message));
          ok(answer?.kind === 'challenge');
          deepEqual([answer.dnsComputer, answer.version, answer.serverTime], [name, { major: 10, minor: 0, build }, time]);
        }),
      );
    });
  });
  describe(`anything that comes back over UDP (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    this.timeout(10_000 + numRuns * 30);
    it('is an answer or is shown by its first bytes', () => {
      const flags = fc.constantFrom(0x0005, 0x1005, 0x1805, 0x0805, 0xffff, 0x1001);
      const answers = fc.tuple(noise, flags).map(([bytes, value]) => {
        const changed = bytes.slice();
        changed.set([value >> 8, value & 0xff].slice(0, Math.max(0, changed.length - 6)), Math.min(6, changed.length));
        return changed;
      });
      holds(
        fc.property(fc.oneof(noise, answers), (bytes) => {
          const answer = readUdpSynAck(bytes);
          if (answer.kind === 'malformed') equal(answer.excerpt, Buffer.from(bytes.subarray(0, 32)).toString('hex'));
          else ok(answer.kind === 'answers' && bytes.length >= 16);
        }),
      );
      holds(
        fc.property(fc.uint8Array({ minLength: 4, maxLength: 8 }), (random) => {
          const syn = encodeUdpSyn(random);
          equal(readUdpSynAck(syn).kind, 'malformed');
          equal(readUdpSynAck(syn.with(7, 0x05)).kind, 'answers');
        }),
      );
    });
  });
}
