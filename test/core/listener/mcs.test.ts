// MCS Connect Initial and what a server answers to it.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { createMcsReader } from '../../../src/core/listener/mcsReader';
import type { McsAnswer } from '../../../src/core/listener/mcsAnswer';
import { encodeConnectInitial } from '../../../src/core/listener/mcsConnectInitial';
import { encodeTpkt } from '../../../src/core/listener/tpkt';
import { dissect } from '../../lab/tshark';
import { needs } from '../../needs';
import { block, conference, connectResponse, connectResponseFrame, dataFrame, serverBlocks } from './serverFrames';

const everyMethod = 0x1b;

function read(bytes: Uint8Array): McsAnswer | undefined {
  return createMcsReader().push(bytes);
}

const malformed = (fault: Extract<McsAnswer, { readonly kind: 'malformed' }>['fault']): McsAnswer => ({ kind: 'malformed', fault });

describe('an answer in MCS', () => {
  const security = { method: 2, level: 3 };
  const usual = { result: 0, version: 0x00080004, security };
  const usualBlocks = serverBlocks(usual);

  it('tells the encryption the server would use', () => {
    const expected = { kind: 'connectResponse', result: 0, serverVersion: 0x00080004, security } as const;
    deepEqual(read(connectResponse(usual)), expected);
    deepEqual(read(connectResponse({ ...usual, channels: [1004, 1005, 1006], secrets: new Uint8Array(5000).fill(7) })), expected);
  });

  it('tells it in spite of the length that Windows writes around it', () => {
    equal(read(connectResponse({ ...usual, secrets: new Uint8Array(1400), connectPduLength: 0x2a }))?.kind, 'connectResponse');
  });

  it('has no encryption where its block is not there', () => {
    deepEqual(read(connectResponse({ ...usual, security: null, version: null })), {
      kind: 'connectResponse',
      result: 0,
      serverVersion: null,
      security: null,
    });
  });

  it('is a refusal by its result, with or without a conference', () => {
    const refused = { kind: 'connectResponse', result: 14, serverVersion: null, security: null } as const;
    deepEqual(read(connectResponseFrame(14, [])), refused);
    deepEqual(read(connectResponse({ result: 14, version: null, security: null })), refused);
  });

  it('steps over blocks it does not know, and takes the first of two', () => {
    const blocks = [...block(0x0c08, [1, 2, 3, 4]), ...usualBlocks, ...block(0x0c02, [0, 0, 0, 0, 0, 0, 0, 0])];
    deepEqual(read(connectResponseFrame(0, conference(blocks))), { kind: 'connectResponse', result: 0, serverVersion: 0x00080004, security });
  });

  it('may be an orderly end instead', () => {
    deepEqual(read(dataFrame([0x21, 0x80])), { kind: 'disconnect', reason: 3 });
    deepEqual(read(encodeTpkt(Uint8Array.from([6, 0x80, 0, 0, 0, 0, 2]))), { kind: 'disconnect', reason: 2 });
  });

  const faults: readonly (readonly [string, Uint8Array, McsAnswer])[] = [
    ['a frame that is none', Uint8Array.from(Buffer.from('HTTP/1.1 400 Bad Request\r\n')), malformed('frame')],
    ['a frame too short to be one', Uint8Array.from([3, 0, 0, 4]), malformed('frame')],
    ['a TPDU whose length lies', encodeTpkt(Uint8Array.from([9, 0xf0, 0x80, 1, 2])), malformed('frame')],
    ['a Connection Confirm again', encodeTpkt(Uint8Array.from([6, 0xd0, 0, 0, 0x12, 0x34, 0])), malformed('unexpectedTpdu')],
    ['an MCS packet of later', dataFrame([0x2e, 0, 0, 6]), malformed('unexpectedTpdu')],
    ['no payload', dataFrame([]), malformed('unexpectedTpdu')],
    ['an element longer than its frame', dataFrame([0x7f, 0x66, 0x82, 0x13, 0x54, 0x0a, 0x01, 0x00]), malformed('ber')],
    ['a length without an end', dataFrame([0x7f, 0x66, 0x80, 0x0a, 0x01, 0x00, 0, 0]), malformed('ber')],
    ['a length of five bytes', dataFrame([0x7f, 0x66, 0x85, 0, 0, 0, 0, 3, 0x0a, 0x01, 0x00]), malformed('ber')],
    ['a response without its parts', dataFrame([0x7f, 0x66, 0x03, 0x0a, 0x01, 0x00]), malformed('ber')],
    ['a conference by another key', connectResponseFrame(0, [0, 5, 0, 0x14, 0x7c, 0, 2, 0x2a, 0x14]), malformed('gcc')],
    ['no conference', connectResponseFrame(0, []), malformed('gcc')],
    ['server data beyond the conference', connectResponseFrame(0, conference(usualBlocks).slice(0, -1)), malformed('gcc')],
    ['a block beyond the data', connectResponseFrame(0, conference([0x02, 0x0c, 0xff, 0, 1, 0, 0, 0])), malformed('block')],
    ['a block of no length', connectResponseFrame(0, conference([0x02, 0x0c, 0, 0])), malformed('block')],
    ['half a block header', connectResponseFrame(0, conference([0x02, 0x0c])), malformed('block')],
    ['security data without its level', connectResponseFrame(0, conference(block(0x0c02, [1, 0, 0, 0]))), malformed('block')],
    ['core data without a version', connectResponseFrame(0, conference(block(0x0c01, [1, 0]))), malformed('block')],
  ];
  for (const [name, bytes, answer] of faults) it(`is malformed: ${name}`, () => deepEqual(read(bytes), answer));

  it('may stop at any byte', () => {
    const whole = connectResponse(usual);
    for (let length = 0; length < whole.length; length++) {
      const reader = createMcsReader();
      equal(reader.push(whole.subarray(0, length)), undefined);
      deepEqual(reader.end({ kind: 'timeout' }), { kind: 'timeout', received: length });
      deepEqual(reader.end({ kind: 'closed', reset: true }), length === 0 ? { kind: 'closed', reset: true } : malformed('cut'));
    }
  });
});

