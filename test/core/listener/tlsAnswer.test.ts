// What a server's first flight of TLS is read as: whole, in parts, with something odd in it, and when it stops.

import { deepEqual, equal } from 'node:assert/strict';
import type { Ending } from '../../../src/core/listener/answer';
import { createTlsReader } from '../../../src/core/listener/tls/serverFlight';
import type { TlsAnswer } from '../../../src/core/listener/tls/tlsAnswer';
import { alert, certificates, content, helloDone, message, record, records, serverHello, serverHello13 } from './tlsServerBytes';

const closed: Ending = { kind: 'closed', reset: false };
const silent: Ending = { kind: 'timeout' };

function readIn(size: number, bytes: readonly number[], ending: Ending): TlsAnswer {
  const reader = createTlsReader();
  for (let at = 0; at < bytes.length; at += size) {
    const answer = reader.push(Uint8Array.from(bytes.slice(at, at + size)));
    if (answer !== undefined) return answer;
  }
  return reader.end(ending);
}

/** In one piece and byte by byte: what is read must be the same. */
function read(bytes: readonly number[], ending: Ending = closed): TlsAnswer {
  const answer = readIn(bytes.length + 1, bytes, ending);
  deepEqual(readIn(1, bytes, ending), answer);
  return answer;
}

const hello12 = serverHello({ version: 0x0303, cipherSuite: 0xc030, extensions: [[0xff01, [0]]] });
const own = [0x30, 1, 1];
const above = [0x30, 2, 2, 2];
const handshake = (...messages: readonly (readonly number[])[]): readonly number[] => record(content.handshake, messages.flat());
const said = (version: string, cipherSuite: number, chain: readonly (readonly number[])[], whole = true): unknown => ({
  kind: 'serverHello',
  version,
  cipherSuite,
  chain: chain.map((certificate) => Uint8Array.from(certificate)),
  whole,
});
const malformed = (fault: string): unknown => ({ kind: 'malformed', fault });

describe('the first flight of a server', () => {
  it('is whole in one record, in a record per message, and in records of a few bytes', () => {
    const messages = [hello12, certificates([own, above]), message(12, [1, 2, 3]), helloDone];
    const expected = said('TLSv1.2', 0xc030, [own, above]);
    deepEqual(read(handshake(...messages)), expected);
    deepEqual(read(messages.flatMap((one) => handshake(one))), expected);
    for (const most of [1, 2, 3, 4, 5, 7]) deepEqual(read(records(content.handshake, messages.flat(), most)), expected);
  });

  it('is done at the certificates, whatever comes behind them', () => {
    const reader = createTlsReader();
    const answer = reader.push(Uint8Array.from([...handshake(hello12, certificates([own])), 0xff, 0xff, 0xff]));
    deepEqual(answer, said('TLSv1.2', 0xc030, [own]));
    deepEqual(reader.push(Uint8Array.of(1, 2, 3)), answer);
    deepEqual(reader.end(silent), answer);
  });

  for (const [version, name] of [
    [0x0300, 'SSLv3'],
    [0x0301, 'TLSv1.0'],
    [0x0302, 'TLSv1.1'],
    [0x0303, 'TLSv1.2'],
  ] as const) {
    it(`is one of ${name}, without extensions`, () => {
      deepEqual(read(handshake(serverHello({ version, cipherSuite: 0x0005 }), certificates([own]))), said(name, 5, [own]));
    });
  }

  it('is over at a ServerHello of TLS 1.3, also where it asks for another group', () => {
    deepEqual(read(handshake(serverHello13())), said('TLSv1.3', 0x1301, []));
    // SHA-256 of "HelloRetryRequest": RFC 8446 section 4.1.3.
    const retry = [...Buffer.from('cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c', 'hex')];
    deepEqual(read(handshake(serverHello13(retry))), said('TLSv1.3', 0x1301, []));
  });

  it('has no certificate where the server is an anonymous one', () => {
    deepEqual(read(handshake(hello12, message(12, [1, 2, 3]), helloDone)), said('TLSv1.2', 0xc030, []));
    deepEqual(read(handshake(hello12, helloDone)), said('TLSv1.2', 0xc030, []));
    deepEqual(read(handshake(hello12, certificates([]), helloDone)), said('TLSv1.2', 0xc030, []));
  });

  it('may begin with a HelloRequest, and have supplemental data before its certificates', () => {
    const messages = [message(0, []), hello12, message(23, [1, 2, 3]), certificates([own])];
    deepEqual(read(handshake(...messages)), said('TLSv1.2', 0xc030, [own]));
  });

  it('is cut short behind the ServerHello', () => {
    const cut = said('TLSv1.2', 0xc030, [], false);
    const bytes = handshake(hello12, certificates([own, above]));
    for (const ending of [closed, silent, { kind: 'closed', reset: true } as const]) {
      deepEqual(read(bytes.slice(0, -1), ending), cut);
      deepEqual(read(bytes.slice(0, 5 + hello12.length), ending), cut);
    }
    deepEqual(read([...handshake(hello12), ...alert(2, 80)]), cut);
  });
});

