// The rows of a registry.pol: what a person reads in them, where findings stand, and that a hostile or huge file stays text of one line.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { english } from '../../../src/core/messages/english';
import { pageOf, PAGE_ROWS, type PolFinding, type PolRow } from '../../../src/core/policies/polTable';
import { answerPolQuery, readPolQuestion } from '../../../src/core/policies/polView';
import type { RegistryEntry } from '../../../src/core/formats/entry';
import { writeRegistryPol } from '../../../src/core/formats/registryPol/writer';
import { dwordData, stringData, utf16Bytes, valueType } from '../../../src/core/registry/valueData';
import { polBytes } from '../formats/polNotation';
import { opened, TERMINAL_SERVICES } from './openedPol';

const rowsOf = (notation: string): readonly PolRow[] => opened(polBytes(notation)).table().rows;
const cells = ({ key, name, type, data }: PolRow): string => [key, name, type, data].join(' | ');
const codes = (findings: readonly PolFinding[]): readonly string[] => findings.map(({ code, at }) => `${code} at ${String(at)}`);

const evidence = { document: '', range: { start: 0, end: 0 } };
const setting = (name: string, value: number, key = TERMINAL_SERVICES): RegistryEntry => {
  const { type, bytes } = dwordData(value);
  return { kind: 'registry', hive: 'machine', key, name, type, data: bytes, action: 'set', evidence };
};

describe('the table of a registry.pol', () => {
  it('says what each entry does, in words of its own for what deletes and creates', () => {
    const all = `header
      [ "K" ; "N" ; =4: 0a000000 ] [ "K" ; "" ; =1: "text" ] [ "K" ; "L" ; =7: "a" "b" 0000 ] [ "K" ; "B" ; =3: 0102ff ] [ "K" ; "E" ; =3: ]
      [ "K" ; "**del.N" ; =1: " " ] [ "K" ; "**delvals." ; =1: " " ] [ "K" ; "**DeleteValues" ; =1: "A;B c" ] [ "K" ; "**DeleteKeys" ; =1: "S;T" ]
      [ "K" ; "" ; =0: ] [ "K" ; "**SecureKey" ; =4: 01000000 ] [ "K" ; "**soft.N" ; =4: 02000000 ]`;
    deepEqual(rowsOf(all).map(cells), [
      'K | N | REG_DWORD | 10 (0xa)',
      'K | (default value) | REG_SZ | "text"',
      'K | L | REG_MULTI_SZ | "a", "b"',
      'K | B | REG_BINARY | 3 bytes: 01 02 ff',
      'K | E | REG_BINARY | (no data)',
      'K | N |  | Deletes the value',
      'K | (whole key) |  | Deletes all values of the key',
      'K | (whole key) | REG_SZ | Deletes the values "A", "B c"',
      'K | (whole key) | REG_SZ | Deletes the subkeys "S", "T"',
      'K | (whole key) |  | Creates the key',
      'K | (whole key) | REG_DWORD | Changes who may use the key',
      'K | N | REG_DWORD | Only where the value does not exist: 2 (0x2)',
    ]);
  });

  it('names the policy and what the data means where the value is known', () => {
    const [denied, unknown] = rowsOf(`header [ "${TERMINAL_SERVICES}" ; "fDenyTSConnections" ; =4: 01000000 ] [ "SOFTWARE\\Contoso" ; "Colour" ; =4: 01000000 ]`);
    match(denied?.meaning ?? '', /^Policy "Allow users to connect remotely by using Remote Desktop Services": policy disabled$/);
    equal(denied?.aboutRdp, true);
    equal(unknown?.meaning, '');
    equal(unknown.aboutRdp, false);
  });

  it('holds findings in the row of their entry, and above what is about none', () => {
    const { rows, above } = opened(polBytes('header [ "K" ; "Ten" ; =4: 00112233445566778899 ] ffff [ "HKLM\\K" ; "N" ; =4: 01000000 ]')).table();
    deepEqual(rows.map(({ findings }) => codes(findings).map((told) => told.slice(0, 6))), [['RDP021'], ['RDP044']]);
    deepEqual(codes(above), ['RDP043 at 50']);
    const [version] = opened(polBytes('50526567 02000000 [ "K" ; "N" ; =4: 01000000 ]')).table().above;
    equal(version?.code, 'RDP042');
  });

  it('is told by the folder whose half of the GPO it is', () => {
    const bytes = polBytes(`header [ "${TERMINAL_SERVICES}" ; "fDenyTSConnections" ; =4: 01000000 ]`);
    match(english(opened(bytes, 'file:///gpo/User/registry.pol').summary()), /^Policies of the user\. Entries: 1, about Remote Desktop: 1/);
    match(english(opened(bytes).summary()), /^Policies of the computer\. /);
  });

  it('says of another file what it is not, and never throws', () => {
    const otherwise = (bytes: Uint8Array): string => {
      const { otherwise: said } = opened(bytes);
      return said === undefined ? '' : english(said);
    };
    match(otherwise(Buffer.from('grant { permission; };')), /^This file is no registry\.pol\. It starts with 67 72 61 6e 74 20 7b 20;/);
    match(otherwise(new Uint8Array()), /^This file is empty\./);
    equal(otherwise(polBytes('header')), '');
  });

  it('makes one line of text of hostile names', () => {
    const hostile = '<script>alert(1)</script>\u202egnp.exe\0\u0007\u2028x';
    const bytes = polBytes(`header [ "K\u202e\u0001<img src=x>" ; "N" ; =4: 01000000 ]`);
    const [row] = opened(bytes).table().rows;
    equal(row?.key, 'K\\x202e\\x01<img src=x>');
    const listed = { ...setting('', 0), action: 'deleteValues' as const, names: [hostile], type: valueType.sz, data: utf16Bytes(`${hostile.replaceAll('\0', '')}\0`) };
    const [other] = opened(writeRegistryPol([listed])).table().rows;
    ok(other?.data.includes('<script>'), other?.data);
    ok(!/[\0-\x1f\u202a-\u202e\u2028]/.test(JSON.stringify(other)), JSON.stringify(other));
  });

  it('shows the beginning of ten megabytes of data', () => {
    const text = 'a'.repeat(5_000_000);
    const large = [
      { ...setting('Text', 0), type: valueType.sz, data: stringData(text).bytes },
      { ...setting('Bytes', 0), type: valueType.binary, data: new Uint8Array(10_000_000) },
    ];
    const [asText, asBytes] = opened(writeRegistryPol(large)).table().rows;
    ok((asText?.data.length ?? Infinity) <= 1000);
    match(asBytes?.data ?? '', /^10000000 bytes: 00 00 .* …$/);
  });
});

