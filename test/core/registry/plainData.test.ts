import { deepEqual, equal } from 'node:assert/strict';
import { readPlainly } from '../../../src/core/registry/plainData';
import { dwordData, stringData, utf16Bytes, valueType } from '../../../src/core/registry/valueData';

describe('data read plainly as another type', () => {
  it('is the same number or the same text', () => {
    deepEqual(readPlainly(stringData('4294967295'), valueType.dword), dwordData(0xffffffff));
    deepEqual(readPlainly(stringData('%x%', valueType.expandSz), valueType.sz), stringData('%x%'));
    deepEqual(readPlainly({ type: valueType.multiSz, bytes: utf16Bytes('a\0\0') }, valueType.sz), stringData('a'));
  });

  it('is left alone where there is no plain reading', () => {
    equal(readPlainly(dwordData(1), valueType.sz), undefined);
    equal(readPlainly(stringData('1'), valueType.binary), undefined);
    equal(readPlainly({ type: valueType.dword, bytes: Uint8Array.of(1, 2) }, valueType.dword), undefined);
    equal(readPlainly({ type: 0xffff0012, bytes: Uint8Array.of(1, 0, 0, 0) }, valueType.dword), undefined);
  });
});