describe('MCS Connect Initial', () => {
  it('carries the methods and the selected protocol, and no name but our own', () => {
    const bytes = encodeConnectInitial({ encryptionMethods: everyMethod, requestedProtocols: 0 });
    const without = encodeConnectInitial({ encryptionMethods: everyMethod, requestedProtocols: null });
    equal(bytes.length - without.length, 6);
    const text = Buffer.from(bytes).toString('utf16le', bytes.indexOf(0x52)).replaceAll('\0', '');
    ok(text.startsWith('RDP Diagnostics'), text);
  });

  for (const requestedProtocols of [0, null]) {
    it(`is read by Wireshark as it was meant, ${requestedProtocols === null ? 'without' : 'with'} a selected protocol`, function () {
      needs(this, 'tshark');
      this.timeout(60_000);
      const question = encodeConnectInitial({ encryptionMethods: everyMethod, requestedProtocols });
      const answer = connectResponse({ result: 0, version: 0x00080004, security: { method: 2, level: 3 }, secrets: new Uint8Array(8) });
      const said = [
        { from: 'client', bytes: Uint8Array.from(Buffer.from('0300000b06e00000000000', 'hex')) },
        { from: 'server', bytes: Uint8Array.from(Buffer.from('0300000b06d00000123400', 'hex')) },
        { from: 'client', bytes: question },
        { from: 'server', bytes: answer },
      ] as const;
      const fields = ['rdp.client.name', 'rdp.encryptionMethods', 'rdp.serverSelectedProtocol', 'rdp.encryptionMethod', 'rdp.encryptionLevel'];
      const { fields: seen, complaints } = dissect('tcp', said, fields);
      deepEqual(complaints, []);
      deepEqual(seen, {
        'rdp.client.name': ['RDP Diagnostics'],
        'rdp.encryptionMethods': ['1b000000'],
        'rdp.serverSelectedProtocol': requestedProtocols === null ? [] : [String(requestedProtocols)],
        'rdp.encryptionMethod': ['0x00000002'],
        'rdp.encryptionLevel': ['0x00000003'],
      });
      // The same reader does complain where there is reason to: here over a callingDomainSelector of another type.
      const lying = question.with(12, 0x14);
      ok(dissect('tcp', [...said.slice(0, 2), { from: 'client', bytes: lying }], fields).complaints.length > 0);
    });
  }
});
