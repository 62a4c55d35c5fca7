// What holds for everything a server may say to a ClientHello, and for every ClientHello.
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Ending } from '../../src/core/listener/answer';
import { encodeClientHello, randomLength } from '../../src/core/listener/tls/clientHello';
import { createTlsReader } from '../../src/core/listener/tls/serverFlight';
import type { TlsAnswer } from '../../src/core/listener/tls/tlsAnswer';
import { tlsVersions, wireVersion } from '../../src/core/listener/tls/tlsVersion';
import { encodeVector, readVector } from '../../src/core/listener/tls/vectors';
import { alert, certificates, content, helloDone, message, record, records, serverHello } from '../core/listener/tlsServerBytes';

export const TLS_SEED = 8446;

const byte = fc.integer({ min: 0, max: 0xff });
const uint16 = fc.integer({ min: 0, max: 0xffff });
const bytesTo = (maxLength: number): fc.Arbitrary<readonly number[]> => fc.uint8Array({ maxLength }).map((bytes) => [...bytes]);
const ending = fc.oneof(
  fc.boolean().map((reset): Ending => ({ kind: 'closed', reset })),
  fc.constant<Ending>({ kind: 'timeout' }),
);

const extensions = fc.array(fc.tuple(uint16, bytesTo(12)), { maxLength: 4 });
const fields = fc.record(
  { version: fc.integer({ min: 0x0300, max: 0x0303 }), cipherSuite: uint16, sessionId: bytesTo(32), extensions },
  { requiredKeys: ['version', 'cipherSuite'], noNullPrototype: true },
);
const chain = fc.array(
  fc.uint8Array({ minLength: 1, maxLength: 80 }).map((bytes) => [...bytes]),
  { maxLength: 4 },
);

/** Messages in an order a server may or may not send them in. */
const messages = fc.array(
  fc.oneof(
    fields.map(serverHello),
    chain.map(certificates),
    fc.constant(helloDone),
    fc.constant(message(0, [])),
    fc.tuple(fc.constantFrom(12, 13, 22, 23, 4), bytesTo(20)).map(([type, body]) => message(type, body)),
  ),
  { maxLength: 5 },
);
const flight = fc.oneof(
  fc.tuple(messages, fc.integer({ min: 1, max: 120 })).map(([list, most]) => records(content.handshake, list.flat(), most)),
  fc.tuple(fields, chain, fc.integer({ min: 1, max: 120 })).map(([hello, list, most]) => records(content.handshake, [...serverHello(hello), ...certificates(list), ...helloDone], most)),
);
const spoken = fc.oneof(
  flight,
  fc.tuple(fc.tuple(byte, byte).map(([level, description]) => alert(level, description)), flight).map((parts) => parts.flat()),
  fc.tuple(flight, fc.nat(300), byte).map(([bytes, at, value]) => bytes.map((old, index) => (index === at ? value : old))),
  fc.tuple(flight, fc.nat(300)).map(([bytes, length]) => bytes.slice(0, length)),
  fc.tuple(flight, bytesTo(40)).map((parts) => parts.flat()),
  fc.tuple(fc.constantFrom(20, 21, 22, 23, 24), bytesTo(60), uint16).map(([type, payload, version]) => record(type, payload, version)),
  bytesTo(200),
);

function read(chunks: readonly Uint8Array[], last: Ending): TlsAnswer {
  const reader = createTlsReader();
  for (const chunk of chunks) {
    const answer = reader.push(chunk);
    if (answer !== undefined) return answer;
  }
  return reader.end(last);
}