describe('looking for entries of a registry.pol', () => {
  const entries = Array.from({ length: 20_000 }, (_, index) => setting(`Value${String(index)}`, index, index % 1000 === 0 ? TERMINAL_SERVICES : 'SOFTWARE\\Contoso'));
  const file = opened(writeRegistryPol(entries));
  const ask = (search: string, rdpOnly = false, from = 0): ReturnType<typeof pageOf> => pageOf(file.table(), { search, rdpOnly, from });

  it('gives one page of many', () => {
    const first = ask('');
    equal(first.matching, 20_000);
    equal(first.rows.length, PAGE_ROWS);
    equal(first.rows[0]?.name, 'Value0');
    equal(ask('', false, PAGE_ROWS).rows[0]?.name, `Value${String(PAGE_ROWS)}`);
  });

  it('finds words in any case and in any column, all of them', () => {
    deepEqual(ask('value19999').rows.map(({ name }) => name), ['Value19999']);
    deepEqual(ask('CONTOSO 0x4e1f').rows.map(({ name }) => name), ['Value19999']);
    equal(ask('value19999 terminal').matching, 0);
  });

  it('leaves what is about Remote Desktop', () => {
    equal(ask('', true).matching, 20);
    equal(ask('value1000', true).matching, 2);
  });

  it('comes back to a page that exists', () => {
    equal(ask('', false, 1_000_000).from, 20_000 - PAGE_ROWS);
    equal(ask('value19999', false, 5000).from, 0);
    equal(ask('', false, 150).from, PAGE_ROWS);
  });

  it('says in words which entries are shown', () => {
    const shown = (search: string, from = 0): string => answerPolQuery(file, { search, rdpOnly: false, from }, english).shown;
    equal(shown(''), 'Entries 1 to 100 of 20000');
    equal(shown('value1999'), 'Entries 1 to 11 of 11 that match. Entries in the file: 20000');
    equal(shown('nowhere'), 'No entry matches. Entries in the file: 20000');
    const { previous, next } = answerPolQuery(file, { search: '', rdpOnly: false, from: 100 }, english);
    deepEqual([previous, next], [0, 200]);
  });
});

describe('questions of the page', () => {
  it('are read as what anybody may have sent', () => {
    deepEqual(readPolQuestion({ kind: 'query', search: 'a', rdpOnly: true, from: 100 }), { kind: 'query', query: { search: 'a', rdpOnly: true, from: 100 } });
    deepEqual(readPolQuestion({ kind: 'fix', code: 'RDP021', at: 8, fix: 0, more: 1 }), { kind: 'fix', code: 'RDP021', at: 8, fix: 0 });
    deepEqual(readPolQuestion({ kind: 'openAsText' }), { kind: 'openAsText' });
    for (const bad of [undefined, null, 'query', {}, { kind: 'run' }, { kind: 'query', search: 1, rdpOnly: true, from: 0 }, { kind: 'query', search: '', rdpOnly: true, from: -1 }, { kind: 'fix', code: 'x', at: 1.5, fix: 0 }]) {
      equal(readPolQuestion(bad), undefined, JSON.stringify(bad));
    }
  });
});
