// The first datagram of RDP over UDP, and what may come back.

import { deepEqual, equal, throws } from 'node:assert/strict';
import { encodeUdpSyn, readUdpSynAck } from '../../../src/core/listener/udpSyn';
import { dissect } from '../../lab/tshark';
import { needs } from '../../needs';

const random = Uint8Array.from([0x0b, 0x12, 0x7f, 0x15]);

/** A SYN+ACK of these flags: acknowledges the SYN above, and says what follows behind its two MTUs. */
const answer = (flags: string, more: string): Uint8Array => Uint8Array.from(Buffer.from(`0b127f150040${flags}0f94ea0b04d004d0${more}`, 'hex'));
const padded = (bytes: Uint8Array): Uint8Array => Uint8Array.from([...bytes, ...new Uint8Array(1232 - bytes.length)]);

describe('RDP over UDP', () => {
  it('is asked for with a datagram of full size', () => {
    const bytes = encodeUdpSyn(random);
    equal(bytes.length, 1232);
    equal(Buffer.from(bytes.subarray(0, 20)).toString('hex'), 'ffffffff004010010b127f1504d004d000010002');
    equal(bytes.subarray(20).some((byte) => byte !== 0), false);
    throws(() => encodeUdpSyn(random.subarray(1)), RangeError);
  });

  const rows: readonly (readonly [string, Uint8Array, number | null])[] = [
    ['version 1', answer('1005', '00010001'), 1],
    ['version 2', answer('1005', '00010002'), 2],
    ['version 3', answer('1005', '00010101'), 0x0101],
    ['a version behind a correlation', answer('1805', `${'ab'.repeat(16)}${'00'.repeat(16)}00010002`), 2],
    ['a version that is not valid', answer('1005', '00000002'), null],
    ['no version', answer('0005', ''), null],
    ['version 2 over a lossy channel', answer('1205', '00010002'), 2],
  ];
  for (const [name, bytes, version] of rows) {
    it(`answers with ${name}`, () => {
      deepEqual(readUdpSynAck(bytes), { kind: 'answers', version });
      deepEqual(readUdpSynAck(padded(bytes)), { kind: 'answers', version });
    });
  }

  const others: readonly (readonly [string, Uint8Array])[] = [
    ['nothing', new Uint8Array(0)],
    ['our own SYN', encodeUdpSyn(random)],
    ['an ACK alone', answer('0004', '')],
    ['half a SYN+ACK', answer('1005', '').subarray(0, 15)],
    ['a version cut short', answer('1005', '0001')],
    ['a correlation cut short', answer('1805', '00'.repeat(31))],
    ['text', Uint8Array.from(Buffer.from('ERR unknown command\r\n'))],
  ];
  for (const [name, bytes] of others) {
    it(`is not ${name}`, () => {
      deepEqual(readUdpSynAck(bytes), { kind: 'malformed', excerpt: Buffer.from(bytes.subarray(0, 32)).toString('hex') });
    });
  }

  it('is read by Wireshark as it was meant', function () {
    needs(this, 'tshark');
    this.timeout(60_000);
    const expected = {
      'rdpudp.snsourceack': ['0xffffffff', '0x0b127f15'],
      'rdpudp.initialsequencenumber': ['0x0b127f15', '0x0f94ea0b'],
      'rdpudp.upstreammtu': ['1232', '1232'],
      'rdpudp.synex.version': ['0x0002', '0x0002'],
    };
    const said = [
      { from: 'client', bytes: encodeUdpSyn(random) },
      { from: 'server', bytes: padded(answer('1005', '00010002')) },
    ] as const;
    const { fields, complaints } = dissect('udp', said, Object.keys(expected));
    deepEqual(complaints, []);
    deepEqual(fields, expected);
  });
});
