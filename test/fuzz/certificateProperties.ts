// What holds for whatever a listener calls its certificate: certificates put together here are read for what they say, anything else for
// nothing, and no text that came from the other side can move a cursor or begin a line.
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { CertificateFacts } from '../../src/core/listener/certificate';
import { hostNames, judgeName, judgeValidity, weaknesses } from '../../src/core/listener/certificateJudgement';
import { readCertificateFacts } from '../../src/node/certificateFacts';

export const CERTIFICATE_SEED = 509;

/** One value of DER (X.690, section 8.1). */
function value(tag: number, ...contents: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const inside = Uint8Array.from(contents.flatMap((part) => [...part]));
  const { length } = inside;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : length < 65_536 ? [0x82, length >> 8, length & 0xff] : [0x83, length >> 16, (length >> 8) & 0xff, length & 0xff];
  return Uint8Array.from([tag, ...size, ...inside]);
}

const SEQUENCE = 0x30;
const SET = 0x31;
const OID = 0x06;
const latin = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const commonName = [0x55, 4, 3];
const sha256WithRsa = value(SEQUENCE, value(OID, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11]), value(5));
const rsa = value(SEQUENCE, value(OID, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1]), value(5));

interface Written {
  readonly subject: string;
  readonly issuer: string;
  readonly names: readonly string[];
  readonly from: number;
  readonly until: number;
  readonly modulusBits: number;
  readonly version1: boolean;
}

const nameOf = (text: string): Uint8Array => value(SEQUENCE, value(SET, value(SEQUENCE, value(OID, commonName), value(0x0c, utf8(text)))));

const seconds = (at: number): string => `${new Date(at * 1000).toISOString().slice(0, 19)}Z`;

/** UTCTime up to 2049, as RFC 5280 has it. */
function timeOf(at: number): Uint8Array {
  const digits = seconds(at).replace(/[-:T]/g, '');
  return Number(digits.slice(0, 4)) < 2050 ? value(0x17, latin(digits.slice(2))) : value(0x18, latin(digits));
}

function certificate({ subject, issuer, names, from, until, modulusBits, version1 }: Written): Uint8Array {
  const modulus = [0, 1 << ((modulusBits - 1) % 8), ...Array.from({ length: Math.ceil(modulusBits / 8) - 1 }, () => 0xa5)];
  const key = value(SEQUENCE, rsa, value(3, [0], value(SEQUENCE, value(2, modulus), value(2, [1, 0, 1]))));
  const alternative = value(SEQUENCE, ...names.map((name) => value(0x82, latin(name))));
  const extension = value(SEQUENCE, value(OID, [0x55, 0x1d, 0x11]), value(4, alternative));
  const body = [
    ...(version1 ? [] : [value(0xa0, value(2, [2]))]),
    value(2, [7]),
    sha256WithRsa,
    nameOf(issuer),
    value(SEQUENCE, timeOf(from), timeOf(until)),
    nameOf(subject),
    key,
    ...(names.length === 0 ? [] : [value(0xa3, value(SEQUENCE, extension))]),
  ];
  return value(SEQUENCE, value(SEQUENCE, ...body), sha256WithRsa, value(3, [0, 1, 2, 3]));
}

/** 1950 to 9999. */
const time = fc.integer({ min: -631_152_000, max: 253_402_300_799 });
const label = fc.stringMatching(/^[a-z][a-z\d-]{0,20}$/);
const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));

const written: fc.Arbitrary<Written> = fc.record({
  subject: fc.oneof(host, fc.string({ unit: 'binary', maxLength: 40 })),
  issuer: fc.oneof(host, fc.string({ unit: 'binary', maxLength: 40 })),
  names: fc.array(host, { maxLength: 20 }),
  from: time,
  until: time,
  modulusBits: fc.integer({ min: 9, max: 4096 }),
  version1: fc.boolean(),
});

const byte = fc.integer({ min: 0, max: 0xff });
const nested = (depth: number, tag: number): Uint8Array => Array.from({ length: depth }).reduce<Uint8Array>((inside) => value(tag, inside), value(5));

/** Certificates with bytes changed, cut out or doubled, what merely begins like one, and noise. */
const spoiled = fc.oneof(
  fc.tuple(written.map(certificate), fc.array(fc.tuple(fc.nat(), byte), { minLength: 1, maxLength: 4 })).map(([der, changes]) => {
    const copy = Uint8Array.from(der);
    for (const [at, to] of changes) copy[at % copy.length] = to;
    return copy;
  }),
  fc.tuple(written.map(certificate), fc.nat()).map(([der, length]) => der.subarray(0, length % der.length)),
  fc.tuple(written.map(certificate), fc.nat(), fc.nat(40)).map(([der, at, length]) => Uint8Array.from([...der.subarray(0, at % der.length), ...der.subarray((at % der.length) + length)])),
  fc.tuple(fc.nat(300), fc.constantFrom(SEQUENCE, SET, 0xa0, 0x24, 0x23)).map(([depth, tag]) => nested(depth, tag)),
  fc.uint8Array({ maxLength: 400 }),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => value(SEQUENCE, value(SEQUENCE, bytes))),
);

/** Nothing of it can end a line, move a cursor or turn the direction of reading. */
function showable({ subject, issuer, commonName: name, subjectAltNames, signatureAlgorithm, keyType }: CertificateFacts): void {
  for (const text of [subject, issuer, name ?? '', ...subjectAltNames, signatureAlgorithm, keyType]) {
    ok(!/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text), JSON.stringify(text));
    ok(text.length <= 1100, `${text.length} letters`);
  }
}

function sane(facts: CertificateFacts): void {
  showable(facts);
  for (const at of [facts.notBefore, facts.notAfter]) equal(seconds(Date.parse(at) / 1000), at);
  ok(facts.keyBits === null || (Number.isSafeInteger(facts.keyBits) && facts.keyBits >= 0));
  ok(judgeValidity(facts, Date.parse(facts.notAfter) + 1000) === 'expired');
  weaknesses(facts);
  for (const name of hostNames(facts)) if (/^[a-z\d.-]+$/.test(name) && !name.endsWith('.') && !/^[\d.]+$/.test(name)) equal(judgeName(facts, name), 'match');
}

export function certificateProperties(numRuns: number, seed = CERTIFICATE_SEED): void {
  describe(`certificates of any kind (seed ${seed}, ${numRuns} runs)`, function () {
    this.timeout(10_000 + numRuns * 30);
    it('are read for what they say', () => {
      fc.assert(
        fc.property(written, (wanted) => {
          const facts = readCertificateFacts(certificate(wanted));
          ok(facts !== null);
          sane(facts);
          deepEqual(facts.subjectAltNames, wanted.names.map((name) => `DNS:${name}`));
          deepEqual([facts.notBefore, facts.notAfter], [seconds(wanted.from), seconds(wanted.until)]);
          equal(facts.keyBits, wanted.modulusBits);
          equal(facts.selfSigned, wanted.subject === wanted.issuer);
          if (/^[a-z\d.-]*$/.test(wanted.subject)) equal(facts.subject, `CN=${wanted.subject}`);
        }),
        { seed, numRuns },
      );
    });

    it('are nothing, or facts that can be shown, whatever is wrong with them', () => {
      const outcomes = new Set<boolean>();
      fc.assert(
        fc.property(spoiled, (bytes) => {
          const facts = readCertificateFacts(bytes);
          outcomes.add(facts === null);
          if (facts !== null) sane(facts);
        }),
        { seed, numRuns },
      );
      equal(outcomes.size, 2, 'the samples are all of one kind');
    });
  });
}
