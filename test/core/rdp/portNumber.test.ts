import { equal } from 'node:assert/strict';
import { dwordSpelling, intendedPort, isPort, portReadAsDecimal } from '../../../src/core/rdp/portNumber';

describe('a port number', () => {
  it('that was meant in decimal is recognised near the default only', () => {
    equal(intendedPort(0x3389), 3389);
    equal(intendedPort(0x3380), 3380);
    equal(intendedPort(0x3399), 3399);
    for (const value of [3389, 0x3379, 0x3400, 0x338a, 0x443, 0x13389, 0]) equal(intendedPort(value), undefined, String(value));
  });

  it('reads as decimal where its hexadecimal digits are decimal ones and give a port', () => {
    equal(portReadAsDecimal(0x13389), 13389);
    equal(portReadAsDecimal(0x65535), 65535);
    for (const value of [0, 0x65536, 0x99999999, 0xd3d]) equal(portReadAsDecimal(value), undefined, String(value));
  });

  it('lies between 1 and 65535, and is spelled with eight digits', () => {
    equal([0, 1, 65535, 65536].map(isPort).join(), 'false,true,true,false');
    equal(dwordSpelling(3389), 'dword:00000d3d');
  });
});