function cut(bytes: Uint8Array, at: readonly number[]): readonly Uint8Array[] {
  const places = [...new Set(at.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...places, bytes.length].map((end, index) => bytes.subarray(places[index - 1] ?? 0, end));
}

export function tlsFlightProperties(numRuns: number, seed = TLS_SEED): void {
  const holds = <T>(property: fc.IProperty<T>): void => fc.assert(property, { numRuns, seed });

  describe(`anything a server may say to a ClientHello (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    this.timeout(10_000 + numRuns * 30);
    it('is read as the same answer, whatever the chunks and the end', () => {
      const kinds = new Set<string>();
      holds(
        fc.property(spoken, fc.array(fc.nat(700), { maxLength: 8 }), ending, (said, at, last) => {
          const bytes = Uint8Array.from(said);
          const whole = read([bytes], last);
          kinds.add(whole.kind);
          deepEqual(read(cut(bytes, at), last), whole);
          deepEqual(read(Array.from(bytes, (one) => Uint8Array.of(one)), last), whole);
        }),
      );
      deepEqual([...kinds].sort(), ['alert', 'closed', 'malformed', 'notTls', 'serverHello', 'timeout']);
    });

    it('does not become another answer by what comes behind one', () => {
      holds(
        fc.property(spoken, bytesTo(60), (said, more) => {
          const reader = createTlsReader();
          const answer = reader.push(Uint8Array.from(said));
          if (answer !== undefined) deepEqual(read([Uint8Array.from([...said, ...more])], { kind: 'timeout' }), answer);
        }),
      );
    });

    it('is the hello and the certificates that were put into it', () => {
      holds(
        fc.property(fields, chain, fc.integer({ min: 1, max: 500 }), ({ extensions: list, ...hello }, certificateList, most) => {
          const others = list?.filter(([type]) => type !== 43);
          const sent = [...serverHello(others === undefined ? hello : { ...hello, extensions: others }), ...certificates(certificateList)];
          deepEqual(read([Uint8Array.from(records(content.handshake, sent, most))], { kind: 'timeout' }), {
            kind: 'serverHello',
            version: tlsVersions.find((version) => wireVersion(version) === hello.version),
            cipherSuite: hello.cipherSuite,
            chain: certificateList.map((certificate) => Uint8Array.from(certificate)),
            whole: true,
          });
        }),
      );
    });
  });

  describe(`what we send (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    this.timeout(10_000 + numRuns * 30);
    const question = fc.record(
      { highest: fc.constantFrom('TLSv1.0' as const, 'TLSv1.1' as const, 'TLSv1.2' as const, 'TLSv1.3' as const), serverName: fc.option(fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6(), fc.string({ maxLength: 300 })), { nil: undefined }) },
      { noNullPrototype: true },
    );

    it('is one record with one message whose lengths all agree, whatever the name', () => {
      holds(
        fc.property(question, fc.uint8Array({ minLength: randomLength, maxLength: randomLength }), (asked, random) => {
          const sent = encodeClientHello(asked, random);
          equal(readVector(sent, 3, 2)?.end, sent.length);
          const body = readVector(sent, 6, 3);
          equal(body?.end, sent.length);
          const hello = body.content;
          const sessionId = readVector(hello, 34, 1);
          const suites = readVector(hello, sessionId?.end ?? 0, 2);
          const compression = readVector(hello, suites?.end ?? 0, 1);
          const list = readVector(hello, compression?.end ?? 0, 2);
          deepEqual([suites?.content.length === undefined ? 1 : suites.content.length % 2, compression?.content], [0, Uint8Array.of(0)]);
          equal(list?.end, hello.length);
          const types: number[] = [];
          for (let at = 0; at < list.content.length; ) {
            types.push(((list.content[at] ?? 0) << 8) | (list.content[at + 1] ?? 0));
            const data = readVector(list.content, at + 2, 2);
            ok(data !== undefined);
            at = data.end;
          }
          equal(new Set(types).size, types.length);
        }),
      );
    });

    it('is no answer of a server', () => {
      holds(
        fc.property(question, ending, (asked, last) => {
          deepEqual(read([encodeClientHello(asked, new Uint8Array(randomLength))], last), { kind: 'malformed', fault: 'serverHello' });
        }),
      );
    });

    it('has vectors that are read back', () => {
      holds(
        fc.property(fc.constantFrom(1 as const, 2 as const, 3 as const), bytesTo(255), bytesTo(9), (length, held, more) => {
          const encoded = Uint8Array.from([...encodeVector(length, held), ...more]);
          deepEqual(readVector(encoded, 0, length), { content: Uint8Array.from(held), end: length + held.length });
          equal(readVector(encoded.subarray(0, length + held.length - 1), 0, length), undefined);
        }),
      );
    });
  });
}
