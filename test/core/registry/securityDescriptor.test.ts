// Descriptors of a listener, put together here byte by byte, and what must never become of damaged ones.

import { deepEqual, equal } from 'node:assert/strict';
import { readPermissions, rightsOf } from '../../../src/core/registry/securityDescriptor';

const word = (value: number): readonly number[] => [value & 0xff, (value >>> 8) & 0xff];
const dword = (value: number): readonly number[] => [...word(value), ...word(value >>> 16)];

const everyone = [1, 1, 0, 0, 0, 0, 0, 1, ...dword(0)];
const remoteDesktopUsers = [1, 2, 0, 0, 0, 0, 0, 5, ...dword(32), ...dword(555)];

const entry = (type: number, mask: number, sid: readonly number[], flags = 0): readonly number[] => [type, flags, ...word(8 + sid.length), ...dword(mask), ...sid];

function list(...entries: readonly (readonly number[])[]): readonly number[] {
  const body = entries.flat();
  return [2, 0, ...word(8 + body.length), ...word(entries.length), 0, 0, ...body];
}

/** Self-relative, with this list behind the header and without owner and group. */
function descriptor(permissions: readonly number[], control = 0x8004, offset = 20): Uint8Array {
  return Uint8Array.from([1, 0, ...word(control), ...dword(0), ...dword(0), ...dword(0), ...dword(offset), ...permissions]);
}

describe('security descriptors', () => {
  it('name who is allowed and denied what, in their order', () => {
    const bytes = descriptor(list(entry(1, 0x20, everyone), entry(0, 0x121, remoteDesktopUsers)));
    deepEqual(readPermissions(bytes), {
      entries: [
        { allows: false, mask: 0x20, sid: 'S-1-1-0' },
        { allows: true, mask: 0x121, sid: 'S-1-5-32-555' },
      ],
    });
  });

  it('without a list give everyone everything, and with an empty one nobody anything', () => {
    deepEqual(readPermissions(descriptor([], 0x8000)), { entries: undefined });
    deepEqual(readPermissions(descriptor([], 0x8004, 0)), { entries: undefined });
    deepEqual(readPermissions(descriptor(list())), { entries: [] });
  });

  it('are read from the middle of a buffer as well', () => {
    const bytes = descriptor(list(entry(0, 1, everyone)));
    const padded = Uint8Array.from([9, 9, 9, ...bytes, 9]);
    deepEqual(readPermissions(padded.subarray(3, 3 + bytes.length)), readPermissions(bytes));
  });

  it('leave out entries of other kinds and those that are only for keys below', () => {
    const bytes = descriptor(list(entry(2, 1, everyone), entry(0, 1, everyone, 0x08), entry(0, 2, everyone)));
    deepEqual(readPermissions(bytes), { entries: [{ allows: true, mask: 2, sid: 'S-1-1-0' }] });
  });

  it('are refused at every length that is too short', () => {
    const whole = descriptor(list(entry(0, 0x121, everyone), entry(0, 0x121, remoteDesktopUsers)));
    for (let length = 0; length < whole.length; length++) equal(readPermissions(whole.subarray(0, length)), undefined, String(length));
  });

  it('are refused with another revision, not self-relative, or with an entry or a SID that leaves its list', () => {
    equal(readPermissions(descriptor(list()).with(0, 2)), undefined);
    equal(readPermissions(descriptor(list(), 0x0004)), undefined);
    equal(readPermissions(descriptor(list(), 0x8004, 0xffff_fff0)), undefined);
    const one = descriptor(list(entry(0, 1, everyone)));
    equal(readPermissions(one.with(30, 7)), undefined, 'an entry shorter than its own header');
    equal(readPermissions(one.with(37, 2)), undefined, 'a SID of more parts than there is room for');
  });

  it('deny what stands below the denial, and only for the same identity', () => {
    const denied = { allows: false, mask: 0x20, sid: 'S-1-1-0' };
    const allowed = { allows: true, mask: 0x8000_0121, sid: 'S-1-1-0' };
    equal(rightsOf([denied, allowed], 'S-1-1-0'), 0x8000_0101);
    equal(rightsOf([allowed, denied], 'S-1-1-0'), 0x8000_0121);
    equal(rightsOf([{ ...denied, sid: 'S-1-5-7' }, allowed], 'S-1-1-0'), 0x8000_0121);
    equal(rightsOf([allowed], 'S-1-5-7'), 0);
  });
});
