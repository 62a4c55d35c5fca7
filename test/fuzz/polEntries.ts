// Random entries of group policy: names with the signs that structure the file, data of every type, and the actions that have names of
// their own.
import fc from 'fast-check';
import type { Entry, RegistryAction, RegistryEntry } from '../../src/core/formats/entry';
import { stringData, utf16Bytes, valueType } from '../../src/core/registry/valueData';

const sign = fc.constantFrom(...Array.from('abcXYZ019 ;[]=*.-_#"\\%(){}äΩ😀'));
const text = fc.string({ unit: sign, maxLength: 12 });
const name = fc.oneof(fc.constantFrom('fDenyTSConnections', 'UserAuthentication', '(Default)', '*', 'a;b]['), text.filter((value) => value !== '' && !value.startsWith('**')));
const key = fc.oneof(
  fc.constantFrom('SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services', 'Software\\Policies\\A;[B]'),
  fc.array(text.filter((value) => value !== ''), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('\\')),
);
const bytes = (size: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: size, maxLength: size });
const list = fc.array(text.filter((value) => value !== ''), { maxLength: 3 }).map((items) => utf16Bytes(`${items.map((item) => `${item}\0`).join('')}\0`));

type Data = Pick<RegistryEntry, 'type' | 'data'>;
const ofType = (type: number, data: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Data> => data.map((value) => ({ type, data: value }));
const data = fc.oneof(
  ofType(valueType.dword, bytes(4)),
  ofType(valueType.dwordBigEndian, bytes(4)),
  // Numbers that survive JSON.
  ofType(valueType.qword, bytes(6).map((low) => Uint8Array.of(...low, 0, 0))),
  ofType(valueType.sz, text.map((value) => stringData(value).bytes)),
  ofType(valueType.expandSz, text.map((value) => stringData(value).bytes)),
  ofType(valueType.multiSz, list),
  ofType(valueType.binary, fc.oneof(fc.uint8Array({ maxLength: 20 }), fc.constantFrom(...['][', ']', '[a', ';;];'].map(utf16Bytes)))),
);

const nothing: Data = { type: undefined, data: new Uint8Array() };
const evidence = { document: 'a.pol', range: { start: 0, end: 0 } };
const entry = (action: RegistryAction, parts: fc.Arbitrary<Partial<RegistryEntry>>): fc.Arbitrary<RegistryEntry> =>
  fc.tuple(key, parts).map(([path, own]) => ({ kind: 'registry', hive: 'machine', key: path, name: '', ...nothing, action, evidence, ...own }));
const names = fc.array(text.filter((value) => value !== '' && !value.includes(';')), { minLength: 1, maxLength: 3 });
const listed = names.map((all) => ({ type: valueType.sz, data: utf16Bytes(`${all.join(';')}\0`), names: all }));

/** Entries that registry.pol has a form for, each as reading that form gives it back. */
export const goodEntries: fc.Arbitrary<readonly Entry[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: entry('set', fc.tuple(fc.oneof(name, fc.constant('')), data).map(([own, value]) => ({ name: own, ...value }))) },
    entry('soft', fc.tuple(name, data).map(([own, value]) => ({ name: own, ...value }))),
    { weight: 2, arbitrary: entry('deleteValue', name.map((own) => ({ name: own }))) },
    entry('deleteAllValues', fc.constant({})),
    entry('createKey', fc.constant({})),
    entry('deleteValues', listed),
    entry('deleteKeys', listed),
    entry('secureKey', fc.constant({ type: valueType.dword, data: Uint8Array.of(1, 0, 0, 0) })),
  ),
  { maxLength: 8 },
);
