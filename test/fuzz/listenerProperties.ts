// What holds for everything a listener can send and everything we send it.
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { parseAddress, renderAddress } from '../../src/core/listener/address';
import { createAnswerReader, type Answer, type Ending, type Exchange, type Further, type HelloAnswer, type Question } from '../../src/core/listener/answer';
import { mostConnections, probeModes, type ProbeMode } from '../../src/core/listener/probeManner';
import type { McsAnswer } from '../../src/core/listener/mcsAnswer';
import { nextQuestion } from '../../src/core/listener/questions';
import { isRoutingTokenLine, readRoutingToken, routingTokenLine } from '../../src/core/listener/routingToken';
import { tlsVersions } from '../../src/core/listener/tls/tlsVersion';
import { encodeTpkt, readTpkt } from '../../src/core/listener/tpkt';
import { judge } from '../../src/core/listener/verdict';
import { decodeTpdu, encodeConnectionConfirm, encodeConnectionRequest } from '../../src/core/listener/x224';
import { english } from '../../src/core/messages/english';
import { cut } from './chunks';

export const LISTENER_SEED = 3389;

const address = { host: 'rds-07.corp.example', port: 3389 };
const byte = fc.integer({ min: 0, max: 0xff });
const long = fc.integer({ min: 0, max: 0xffff_ffff });
const ending = fc.oneof(
  fc.boolean().map((reset): Ending => ({ kind: 'closed', reset })),
  fc.constant<Ending>({ kind: 'timeout' }),
);

const confirm = fc
  .tuple(fc.integer({ min: 0, max: 0xffff }), byte, long, fc.constantFrom('response', 'failure', 'none'))
  .map(([source, flags, value, kind]) => {
    if (kind === 'none') return encodeConnectionConfirm(source, null);
    if (kind === 'response') return encodeConnectionConfirm(source, { kind, flags, selectedProtocol: value });
    return encodeConnectionConfirm(source, { kind: 'failure', flags, failureCode: value });
  })
  .map(encodeTpkt);

/** Real answers, real answers with some bytes changed or cut, answers followed by more, and plain noise. */
const spoken = fc.oneof(
  confirm,
  fc.tuple(confirm, fc.nat(18), byte).map(([bytes, at, value]) => bytes.map((old, index) => (index === at ? value : old))),
  fc.tuple(confirm, fc.nat(18)).map(([bytes, length]) => bytes.subarray(0, length)),
  fc.tuple(confirm, fc.uint8Array({ maxLength: 600 })).map(([bytes, more]) => Uint8Array.from([...bytes, ...more])),
  fc.uint8Array({ maxLength: 700 }),
  fc.string({ maxLength: 700 }).map((text) => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff)),
);

function read(chunks: readonly Uint8Array[], last: Ending): Answer {
  const reader = createAnswerReader();
  for (const chunk of chunks) {
    const answer = reader.push(chunk);
    ok(reader.received.length <= 512);
    if (answer !== undefined) return answer;
  }
  return reader.end(last);
}

/** What is read before the first line is whole may be named by less of it, so only answers in RDP's framing must not depend on chunks. */
const isFramed = (bytes: Uint8Array): boolean => bytes[0] === 3;

const source = fc.constantFrom(0, 0x1234);

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ kind: fc.constant('selected' as const), selectedProtocol: fc.constantFrom(0, 1, 2, 4, 8, 16, 99), flags: byte, sourceReference: source }),
  fc.record({ kind: fc.constant('failure' as const), failureCode: fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7), sourceReference: source }),
  fc.record({ kind: fc.constant('plain' as const), sourceReference: source }),
  fc.tuple(spoken, ending).map(([bytes, last]) => read([bytes], last)),
  fc.record({
    kind: fc.constant('notConnected' as const),
    failure: fc.constantFrom('refused' as const, 'timeout' as const, 'unreachable' as const, 'unresolved' as const),
    systemCode: fc.constantFrom('ECONNREFUSED', 'ETIMEDOUT'),
  }),
);

const helloAnswer: fc.Arbitrary<HelloAnswer> = fc.oneof(
  fc.record({
    kind: fc.constant('serverHello' as const),
    version: fc.constantFrom(...tlsVersions),
    cipherSuite: fc.integer({ min: 0, max: 0xffff }),
    chain: fc.array(fc.record({ sha1: fc.constantFrom('a', 'b'), sha256: fc.constantFrom('a', 'b'), facts: fc.constant(null) }), { maxLength: 2 }),
    whole: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('alert' as const), description: fc.constantFrom(40, 70, 80) }),
  fc.constantFrom<HelloAnswer>({ kind: 'closed', reset: false }, { kind: 'timeout', received: 0 }, { kind: 'notTls', excerpt: '00' }, { kind: 'malformed', fault: 'cut' }),
);