describe('an answer without a ServerHello', () => {
  it('is an alert, in one record or in two, whatever its level', () => {
    deepEqual(read(alert(2, 40)), { kind: 'alert', description: 40 });
    deepEqual(read([...record(content.alert, [2]), ...record(content.alert, [70])]), { kind: 'alert', description: 70 });
    deepEqual(read(alert(1, 0), silent), { kind: 'alert', description: 0 });
    deepEqual(read(alert(1, 40), silent), { kind: 'alert', description: 40 });
  });

  it('may only warn of the name, and goes on', () => {
    deepEqual(read([...alert(1, 112), ...handshake(hello12, certificates([own]))]), said('TLSv1.2', 0xc030, [own]));
    deepEqual(read([...record(content.alert, [1, 112, 2, 40])]), { kind: 'alert', description: 40 });
    deepEqual(read(alert(1, 112)), { kind: 'alert', description: 112 });
  });

  it('is no TLS: shown by its first bytes', () => {
    const text = (line: string): readonly number[] => [...Buffer.from(line, 'latin1')];
    deepEqual(read(text('HTTP/1.1 400 Bad Request\r\n')), { kind: 'notTls', excerpt: Buffer.from('HTTP/1.1 400 Bad').toString('hex') });
    deepEqual(read([3, 0, 0, 9, 2, 0xf0, 0x80, 0x21, 0x80]), { kind: 'notTls', excerpt: '0300000902f0802180' });
    deepEqual(read([0x16, 2], silent), { kind: 'notTls', excerpt: '1602' });
  });

  it('is nothing, or stops before it says anything', () => {
    deepEqual(read([]), { kind: 'closed', reset: false });
    deepEqual(read([], { kind: 'closed', reset: true }), { kind: 'closed', reset: true });
    deepEqual(read([], silent), { kind: 'timeout', received: 0 });
    deepEqual(read([0x16], silent), { kind: 'timeout', received: 1 });
    deepEqual(read(handshake(hello12).slice(0, 20), silent), { kind: 'timeout', received: 20 });
    deepEqual(read(handshake(hello12).slice(0, 20)), malformed('cut'));
    deepEqual(read([0x15, 3]), malformed('cut'));
  });
});

describe('an answer that breaks the rules', () => {
  const rows: readonly (readonly [string, readonly number[], string])[] = [
    ['a record without content', record(content.handshake, []), 'recordLength'],
    ['a record longer than any may be', [22, 3, 3, 0x48, 1], 'recordLength'],
    ['a record that is longer than it said', [...handshake(hello12), 0x99], 'recordLength'],
    ['a record of a version that does not exist', [22, 3, 9, 0, 4], 'version'],
    ['a ServerHello of a version that does not exist', handshake(serverHello({ version: 0x0305, cipherSuite: 5 })), 'version'],
    ['a ServerHello of a draft', handshake(serverHello({ version: 0x0303, cipherSuite: 5, extensions: [[43, [0x7f, 0x1c]]] })), 'version'],
    ['a ServerHello that is too short', handshake(message(2, [3, 3, 0, 0])), 'handshakeLength'],
    ['a ServerHelloDone with a body', handshake(hello12, message(14, [0])), 'handshakeLength'],
    ['a HelloRequest with a body', handshake(message(0, [0])), 'handshakeLength'],
    ['a session id longer than any may be', handshake(serverHello({ version: 0x0303, cipherSuite: 5, sessionId: Array<number>(33).fill(1) })), 'serverHello'],
    ['bytes behind the extensions', handshake(message(2, [...hello12.slice(4), 0])), 'serverHello'],
    ['an extension longer than their list', handshake(message(2, [...hello12.slice(4, -2), 9, 0])), 'serverHello'],
    ['a version that is half there', handshake(serverHello({ version: 0x0303, cipherSuite: 5, extensions: [[43, [3]]] })), 'serverHello'],
    ['certificates before the ServerHello', handshake(certificates([own])), 'serverHello'],
    ['a ServerHelloDone before the ServerHello', handshake(helloDone), 'serverHello'],
    ['encrypted data at once', record(content.applicationData, [1, 2, 3]), 'serverHello'],
    ['a second ServerHello', handshake(hello12, hello12), 'certificate'],
    ['an end of the handshake without certificates', [...handshake(hello12), ...record(content.changeCipherSpec, [1])], 'certificate'],
    ['a certificate longer than the list', handshake(hello12, message(11, [0, 0, 5, 0, 0, 9, 1, 1])), 'certificate'],
    ['a list shorter than the message', handshake(hello12, message(11, [0, 0, 4, 0, 0, 1, 1, 1])), 'certificate'],
    ['an empty certificate', handshake(hello12, certificates([own, []])), 'certificate'],
    ['a message of a size that nobody reads', handshake(hello12, [11, 0x10, 0, 0]), 'tooLarge'],
  ];
  for (const [name, bytes, fault] of rows) {
    it(`with ${name}`, () => deepEqual(read(bytes), malformed(fault)));
  }

  it('by never coming to an end, after 64 KB', () => {
    const endless = records(content.handshake, Array<readonly number[]>(16_384).fill(message(0, [])).flat(), 16_384);
    deepEqual(read(endless), malformed('tooLarge'));
    const reader = createTlsReader();
    let pushed = 0;
    while (reader.push(Uint8Array.from(endless.slice(pushed, pushed + 1000))) === undefined) pushed += 1000;
    equal(pushed + 1000, 66_000);
  });
});
