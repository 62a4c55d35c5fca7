// Routing tokens, and where a Connection Request carries one.

import { deepEqual, equal } from 'node:assert/strict';
import { isRoutingTokenLine, readRoutingToken, routingTokenLine, type RoutingToken } from '../../../src/core/listener/routingToken';
import { encodeTpkt } from '../../../src/core/listener/tpkt';
import { decodeTpdu, encodeConnectionRequest } from '../../../src/core/listener/x224';
import { dissect } from '../../lab/tshark';
import { needs } from '../../needs';

describe('a routing token', () => {
  const rows: readonly (readonly [string, RoutingToken])[] = [
    ['Cookie: msts=3640205228.15629.0000', { kind: 'address', address: '172.31.249.216', port: 3389 }],
    ['Cookie: msts=16777343.15629.0000', { kind: 'address', address: '127.0.0.1', port: 3389 }],
    ['Cookie: msts=4294967295.65535.0000', { kind: 'address', address: '255.255.255.255', port: 65535 }],
    ['tsv://MS Terminal Services Plugin.1.Office Apps', { kind: 'collection', collection: 'Office Apps' }],
  ];
  for (const [line, token] of rows) {
    it(`${line} is read and written`, () => {
      deepEqual(readRoutingToken(line), token);
      equal(routingTokenLine(token), line);
    });
  }

  for (const line of [
    'Cookie: msts=4294967296.15629.0000',
    'Cookie: msts=3640205228.65536.0000',
    'Cookie: msts=3640205228.15629.0001',
    'Cookie: msts=3640205228.15629',
    'Cookie: msts=',
    'tsv://MS Terminal Services Plugin.1.',
    'tsv://VMResource.1.00000000-0000-0000-0000-000000000000',
    '',
  ]) {
    it(`${line === '' ? 'an empty line' : line} is of another form`, () => {
      deepEqual(readRoutingToken(line), { kind: 'other', line });
      equal(routingTokenLine({ kind: 'other', line }), line);
    });
  }

  it('names no address but one of IPv4', () => {
    for (const address of ['::1', '256.0.0.1', '1.2.3', '1.2.3.4.5', 'rds-07', '1..2.3', ' 1.2.3.4']) {
      equal(routingTokenLine({ kind: 'address', address, port: 3389 }), undefined);
    }
  });

  it('is one line of printable ASCII that fits, and never the cookie of a person', () => {
    equal(isRoutingTokenLine('x'.repeat(238)), true);
    for (const line of ['', 'x'.repeat(239), 'a\r\nb', 'ä', 'a\0', 'Cookie: mstshash=admin']) equal(isRoutingTokenLine(line), false, line);
  });
});

describe('a Connection Request with a routing token', () => {
  const routingToken = 'Cookie: msts=3640205228.15629.0000';
  const negotiation = { flags: 0, requestedProtocols: 3 };

  it('carries it instead of a cookie', () => {
    const bytes = encodeConnectionRequest({ cookie: 'probe', routingToken, negotiation });
    equal(Buffer.from(bytes).toString('latin1', 7, 7 + routingToken.length + 2), `${routingToken}\r\n`);
    deepEqual(decodeTpdu(bytes), { kind: 'connectionRequest', request: { cookie: null, routingToken, negotiation } });
  });

  it('leaves out one that cannot be carried', () => {
    deepEqual(encodeConnectionRequest({ cookie: null, routingToken: 'a\r\nb', negotiation }), encodeConnectionRequest({ cookie: null, negotiation }));
  });

  it('is full at 254 bytes', () => {
    const bytes = encodeConnectionRequest({ cookie: null, routingToken: 'x'.repeat(238), negotiation });
    deepEqual([bytes[0], bytes.length], [254, 255]);
  });

  it('reads a cookie with blanks, as clients send it', () => {
    const bytes = Uint8Array.from([22 + 6, 0xe0, 0, 0, 0, 0, 0, ...Buffer.from('Cookie: mstshash=PC  \r\n').subarray(0, 22)]);
    equal(decodeTpdu(bytes).kind, 'fault', 'without the end of its line');
    const whole = Uint8Array.from([23 + 6, 0xe0, 0, 0, 0, 0, 0, ...Buffer.from('Cookie: mstshash=PC  \r\n')]);
    deepEqual(decodeTpdu(whole), { kind: 'connectionRequest', request: { cookie: 'PC  ', negotiation: null } });
  });

  it('is read by Wireshark as it was meant', function () {
    needs(this, 'tshark');
    this.timeout(60_000);
    const expected = { 'rdp.rt_cookie': [routingToken], 'rdp.negReq.requestedProtocols': ['0x00000003'] };
    const bytes = encodeTpkt(encodeConnectionRequest({ cookie: null, routingToken, negotiation }));
    const { fields, complaints } = dissect('tcp', [{ from: 'client', bytes }], Object.keys(expected));
    deepEqual(complaints, []);
    deepEqual(fields, expected);
  });
});