const mcsAnswer: fc.Arbitrary<McsAnswer> = fc.oneof(
  fc.record({
    kind: fc.constant('connectResponse' as const),
    result: fc.constantFrom(0, 15),
    serverVersion: fc.constant(null),
    security: fc.option(fc.record({ method: fc.constantFrom(0, 1, 2, 8, 16, 3), level: fc.constantFrom(0, 1, 2, 3, 4, 9) }), { nil: null }),
  }),
  fc.constantFrom<McsAnswer>({ kind: 'closed', reset: true }, { kind: 'disconnect', reason: 3 }, { kind: 'timeout', received: 0 }),
);

interface Said {
  readonly answer: Answer;
  readonly hello: HelloAnswer;
  readonly mcs: McsAnswer;
  readonly shaken: boolean;
}

const said: fc.Arbitrary<Said> = fc.record({ answer, hello: helloAnswer, mcs: mcsAnswer, shaken: fc.boolean() });

/** What came of the step of a question, where the answer opens one. */
function furtherOf({ tls, nativeMethods }: Question, { answer: given, hello, mcs, shaken }: Said): Further | null {
  const selected = given.kind === 'selected' ? given.selectedProtocol : undefined;
  if (tls !== null && selected !== undefined && [1, 2, 4, 8].includes(selected)) {
    if (tls.kind === 'hello') return { ...tls, answer: hello };
    const outcome = shaken ? ({ kind: 'secured', protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', chain: [] } as const) : ({ kind: 'timeout' } as const);
    return { kind: 'handshake', outcome, challenge: tls.challenge && shaken ? { kind: 'error', status: 0xc0000022 } : null, challengedAt: null };
  }
  return nativeMethods !== null && (selected === 0 || given.kind === 'plain') ? { kind: 'native', offered: nativeMethods, answer: mcs } : null;
}

/** A run of the probe against a server that gives these answers in turn. */
function exchangesOf(answers: readonly Said[], mode: ProbeMode, askHost: boolean): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  for (const given of answers) {
    const question = nextQuestion(exchanges, { mode, askHost });
    if (question === undefined) break;
    exchanges.push({ question, answer: given.answer, further: furtherOf(question, given), sent: '', received: '', remoteAddress: null, connectMs: 0, answerMs: null });
  }
  return exchanges;
}

export function listenerProperties(numRuns: number, seed = LISTENER_SEED): void {
  const holds = <T>(property: fc.IProperty<T>): void => fc.assert(property, { numRuns, seed });

  describe(`anything a listener may send (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    this.timeout(10_000 + numRuns * 30);
    it('is read as an answer, whatever the bytes, the chunks and the end', () => {
      holds(
        fc.property(spoken, fc.array(fc.nat(700), { maxLength: 8 }), ending, (bytes, at, last) => {
          const whole = read([bytes], last);
          const inParts = read(cut(bytes, at), last);
          if (isFramed(bytes)) deepEqual(inParts, whole);
          else equal(inParts.kind, whole.kind);
        }),
      );
    });

    it('is framed or refused, and a frame holds what was put into it', () => {
      holds(
        fc.property(fc.uint8Array({ minLength: 3, maxLength: 2000 }), fc.uint8Array({ maxLength: 20 }), (payload, more) => {
          const frame = encodeTpkt(payload);
          deepEqual(readTpkt(Uint8Array.from([...frame, ...more])), { kind: 'frame', payload, length: payload.length + 4 });
          for (const length of [0, 1, 3, 4, frame.length - 1]) equal(readTpkt(frame.subarray(0, length)).kind, 'incomplete');
        }),
      );
      holds(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => ok(['frame', 'incomplete', 'fault'].includes(readTpkt(bytes).kind))));
    });

    it('is decoded as a TPDU or as a fault, never as an exception', () => {
      holds(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => ok(decodeTpdu(bytes).kind.length > 0)));
    });
  });

  describe(`what we send (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    this.timeout(10_000 + numRuns * 30);
    const cookie = fc.option(fc.stringMatching(/^[!-~]{1,128}$/), { nil: null });
    const negotiation = fc.option(fc.record({ flags: byte, requestedProtocols: long }, { noNullPrototype: true }), { nil: null });

    it('is decoded as it was meant', () => {
      holds(
        fc.property(fc.record({ cookie, negotiation }, { noNullPrototype: true }), (request) => {
          deepEqual(decodeTpdu(encodeConnectionRequest(request)), { kind: 'connectionRequest', request });
        }),
      );
    });

    it('carries a routing token in the place of a cookie, and none that would end its own line', () => {
      const line = fc.oneof(fc.stringMatching(/^[ -~]{1,260}$/), fc.string({ maxLength: 300 }), fc.constantFrom('Cookie: mstshash=x', 'Cookie: mstshash='));
      holds(
        fc.property(cookie, line, negotiation, (name, routingToken, asked) => {
          const sent = decodeTpdu(encodeConnectionRequest({ cookie: name, routingToken, negotiation: asked }));
          const carried = isRoutingTokenLine(routingToken) ? { cookie: null, routingToken } : { cookie: name };
          deepEqual(sent, { kind: 'connectionRequest', request: { ...carried, negotiation: asked } });
        }),
      );
      holds(
        fc.property(fc.ipV4(), fc.integer({ min: 0, max: 65535 }), fc.stringMatching(/^[ -~]{1,60}$/), (host, port, collection) => {
          for (const token of [{ kind: 'address', address: host, port } as const, { kind: 'collection', collection } as const]) {
            const written = routingTokenLine(token);
            ok(written !== undefined && isRoutingTokenLine(written));
            deepEqual(readRoutingToken(written), token);
          }
        }),
      );
      holds(fc.property(line, (text) => ok(readRoutingToken(text).kind.length > 0)));
    });

    it('never carries a cookie that would end its own line', () => {
      holds(
        fc.property(fc.string({ maxLength: 300 }), (text) => {
          const sent = decodeTpdu(encodeConnectionRequest({ cookie: text, negotiation: null }));
          deepEqual(sent, { kind: 'connectionRequest', request: { cookie: /^[!-~]{1,128}$/.test(text) ? text : null, negotiation: null } });
        }),
      );
    });
  });

  describe(`any run of answers (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    this.timeout(10_000 + numRuns * 30);
    it('ends within the connections of its mode, asks nothing twice, and does not contradict itself', () => {
      const most = Math.max(...Object.values(mostConnections));
      const answers = fc.array(said, { minLength: most + 1, maxLength: most + 1 });
      holds(
        fc.property(answers, fc.constantFrom(...probeModes), fc.boolean(), (given, mode, askHost) => {
          const exchanges = exchangesOf(given, mode, askHost);
          ok(exchanges.length >= 1 && exchanges.length <= mostConnections[mode]);
          equal(new Set(exchanges.map(({ question }) => JSON.stringify(question))).size, exchanges.length);
          const verdict = judge(address, exchanges, { durationMs: 0 });
          const { state, protocols, nla, detail, tls, nativeEncryption } = verdict;
          ok(english(detail).length > 0);
          if (state !== 'rdp') deepEqual({ ...protocols, word: nla, inside: tls, nativeEncryption }, { rdp: null, tls: null, nla: null, word: 'unknown', inside: null, nativeEncryption: null });
          if (nla === 'required') ok(protocols.nla !== false && protocols.rdp === false && protocols.tls === false);
          if (nla === 'offered') ok(protocols.nla === true && (protocols.rdp === true || protocols.tls === true));
          if (nla === 'notOffered') equal(protocols.nla, false);
          if (tls !== null) {
            ok(!tls.versions.some((version) => tls.refused.includes(version)), 'a version is offered and refused');
            equal(tls.unreadable === null, tls.chain.length > 0);
          }
        }),
      );
    });
  });

  describe(`an address (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    this.timeout(10_000 + numRuns * 30);
    const host = fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6(), fc.constantFrom('fe80::1%eth0', '::', '::ffff:192.0.2.7'));

    it('is read back as it is written', () => {
      holds(
        fc.property(host, fc.integer({ min: 1, max: 65535 }), (name, port) => {
          deepEqual(parseAddress(renderAddress({ host: name, port })), { ok: true, value: { host: name, port } });
        }),
      );
    });

    it('is read or refused, whatever was typed', () => {
      holds(
        fc.property(
          fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('[', ']', ':', '.', '%', '0', '1', '25', '255', 'a', 'ffff') })),
          (text) => {
            const parsed = parseAddress(text);
            if (parsed.ok) ok(parsed.value.host !== '' && parsed.value.port >= 1 && parsed.value.port <= 65535);
            else equal(parsed.failure.code, 'invalidInput');
          },
        ),
      );
    });
  });
}
